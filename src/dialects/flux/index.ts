import { composeProse } from "../families/prose/compose.js";
import { createProseDialect } from "../families/prose/dialect.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

/** Versions that match colours by their codes. */
const EXACT_COLOURS: readonly string[] = ["2", "3"];

export const dialect: Dialect = createProseDialect(VERSIONS, {
  compose: (terms, { blueprint, capabilities: { version } }) =>
    composeProse(terms, {
      instruct: version === "kontext",
      swatches: EXACT_COLOURS.includes(version) ? blueprint.palette : [],
    }),
});
