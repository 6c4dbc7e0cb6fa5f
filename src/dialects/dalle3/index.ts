import { createProseDialect } from "../families/prose/dialect.js";
import { isPhotographic } from "../families/prose/photographic.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

export const dialect: Dialect = createProseDialect(VERSIONS, {
  suggest: (terms) => (isPhotographic(terms) === true ? { style: "natural" } : {}),
});
