import { isA1111Text, parseA1111Text } from "../../metadata/readers/a1111-text.js";
import type { Recovered } from "../../metadata/types.js";

/** What AUTOMATIC1111's png-info says of a file. */
export interface PngInfo {
  /** The generation text; empty where the file carries none. */
  readonly info: string;
  /** The file's other texts by their keys; what a tool wrote as JSON stays JSON text. */
  readonly items: { readonly [key: string]: string };
  /** The generation text taken apart, by the web UI's names; a size as "Size-1" and "Size-2". */
  readonly parameters: { readonly [name: string]: string };
  /** True where another tool wrote the file and the text was put together from what it says. */
  readonly composed: boolean;
}

/** The keys under which the web UI and its kin keep the generation text, as they are looked for. */
const KEYS: readonly string[] = [
  "parameters",
  "UserComment",
  "Comment",
  "ImageDescription",
  "XPComment",
  "Description",
];
/** Not of the file: the reader's own view of the settings. */
const VIEW = "settings";

function textBlock({ raw, grammar }: Recovered): readonly [key: string, text: string] | undefined {
  if (grammar !== "a1111") return undefined;
  for (const key of KEYS) {
    const text = raw[key];
    if (typeof text === "string" && (key === "parameters" || isA1111Text(text))) return [key, text];
  }
  return undefined;
}

function settingsLine({ parameters }: Recovered): string {
  const { size } = parameters;
  const settings: readonly (readonly [string, string | number | undefined])[] = [
    ["Steps", parameters.steps],
    ["Sampler", parameters.sampler],
    ["Schedule type", parameters.scheduler],
    ["CFG scale", parameters.cfgScale],
    ["Seed", parameters.seed],
    ["Size", size === undefined ? undefined : `${size.width}x${size.height}`],
    ["Model hash", parameters.modelHash],
    ["Model", parameters.model],
    ["Denoising strength", parameters.denoisingStrength],
    ["Clip skip", parameters.clipSkip],
  ];
  return settings.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join(", ");
}

/** @source AUTOMATIC1111/stable-diffusion-webui, modules/infotext_utils.py: the order of prompt, negative and settings */
function composedText(recovered: Recovered): string {
  const { prompt, negative } = recovered;
  return [prompt, negative === "" ? "" : `Negative prompt: ${negative}`, settingsLine(recovered)]
    .filter((line) => line !== "")
    .join("\n");
}

function parametersOf(info: string): PngInfo["parameters"] {
  const { prompt, negative, settings } = parseA1111Text(info);
  const named = settings.flatMap(([name, value]): (readonly [string, string])[] => {
    const size = /^(\d+)x(\d+)$/u.exec(value);
    if (size === null) return [[name, value]];
    return [
      [`${name}-1`, size[1] ?? ""],
      [`${name}-2`, size[2] ?? ""],
    ];
  });
  return { Prompt: prompt, "Negative prompt": negative, ...Object.fromEntries(named) };
}

/** What a file carries, as the web UI would tell it. */
export function pngInfoOf(recovered: Recovered | null): PngInfo {
  if (recovered === null) return { info: "", items: {}, parameters: parametersOf(""), composed: false };
  const block = textBlock(recovered);
  const info = block?.[1] ?? composedText(recovered);
  const others = Object.entries(recovered.raw).filter(([key]) => key !== block?.[0] && key !== VIEW);
  return {
    info,
    items: Object.fromEntries(
      others.map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
    parameters: parametersOf(info),
    composed: block === undefined && info !== "",
  };
}
