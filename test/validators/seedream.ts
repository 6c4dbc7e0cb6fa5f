import type { Prompt } from "../../src/dialects/types.js";
import {
  checkNames,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSpans,
  sizeOf,
} from "./prose-rules.js";

/** Seedream: above 600 words a warning is due; width:height of 1:16 to 16:1. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (!["4", "4.5", "5"].includes(version)) wrong.push(`unknown version ${version}`);
  const told = prompt.warnings.some((warning) => warning.code === "over-recommended");
  if (prompt.text.split(" ").length > 600 !== told)
    wrong.push("more than 600 words, untold, or told without need");
  const [width = 0, height = 0] = sizeOf(prompt).split("x").map(Number);
  if (!(width <= 16 * height && height <= 16 * width)) wrong.push("slimmer than 16:1");
  if (!(width * height >= 1280 * 720 && width * height <= 4096 * 4096))
    wrong.push("too few or too many pixels");
  return [
    ...wrong,
    ...checkOneOf(prompt, "sequential-image-generation", ["auto", "disabled"]),
    ...checkNames(prompt, ["width", "height", "sequential-image-generation"]),
  ];
}
