import { clamp, round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Capabilities, ParameterSpec } from "../capabilities.js";
import type { ParameterSettings, ParameterValue } from "../types.js";
import { ratioOf } from "./frame.js";

export interface CheckedSettings {
  /** In the order of the target's specs. A flag that is switched off stays, as false. */
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** No target tells finer numbers apart, and none reads an exponent. */
const DECIMALS = 4;

type Checked = { readonly value: ParameterValue; readonly clamped?: string } | { readonly wrong: string };

function checkNumber(value: ParameterValue, spec: ParameterSpec): Checked {
  const numeric = typeof value === "string" && /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value;
  if (typeof numeric !== "number" || !Number.isFinite(numeric)) return { wrong: "is not a number" };
  if (spec.type === "integer" && !Number.isInteger(numeric)) return { wrong: "is not a whole number" };
  const inside = clamp(numeric, spec.min ?? Number.NEGATIVE_INFINITY, spec.max ?? Number.POSITIVE_INFINITY);
  if (inside === numeric) return { value: round(numeric, DECIMALS) };
  return { value: inside, clamped: `is outside ${spec.min ?? "-∞"} to ${spec.max ?? "∞"}` };
}

function checkText(value: ParameterValue, spec: ParameterSpec, capabilities: Capabilities): Checked {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") return { wrong: "is not text" };
  const { frame } = capabilities;
  if (frame.kind !== "any-ratio" || frame.parameter !== spec.name) return { value: text };
  const ratio = /^\d+:\d+$/u.test(text) ? ratioOf(text) : undefined;
  if (ratio === undefined) return { wrong: "is not a ratio such as 16:9" };
  return ratio < frame.min || ratio > frame.max
    ? { wrong: "is a ratio that the target does not take" }
    : { value: text };
}

function check(value: ParameterValue, spec: ParameterSpec, capabilities: Capabilities): Checked {
  switch (spec.type) {
    case "integer":
    case "number":
      return checkNumber(value, spec);
    case "flag":
      return typeof value === "boolean" ? { value } : { wrong: "is neither true nor false" };
    case "enum":
      if (spec.values?.includes(String(value)) === true) return { value: String(value) };
      return { wrong: `is none of ${(spec.values ?? []).join(", ")}` };
    case "text":
      return checkText(value, spec, capabilities);
  }
}

function unknownParameter(
  name: string,
  capabilities: Capabilities,
  siblings: readonly Capabilities[],
): string {
  const knowing = siblings
    .filter((sibling) => sibling.parameters.some((spec) => spec.name === name))
    .map((sibling) => sibling.version);
  const others = knowing.length === 0 ? "" : ` (versions that do: ${knowing.join(", ")})`;
  return `${capabilities.title} has no parameter "${name}"${others}`;
}

/**
 * A caller's settings checked against what the target takes: unknown or of a wrong type is left out, out of
 * range is moved to the nearest end, both with a warning. `siblings` are the target's versions, named in the
 * warning where they know the parameter. Settings recovered from a file are not carried over unasked.
 */
export function checkSettings(
  settings: ParameterSettings,
  capabilities: Capabilities,
  siblings: readonly Capabilities[],
  where: string,
): CheckedSettings {
  const parameters: { [name: string]: ParameterValue } = {};
  const warnings: Warning[] = [];
  for (const spec of capabilities.parameters) {
    const value = Object.hasOwn(settings, spec.name) ? settings[spec.name] : undefined;
    if (value === undefined) continue;
    const checked = check(value, spec, capabilities);
    if ("wrong" in checked) {
      warnings.push({
        code: "parameter-dropped",
        message: `${spec.name}: "${value}" ${checked.wrong}`,
        where,
      });
      continue;
    }
    parameters[spec.name] = checked.value;
    if (checked.clamped === undefined) continue;
    const message = `${spec.name}: ${value} ${checked.clamped}; ${checked.value} is used`;
    warnings.push({ code: "parameter-clamped", message, where });
  }
  for (const name of Object.keys(settings).sort()) {
    if (capabilities.parameters.some((spec) => spec.name === name)) continue;
    warnings.push({
      code: "parameter-dropped",
      message: unknownParameter(name, capabilities, siblings),
      where,
    });
  }
  return { parameters, warnings };
}
