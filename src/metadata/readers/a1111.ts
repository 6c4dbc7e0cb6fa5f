import type { GenerationParameters, Lora } from "../../blueprint/types.js";
import type { Carrier, TextBlock } from "../carrier.js";
import { textOf } from "../carrier.js";
import { parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { type A1111Text, isA1111Text, parseA1111Text, parseSettings } from "./a1111-text.js";
import { locationOf } from "./location.js";
import { compact, makeLora, namedFields, parametersOf } from "./named-fields.js";
import { rawBlocks } from "./raw-blocks.js";

/**
 * The web UI of AUTOMATIC1111 and all that write its text: Forge and its kin, SD.Next, stable-diffusion.cpp,
 * Civitai, Stability Matrix, Fooocus's "a1111" scheme, ComfyUI's custom savers.
 */
export const a1111Reader: Reader = { id: "a1111", read: readA1111 };

/** Written by the "Extras" tab: the settings of an upscaling, behind a generation text or alone. */
const UPSCALED = "postprocessing";
const KEYS = [
  "parameters",
  UPSCALED,
  "UserComment",
  "Comment",
  "ImageDescription",
  "XPComment",
  "Description",
];

function readA1111(carrier: Carrier): Recovered | null {
  const block = findBlock(carrier);
  if (block === null) return null;
  const isUpscaleOnly = block.key.toLowerCase() === UPSCALED && !isA1111Text(block.text);
  const parsed = isUpscaleOnly ? settingsOnly(block.text) : parseA1111Text(block.text);
  if (parsed.prompt === "" && parsed.negative === "" && parsed.settings.length === 0) return null;
  const settings = Object.fromEntries(parsed.settings);
  return {
    tool: toolOf(carrier, parsed),
    prompt: parsed.prompt,
    negative: parsed.negative,
    parameters: parametersFrom(parsed),
    raw: { ...rawBlocks(carrier), settings },
    confidence: parsed.settings.length > 0 ? 1 : 0.7,
    grammar: "a1111",
    location: locationOf(block),
    ...(isUpscaleOnly ? { note: "settings of an upscaling, without a prompt" } : {}),
  };
}

function settingsOnly(text: string): A1111Text {
  return { prompt: "", negative: "", settings: parseSettings(text) };
}

function findBlock(carrier: Carrier): TextBlock | null {
  for (const key of KEYS) {
    const wanted = key.toLowerCase();
    for (const block of carrier.texts) {
      if (block.key.toLowerCase() !== wanted || parseJsonObject(block.text) !== null) continue;
      const isOwnKey = wanted === "parameters" || wanted === UPSCALED;
      if (isOwnKey || isA1111Text(block.text)) return block;
    }
  }
  return null;
}

function parametersFrom(parsed: A1111Text): GenerationParameters {
  const parameters = parametersOf(namedFields(Object.fromEntries(parsed.settings)));
  const loras = lorasInPrompt(parsed.prompt);
  return compact({ ...parameters, loras: loras.length > 0 ? loras : parameters.loras });
}

/** `<lora:name:weight>` (also lyco) wherever it stands in the prompt; the prompt itself is not touched. */
function lorasInPrompt(prompt: string): readonly Lora[] {
  const loras: Lora[] = [];
  for (const match of prompt.matchAll(
    /<(?:lora|lyco):([^:<>]{1,300})(?::([-+]?[\d.]{1,20}))?[^<>]{0,200}>/gi,
  )) {
    if (loras.length === MAX_LORAS) break;
    loras.push(makeLora(match[1] ?? "", match[2]));
  }
  return loras;
}

const MAX_LORAS = 500;

/** The first rule that holds names the tool; a plain version number is the original's own. */
function toolOf(carrier: Carrier, parsed: A1111Text): string {
  const fields = namedFields(Object.fromEntries(parsed.settings));
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  const version = text("version");
  const software = textOf(carrier, "Software")?.text ?? "";
  if (textOf(carrier, "parameters-json") !== undefined || textOf(carrier, "smproj") !== undefined) {
    return "Stability Matrix";
  }
  if (text("app") === "SD.Next" || /sd\.?next/i.test(software)) return "SD.Next";
  if (/stable-diffusion\.cpp/i.test(version)) return "stable-diffusion.cpp";
  if (
    /fooocus/i.test(version) ||
    /fooocus/i.test(software) ||
    textOf(carrier, "fooocus_scheme") !== undefined
  ) {
    return "Fooocus";
  }
  if (/^comfyui/i.test(version)) return "ComfyUI";
  if (/^neo/i.test(version)) return "Forge Neo";
  if (/^classic/i.test(version)) return "Forge Classic";
  if (/^f\d.*-v\d.*RC-latest/.test(version)) return "reForge";
  if (/^f\d/.test(version)) return "Forge";
  if (
    fields.has("civitairesources") ||
    fields.has("civitaimetadata") ||
    textOf(carrier, "Artist")?.text === "ai"
  ) {
    return "Civitai generator";
  }
  // ComfyUI names its samplers in lower case with underscores; nobody who writes this text does.
  if (version === "" && /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text("sampler"))) return "ComfyUI";
  return "A1111 web UI";
}
