import { createProseDialect } from "../families/prose/dialect.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

export const dialect: Dialect = createProseDialect(VERSIONS, { ratioLimits: () => [1 / 16, 16] });
