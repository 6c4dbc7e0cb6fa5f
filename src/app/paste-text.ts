import type { Capabilities } from "../dialects/capabilities.js";
import type { ParameterValue, Prompt } from "../dialects/types.js";

/** Fields of a generation text, in its order: as the web UI spells them, and our names. */
const FIELDS: readonly (readonly [key: string, name: string])[] = [
  ["Steps", "steps"],
  ["Sampler", "sampler"],
  ["Schedule type", "scheduler"],
  ["CFG scale", "cfg-scale"],
  ["Seed", "seed"],
  ["Size", "size"],
  ["Clip skip", "clip-skip"],
];

/** The web UI takes a last line for settings from three of them on. */
const ALWAYS_SAID: readonly string[] = ["steps", "cfg-scale"];

/** A value that holds a separator is a JSON string in the web UI. */
function quoted(value: ParameterValue): string {
  const text = String(value);
  return /[,:\n"]/u.test(text) ? JSON.stringify(text) : text;
}

function settingsLine({ parameters }: Prompt, capabilities: Capabilities): string {
  const { width, height } = parameters;
  const valueOf = (name: string): ParameterValue | undefined => {
    if (name === "size")
      return width === undefined || height === undefined ? undefined : `${width}x${height}`;
    const standard = capabilities.parameters.find((spec) => spec.name === name)?.default;
    return parameters[name] ?? (ALWAYS_SAID.includes(name) ? standard : undefined);
  };
  return FIELDS.flatMap(([key, name]) => {
    const value = valueOf(name);
    return value === undefined ? [] : [`${key}: ${quoted(value)}`];
  }).join(", ");
}

/**
 * A prompt with its negative prompt and parameters in one text, as its target's users paste it: alone where the
 * parameters stand in it, as a generation text where tools of weights in parentheses read it, else with a line for
 * each field.
 *
 * @source AUTOMATIC1111/stable-diffusion-webui, modules/infotext_utils.py (parse_generation_parameters)
 */
export function pasteText(prompt: Prompt, capabilities: Capabilities): string {
  const negative =
    prompt.negative === null || prompt.negative === "" ? [] : [`Negative prompt: ${prompt.negative}`];
  if (capabilities.weights.kind === "a1111") {
    return [prompt.text, ...negative, settingsLine(prompt, capabilities)]
      .filter((line) => line !== "")
      .join("\n");
  }
  const flags = new Set(
    capabilities.parameters.filter(({ flag }) => flag !== undefined).map(({ name }) => name),
  );
  const fields = Object.entries(prompt.parameters)
    .filter(([name]) => !flags.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return [prompt.text, ...negative, fields.join("\n")].filter((part) => part !== "").join("\n\n");
}
