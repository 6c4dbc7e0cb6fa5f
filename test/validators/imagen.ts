import type { Prompt } from "../../src/dialects/types.js";
import { checkNoNegative, checkOneOf, checkSentences, checkSpans, tokensAtLeast } from "./prose-rules.js";

/** Imagen 4: 480 tokens, five ratios, shut down, which must be told. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (version !== "4") wrong.push(`unknown version ${version}`);
  if (tokensAtLeast(prompt.text) > 480) wrong.push("more than 480 tokens");
  if (prompt.warnings.every((warning) => warning.code !== "target-retired"))
    wrong.push("does not tell that it is retired");
  const count = Number(prompt.parameters["count"] ?? 1);
  if (count < 1 || count > 4) wrong.push("1 to 4 pictures");
  return [...wrong, ...checkOneOf(prompt, "aspect-ratio", ["1:1", "3:4", "4:3", "9:16", "16:9"], true)];
}
