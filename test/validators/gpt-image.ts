import type { Prompt } from "../../src/dialects/types.js";
import {
  characters,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSides,
  checkSpans,
  sizeOf,
} from "./prose-rules.js";

/** GPT Image: at most 32,000 characters; three sizes, from version 2 any multiple of 16 between 1:3 and 3:1. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (characters(prompt.text) > 32000) wrong.push("more than 32,000 characters");
  if (version === "2") {
    wrong.push(...checkSides(prompt, 16, 16, 3840));
    const [width = 0, height = 0] = sizeOf(prompt).split("x").map(Number);
    if (width > 3 * height || height > 3 * width) wrong.push("slimmer than 3:1");
    if (width * height > 3840 * 2160) wrong.push("more pixels than 3840x2160");
  } else if (!["1024x1024", "1536x1024", "1024x1536"].includes(sizeOf(prompt)))
    wrong.push(`size ${sizeOf(prompt)}`);
  return [
    ...wrong,
    ...checkOneOf(prompt, "quality", ["low", "medium", "high", "auto"]),
    ...checkOneOf(prompt, "background", ["transparent", "opaque", "auto"]),
  ];
}
