import { ImpromptError } from "../../../base/error.js";
import type { Capabilities } from "../../capabilities.js";
import type { Dialect } from "../../types.js";
import { printTags } from "./print.js";

/** The capabilities of a version. @throws ImpromptError `unknown-target` */
export function versionOf(versions: readonly Capabilities[], version: string): Capabilities {
  const found = versions.find((capabilities) => capabilities.version === version);
  if (found !== undefined) return found;
  const names = versions.map((capabilities) => capabilities.version).join(", ");
  throw new ImpromptError(
    "unknown-target",
    `${versions[0]?.target ?? "the target"} has no version "${version}"`,
    {
      hint: `Choose among ${names}.`,
    },
  );
}

/** A dialect of comma phrases from its versions' capabilities, the default version first. */
export function createTagDialect(versions: readonly [Capabilities, ...Capabilities[]]): Dialect {
  return {
    id: versions[0].target,
    versions: versions.map((capabilities) => capabilities.version),
    defaultVersion: versions[0].version,
    capabilities: (version) => versionOf(versions, version),
    print: (blueprint, options) =>
      printTags(blueprint, options, versions, versionOf(versions, options.version)),
  };
}
