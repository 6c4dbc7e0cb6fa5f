import type { Carrier, TextBlock } from "../carrier.js";
import { textOf } from "../carrier.js";
import { parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { type NamedFields, namedFields, textField } from "./named-fields.js";
import { recoveredFrom } from "./recovered-json.js";

/**
 * Tools that write one flat JSON object with a prompt among its fields: Fooocus, Fooocus-MRE, RuinedFooocus, TensorArt,
 * Hugging Face Spaces, Easy Diffusion's JPEG, and whoever does likewise.
 */
export const jsonParametersReader: Reader = { id: "json-parameters", read: readJsonParameters };

const KEYS = [
  "parameters",
  "generation_data",
  "parameters-json",
  "Comment",
  "UserComment",
  "ImageDescription",
  "Description",
];
const PROMPT_FIELDS = ["prompt", "positiveprompt"];

function readJsonParameters(carrier: Carrier): Recovered | null {
  for (const key of KEYS) {
    const wanted = key.toLowerCase();
    for (const block of carrier.texts) {
      if (block.key.toLowerCase() !== wanted) continue;
      const json = parseJsonObject(block.text);
      if (json === null) continue;
      const fields = namedFields(json);
      if (!isFlat(fields)) continue;
      const tool = toolOf(carrier, block, fields);
      const grammar = tool === "Hugging Face Space" || tool === "JSON parameters" ? "prose" : "a1111";
      return recoveredFrom(
        { carrier, block, tool, grammar, confidence: tool === "JSON parameters" ? 0.8 : 1 },
        fields,
      );
    }
  }
  return null;
}

/** A prompt that is text; a graph (ComfyUI) or a nested object is another reader's. */
function isFlat(fields: NamedFields): boolean {
  return PROMPT_FIELDS.some((name) => typeof fields.get(name) === "string") && !fields.has("v4prompt");
}

/** By its own key, its Software text or version, else by fields that only one tool writes. */
function toolOf(carrier: Carrier, block: TextBlock, fields: NamedFields): string {
  if (block.key === "generation_data") return "TensorArt";
  if (block.key === "parameters-json") return "Stability Matrix";
  const names = [
    textOf(carrier, "Software")?.text,
    textField(fields, "software"),
    textField(fields, "version"),
    textField(fields, "app"),
    textField(fields, "generator"),
  ];
  const said = names.filter((name) => name !== undefined).join(" ");
  if (/ruined\s*fooocus/i.test(said)) return "RuinedFooocus";
  if (/fooocus.*\bMRE\b/i.test(said) || fields.has("realprompt")) return "Fooocus-MRE";
  if (/fooocus/i.test(said) || textOf(carrier, "fooocus_scheme") !== undefined) return "Fooocus";
  if (fields.has("metadatascheme") || fields.has("fooocusv2expansion") || fields.has("sharpness"))
    return "Fooocus";
  if (fields.has("usestablediffusionmodel")) return "Easy Diffusion";
  if (fields.has("numinferencesteps") && fields.has("guidancescale")) return "Hugging Face Space";
  return "JSON parameters";
}
