import { versionOf } from "../families/tags/dialect.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";
import { printMidjourney } from "./print.js";

export const dialect: Dialect = {
  id: VERSIONS[0].target,
  versions: VERSIONS.map(({ version }) => version),
  defaultVersion: VERSIONS[0].version,
  capabilities: (version) => versionOf(VERSIONS, version),
  print: (blueprint, options) => printMidjourney(blueprint, options, versionOf(VERSIONS, options.version)),
};
