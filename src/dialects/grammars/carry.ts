import { round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Frame } from "../../blueprint/types.js";
import type { Capabilities, FrameSpec } from "../capabilities.js";
import { chooseFrame, ratioOf } from "../families/frame.js";
import { checkSettings } from "../families/settings.js";
import type { ParameterSettings, ParameterValue } from "../types.js";
import { samplingFor } from "./sampler-names.js";
import type { WeightGrammar } from "./weight-syntax.js";

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface CarryOptions {
  /** What the warnings are about: the target's or grammar's name. */
  readonly where: string;
  /** The target's versions. */
  readonly siblings: readonly Capabilities[];
  /** Whose sampler names to write. */
  readonly grammar: WeightGrammar;
  /** A stated size is kept as it is: what it is for knows no size of its own. */
  readonly keepSize?: boolean;
  /** Where each setting stands in the source, by name. */
  readonly places: { readonly [name: string]: Place };
}

export interface Carried {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** A stated size whose area is beyond this factor of what the target was trained at is drawn badly there. */
const AREA_FACTOR = 2;
const FRAME_NAMES: readonly string[] = ["aspect-ratio", "width", "height"];

function fitsFrame(width: number, height: number, spec: FrameSpec): boolean {
  if (spec.kind === "sizes") return spec.sizes.some(([w, h]) => w === width && h === height);
  if (spec.kind !== "any-size") return false;
  const inside = [width, height].every(
    (side) => side >= spec.minSide && side <= spec.maxSide && side % 8 === 0,
  );
  return inside && Math.abs(Math.log((width * height) / spec.area)) <= Math.log(AREA_FACTOR);
}

/** The stated frame in the target's own terms; empty where the nearest to the blueprint's frame must do. */
function carryFrame(
  stated: ParameterSettings,
  frame: Frame,
  { frame: spec }: Capabilities,
  keepSize: boolean,
): ParameterSettings {
  const { width, height, "aspect-ratio": ratio } = stated;
  if (typeof width === "number" && typeof height === "number") {
    if ((keepSize && spec.kind === "any-size") || fitsFrame(width, height, spec)) return { width, height };
  }
  if (typeof ratio !== "string" || spec.kind !== "any-ratio" || !/^\d+:\d+$/u.test(ratio)) return {};
  const value = ratioOf(ratio) ?? 0;
  const meant = Math.abs(Math.log(value / (frame.width / frame.height))) < Math.log(1.01);
  return meant && value >= spec.min && value <= spec.max ? { [spec.parameter]: ratio } : {};
}

function changedSize(stated: ParameterSettings, made: ParameterSettings): string | undefined {
  const { width, height } = stated;
  if (typeof width !== "number" || typeof made["width"] !== "number") return undefined;
  if (made["width"] === width && made["height"] === height) return undefined;
  return `${width}x${height} becomes ${made["width"]}x${made["height"]}, near what this was trained at`;
}

/** Guidance beside a negative prompt is classifier-free; elsewhere the word names another scale. */
function nameThere(name: string, { parameters, negative }: Capabilities): string {
  const knows = (candidate: string): boolean => parameters.some((spec) => spec.name === candidate);
  if (name === "cfg-scale" && !knows(name) && knows("guidance") && negative.kind === "field")
    return "guidance";
  if (name === "guidance" && !knows(name) && knows("cfg-scale")) return "cfg-scale";
  return name;
}

type One = { readonly value: ParameterValue } | { readonly why: string };

/** Seeds and names carry as they are or not at all: a seed moved into range is another seed. */
function carryable(name: string, value: ParameterValue, capabilities: Capabilities): One {
  const spec = capabilities.parameters.find((candidate) => candidate.name === name);
  if (spec?.name === "seed" && typeof value === "number") {
    if (value < 0) return { why: "a seed below 0 asks for a random one, as does none" };
    if (value > (spec.max ?? Number.POSITIVE_INFINITY)) return { why: `seeds end at ${spec.max} here` };
  }
  if (name === "version") {
    if (capabilities.version === String(value)) return { why: "" };
    if (spec === undefined) return { why: `the prompt is for ${capabilities.title}` };
  }
  if (spec?.type === "integer" && typeof value === "number" && !Number.isInteger(value)) {
    return { value: Math.round(value) };
  }
  if (spec?.type === "text" || spec?.type === "enum")
    return { value: value === true ? value : String(value) };
  return { value };
}

/**
 * The settings that a source states, as far as the target takes them: the frame in its terms, names of samplers as
 * its tool spells them, everything else under its own name and within its range. What is left out or bent is told,
 * with its place in the source.
 */
export function carrySettings(
  stated: ParameterSettings,
  frame: Frame,
  capabilities: Capabilities,
  options: CarryOptions,
): Carried {
  const { where, siblings, grammar, places } = options;
  const warnings: Warning[] = [];
  const tell = (code: Warning["code"], name: string, message: string): void => {
    const span = places[name] ?? (name === "scheduler" ? places["sampler"] : undefined);
    warnings.push({ code, message, where, ...(span === undefined ? {} : { span }) });
  };
  const framed = carryFrame(stated, frame, capabilities, options.keepSize === true);
  const parameters: { [name: string]: ParameterValue } = { ...framed };
  const { sampler, scheduler, ...rest } = stated;
  const sampling = samplingFor(
    {
      ...(typeof sampler === "string" ? { sampler } : {}),
      ...(typeof scheduler === "string" ? { scheduler } : {}),
    },
    grammar,
  );
  const named: ParameterSettings = { ...rest, ...sampling };
  for (const [given, raw] of Object.entries(named)) {
    if (FRAME_NAMES.includes(given)) continue;
    const name = nameThere(given, capabilities);
    const one = carryable(name, raw, capabilities);
    if ("why" in one) {
      if (one.why !== "") tell("parameter-dropped", given, `${given} ${raw}: ${one.why}`);
      continue;
    }
    const checked = checkSettings({ [name]: one.value }, capabilities, siblings, where);
    Object.assign(parameters, checked.parameters);
    for (const { code, message } of checked.warnings) tell(code, given, message);
    const { value } = one;
    if (typeof value === "number" && typeof raw === "number" && round(value, 4) !== round(raw, 4)) {
      tell("parameter-clamped", given, `${given} ${raw} must be a whole number here: ${value} is used`);
    }
  }
  if (Object.keys(framed).length === 0) {
    const change = changedSize(stated, chooseFrame(frame, capabilities.frame, where).parameters);
    if (change !== undefined) tell("ratio-approximated", "width", change);
  }
  return { parameters, warnings };
}
