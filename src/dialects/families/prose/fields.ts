import { clamp } from "../../../base/number.js";
import type { Warning } from "../../../base/warning.js";
import type { Blueprint, Frame } from "../../../blueprint/types.js";
import type { Capabilities, FrameSpec } from "../../capabilities.js";
import type { ParameterSettings, ParameterValue } from "../../types.js";
import { chooseFrame } from "../frame.js";
import { checkSettings } from "../settings.js";

export interface Fields {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** Narrowest and widest width:height that a version draws, beyond what its frame says. */
export type RatioLimits = readonly [min: number, max: number];

function limitFrame(frame: Frame, limits: RatioLimits | undefined): Frame {
  if (limits === undefined) return frame;
  const ratio = clamp(frame.width / frame.height, limits[0], limits[1]);
  return ratio === frame.width / frame.height ? frame : { width: frame.height * ratio, height: frame.height };
}

/** Whether a width and a height that a caller set are a size that the target draws. */
function isSize(
  width: ParameterValue | undefined,
  height: ParameterValue | undefined,
  frame: FrameSpec,
): boolean {
  if (typeof width !== "number" || typeof height !== "number") return false;
  switch (frame.kind) {
    case "sizes":
      return frame.sizes.some(([knownWidth, knownHeight]) => knownWidth === width && knownHeight === height);
    case "any-size":
      return width % frame.multiple === 0 && height % frame.multiple === 0;
    case "ratios":
    case "any-ratio":
      return true;
  }
}

/** The caller's settings over the printer's own, over the frame's; a size that is none is told and replaced. */
export function printFields(
  blueprint: Blueprint,
  settings: ParameterSettings,
  own: ParameterSettings,
  versions: readonly [Capabilities, ...Capabilities[]],
  capabilities: Capabilities,
  where: string,
  limits?: RatioLimits,
): Fields {
  const checked = checkSettings(settings, capabilities, versions, where);
  const framed = chooseFrame(limitFrame(blueprint.frame, limits), capabilities.frame, where);
  const warnings: Warning[] = [...checked.warnings];
  const parameters: { [name: string]: ParameterValue } = {
    ...framed.parameters,
    ...own,
    ...checked.parameters,
  };
  const given = Object.keys(framed.parameters).some((name) => Object.hasOwn(checked.parameters, name));
  const { width, height } = parameters;
  const ratio = Number(width) / Number(height);
  const wrongRatio = limits !== undefined && (ratio < limits[0] || ratio > limits[1]);
  if (
    given &&
    Object.hasOwn(framed.parameters, "width") &&
    (wrongRatio || !isSize(width, height, capabilities.frame))
  ) {
    Object.assign(parameters, framed.parameters);
    const { width: w, height: h } = framed.parameters;
    const message = `${width}x${height} is no size that ${capabilities.title} draws; ${w}x${h} is used`;
    warnings.push({ code: "parameter-dropped", message, where });
  } else if (!given) {
    warnings.push(...framed.warnings, ...limitWarnings(blueprint.frame, limits, where));
  }
  return { parameters, warnings };
}

function limitWarnings(frame: Frame, limits: RatioLimits | undefined, where: string): Warning[] {
  if (limitFrame(frame, limits) === frame) return [];
  const message = `the picture is ${frame.width}x${frame.height}, slimmer than the target draws; its limit is used`;
  return [{ code: "ratio-approximated", message, where }];
}
