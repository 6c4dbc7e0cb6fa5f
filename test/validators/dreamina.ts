import type { Prompt } from "../../src/dialects/types.js";
import { checkNames, checkNoNegative, checkOneOf, checkSentences, checkSpans } from "./prose-rules.js";

/** Dreamina: Seedream's recommendation of 600 words; ratios within Seedream's range. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (version !== "web") wrong.push(`unknown version ${version}`);
  const told = prompt.warnings.some((warning) => warning.code === "over-recommended");
  if (prompt.text.split(" ").length > 600 !== told)
    wrong.push("more than 600 words, untold, or told without need");
  const ratios = ["1:1", "21:9", "16:9", "3:2", "4:3", "3:4", "2:3", "9:16"];
  return [
    ...wrong,
    ...checkOneOf(prompt, "aspect-ratio", ratios, true),
    ...checkNames(prompt, ["aspect-ratio"]),
  ];
}
