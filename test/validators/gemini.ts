import type { Prompt } from "../../src/dialects/types.js";
import {
  checkNames,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSpans,
  tokensAtLeast,
} from "./prose-rules.js";

const RATIOS = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"];

/** Gemini: ten ratios; 512 to 4K by version; no negative. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (tokensAtLeast(prompt.text) > 32768) wrong.push("longer than the input window");
  const names = version === "2.5-flash" ? ["aspect-ratio"] : ["aspect-ratio", "resolution"];
  return [
    ...wrong,
    ...checkOneOf(prompt, "aspect-ratio", RATIOS, true),
    ...checkOneOf(prompt, "resolution", ["512", "1K", "2K", "4K"]),
    ...checkNames(prompt, names),
  ];
}
