import type { Warning } from "../../base/warning.js";
import type { Capabilities } from "../capabilities.js";
import type { ParameterSettings, ParameterValue } from "../types.js";

/** Longest text of one parameter; no code or list of links needs more. */
const MAX_TEXT = 500;

export interface CheckedFlags {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/**
 * Settings that may stand in the text: a value that would start another parameter or is too long goes, and of
 * two that exclude each other the dearer one stays.
 */
export function settleFlags(settings: ParameterSettings, where: string): CheckedFlags {
  const parameters: { [name: string]: ParameterValue } = {};
  const warnings: Warning[] = [];
  const drop = (name: string, why: string): void => {
    warnings.push({ code: "parameter-dropped", message: `${name}: ${why}`, where });
  };
  const omni = settings["omni-reference"] !== undefined;
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === "string" && /--|[—―"{}\n\r]/u.test(value))
      drop(name, "its value cannot stand in a prompt");
    else if (typeof value === "string" && value.length > MAX_TEXT) drop(name, "its value is too long");
    else if (omni && name === "draft" && value === true) drop(name, "it excludes an omni reference");
    else if (omni && name === "quality" && value === "4") drop(name, "4 excludes an omni reference");
    else if (name === "sd" && value === true && settings["hd"] === true) drop(name, "it excludes hd");
    else parameters[name] = value;
  }
  return { parameters, warnings };
}

function flagText(name: string, flag: string, value: ParameterValue): string {
  if (value === true || (name === "personalize" && value === "default")) return flag;
  return `${flag} ${value}`;
}

/** "--v 7" or "--niji 6"; empty for the default version. */
export function versionFlag({ version }: Capabilities, defaultVersion: string): string {
  if (version === defaultVersion) return "";
  return version.startsWith("niji") ? `--niji ${version.slice("niji".length)}` : `--v ${version}`;
}

/** The parameters' part of a prompt, in the order of the specs, the version last; switched-off flags unsaid. */
export function printFlags(settings: ParameterSettings, capabilities: Capabilities, version: string): string {
  const flags = capabilities.parameters.flatMap(({ name, flag }) => {
    const value = settings[name];
    return flag === undefined || value === undefined || value === false ? [] : [flagText(name, flag, value)];
  });
  return [...flags, version].filter((flag) => flag !== "").join(" ");
}
