import type { Carrier, TextBlock } from "../carrier.js";
import type { PromptGrammar, Recovered } from "../types.js";
import { locationOf } from "./location.js";
import { type NamedFields, parametersOf, textField } from "./named-fields.js";
import { rawBlocks } from "./raw-blocks.js";

const PROMPT = ["prompt", "positiveprompt", "positive", "prompttext", "originalprompt"];
const NEGATIVE = ["negativeprompt", "negative", "nprompt", "uc"];

/** What a reader knows of a JSON block beside its fields. */
export interface JsonSource {
  readonly carrier: Carrier;
  readonly block: TextBlock;
  readonly tool: string;
  readonly grammar: PromptGrammar;
  readonly confidence: number;
}

/**
 * The recovery from a tool that writes prompt and settings as named fields of one object; prompt and negative are
 * kept to the letter.
 */
export function recoveredFrom(source: JsonSource, fields: NamedFields): Recovered {
  return {
    tool: source.tool,
    prompt: textField(fields, ...PROMPT) ?? "",
    negative: textField(fields, ...NEGATIVE) ?? "",
    parameters: parametersOf(fields),
    raw: rawBlocks(source.carrier),
    confidence: source.confidence,
    grammar: source.grammar,
    location: locationOf(source.block),
  };
}
