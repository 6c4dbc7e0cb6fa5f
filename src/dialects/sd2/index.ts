import { createTagDialect } from "../families/tags/dialect.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

export const dialect: Dialect = createTagDialect(VERSIONS);
