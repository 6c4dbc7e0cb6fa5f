import type { Carrier, TextBlock } from "../carrier.js";
import { textOf } from "../carrier.js";
import { isRecord, parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { locationOf } from "./location.js";
import { compact, namedFields, parametersOf, textField } from "./named-fields.js";
import { rawBlocks } from "./raw-blocks.js";

/**
 * NovelAI V1 to V4.5: a JSON text "Comment", in PNG beside Title, Description, Software and Source; in WebP and in
 * hidden data all of these are fields of one outer object.
 */
export const novelaiReader: Reader = { id: "novelai", read: readNovelAi };

interface Found {
  readonly block: TextBlock;
  readonly comment: { readonly [key: string]: unknown };
  readonly description: string;
  readonly software: string;
  readonly source: string;
}

function readNovelAi(carrier: Carrier): Recovered | null {
  const found = findPlain(carrier) ?? findWrapped(carrier);
  if (found === null) return null;
  const fields = namedFields(found.comment);
  const isOwn =
    /novelai/i.test(found.software + found.source) || fields.has("v4prompt") || fields.has("signedhash");
  if (!isOwn) return null;
  const base = captionOf(fields.get("v4prompt"));
  const baseNegative = captionOf(fields.get("v4negativeprompt"));
  const characters = charactersOf(base.characters, baseNegative.characters);
  return {
    tool: "NovelAI",
    prompt: textField(fields, "prompt") ?? base.text ?? found.description,
    negative: textField(fields, "uc", "negativeprompt") ?? baseNegative.text ?? "",
    parameters: compact({ ...parametersOf(fields), version: undefined, model: found.source || undefined }),
    raw: rawBlocks(carrier),
    confidence: 1,
    grammar: "novelai",
    location: locationOf(found.block),
    ...(characters.length === 0 ? {} : { characters }),
  };
}

function findPlain(carrier: Carrier): Found | null {
  const block = textOf(carrier, "Comment");
  const comment = block === undefined ? null : parseJsonObject(block.text);
  if (block === undefined || comment === null) return null;
  const text = (key: string): string => textOf(carrier, key)?.text ?? "";
  return {
    block,
    comment,
    description: text("Description"),
    software: text("Software"),
    source: text("Source"),
  };
}

function findWrapped(carrier: Carrier): Found | null {
  for (const block of carrier.texts) {
    if (!block.text.includes('"Comment"')) continue;
    const outer = parseJsonObject(block.text);
    const inner = outer?.["Comment"];
    const comment = typeof inner === "string" ? parseJsonObject(inner) : isRecord(inner) ? inner : null;
    if (outer === null || comment === null) continue;
    const text = (key: string): string => {
      const value = outer[key];
      return typeof value === "string" ? value : (textOf(carrier, key)?.text ?? "");
    };
    return {
      block,
      comment,
      description: text("Description"),
      software: text("Software"),
      source: text("Source"),
    };
  }
  return null;
}

interface Caption {
  readonly text: string | undefined;
  readonly characters: readonly string[];
}

function captionOf(value: unknown): Caption {
  const caption = isRecord(value) ? value["caption"] : undefined;
  if (!isRecord(caption)) return { text: undefined, characters: [] };
  const text = caption["base_caption"];
  const list = caption["char_captions"];
  const characters = (Array.isArray(list) ? list.slice(0, 100) : []).map((entry: unknown) => {
    const said = isRecord(entry) ? entry["char_caption"] : undefined;
    return typeof said === "string" ? said : "";
  });
  return { text: typeof text === "string" ? text : undefined, characters };
}

function charactersOf(
  prompts: readonly string[],
  negatives: readonly string[],
): readonly { readonly prompt: string; readonly negative?: string }[] {
  return prompts.map((prompt, index) => {
    const negative = negatives[index] ?? "";
    return negative === "" ? { prompt } : { prompt, negative };
  });
}
