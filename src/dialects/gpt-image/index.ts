import { createProseDialect } from "../families/prose/dialect.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

export const dialect: Dialect = createProseDialect(VERSIONS, {
  ratioLimits: ({ frame }) => (frame.kind === "any-size" ? [1 / 3, 3] : undefined),
});
