import type { Carrier, TextBlock } from "../carrier.js";
import { textOf } from "../carrier.js";
import { isRecord, parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { parseDream, splitNegative } from "./invokeai-dream.js";
import { locationOf } from "./location.js";
import { namedFields, parametersOf } from "./named-fields.js";
import { rawBlocks } from "./raw-blocks.js";
import { recoveredFrom } from "./recovered-json.js";

/** InvokeAI's three generations, the newest first: `invokeai_metadata`, `sd-metadata`, `Dream`. */
export const invokeaiReader: Reader = { id: "invokeai", read: readInvoke };

function readInvoke(carrier: Carrier): Recovered | null {
  return readMetadata(carrier) ?? readSdMetadata(carrier) ?? readDream(carrier);
}

function readMetadata(carrier: Carrier): Recovered | null {
  const block = textOf(carrier, "invokeai_metadata");
  const json = block === undefined ? null : parseJsonObject(block.text);
  if (block === undefined || json === null) return null;
  const source = { carrier, block, tool: "InvokeAI", grammar: "compel", confidence: 1 } as const;
  return recoveredFrom(source, namedFields(json));
}

function readSdMetadata(carrier: Carrier): Recovered | null {
  const block = textOf(carrier, "sd-metadata");
  const json = block === undefined ? null : parseJsonObject(block.text);
  const image = json?.["image"];
  if (block === undefined || json === null || !isRecord(image)) return null;
  const fields = namedFields({ ...image, ...modelOf(json), version: json["app_version"] });
  return fromBracketed(carrier, block, promptText(image["prompt"]), fields);
}

/** "model" there names the family; the weights stand in `model_weights`, newer, or `model_id`. */
function modelOf(json: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  const model = json["model_weights"] ?? json["model_id"] ?? json["model"];
  return { model, model_hash: json["model_hash"] };
}

/** Text, or a list of {prompt, weight}, joined as InvokeAI's own prompt blends are written. */
function promptText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  const parts = value.filter(isRecord).filter((part) => typeof part["prompt"] === "string");
  const texts = parts.map(({ prompt, weight }) => {
    const weighted = parts.length > 1 && typeof weight === "number";
    return weighted ? `${String(prompt)}:${weight}` : String(prompt);
  });
  return texts.join(" ");
}

function fromBracketed(
  carrier: Carrier,
  block: TextBlock,
  text: string,
  fields: ReturnType<typeof namedFields>,
): Recovered {
  const { prompt, negative } = splitNegative(text);
  return {
    tool: "InvokeAI",
    prompt,
    negative,
    parameters: parametersOf(fields),
    raw: rawBlocks(carrier),
    confidence: 1,
    grammar: "compel",
    location: locationOf(block),
  };
}

function readDream(carrier: Carrier): Recovered | null {
  const block = textOf(carrier, "Dream");
  if (block === undefined) return null;
  const dream = parseDream(block.text);
  const recovered = fromBracketed(carrier, block, dream.text, namedFields(dream.settings));
  if (!dream.isCommand) return { ...recovered, confidence: dream.hasSwitches ? 1 : 0.5 };
  return { ...recovered, confidence: 0.2, note: "a command of InvokeAI's console, not a prompt" };
}
