import type { Prompt } from "../../src/dialects/types.js";
import {
  characters,
  checkNames,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSpans,
  sizeOf,
} from "./prose-rules.js";

/** DALL-E 3: at most 4,000 characters, three sizes, one picture. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (version !== "3") wrong.push(`unknown version ${version}`);
  if (characters(prompt.text) > 4000) wrong.push("more than 4,000 characters");
  if (!["1024x1024", "1792x1024", "1024x1792"].includes(sizeOf(prompt))) wrong.push(`size ${sizeOf(prompt)}`);
  if (Number(prompt.parameters["count"] ?? 1) !== 1) wrong.push("more than one picture");
  return [
    ...wrong,
    ...checkOneOf(prompt, "style", ["vivid", "natural"]),
    ...checkOneOf(prompt, "quality", ["standard", "hd"]),
    ...checkNames(prompt, ["width", "height", "style", "quality", "count"]),
  ];
}
