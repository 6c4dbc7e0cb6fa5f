import type { Prompt } from "../../src/dialects/types.js";
import {
  characters,
  checkNames,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSpans,
} from "./prose-rules.js";

const RATIOS = ["1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"];

/** MiniMax image-01: at most 1,500 characters, eight ratios, 1 to 9 pictures. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (version !== "image-01") wrong.push(`unknown version ${version}`);
  if (characters(prompt.text) > 1500) wrong.push("more than 1,500 characters");
  const count = Number(prompt.parameters["count"] ?? 1);
  if (count < 1 || count > 9) wrong.push("1 to 9 pictures");
  return [
    ...wrong,
    ...checkOneOf(prompt, "aspect-ratio", RATIOS, true),
    ...checkNames(prompt, ["aspect-ratio", "prompt-optimizer", "count", "seed"]),
  ];
}
