import type { Prompt } from "../../src/dialects/types.js";
import { characters, checkNames, checkOneOf, checkSentences, checkSpans, sizeOf } from "./prose-rules.js";

const IMAGE4 = ["2048x2048", "2304x1792", "1792x2304", "2688x1536", "1440x2560"];
const IMAGE3 = [
  "2048x2048",
  "1024x1024",
  "2304x1792",
  "1792x2304",
  "2688x1536",
  "2688x1512",
  "1344x768",
  "1344x756",
  "1152x896",
  "896x1152",
];

/** Firefly: 1 to 1,024 characters, as many for the negative prompt, sizes by model. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt)];
  const length = characters(prompt.text);
  if (length < 1 || length > 1024) wrong.push(`${length} characters`);
  if (prompt.negative === null || characters(prompt.negative) > 1024)
    wrong.push("negative prompt is missing or too long");
  if (!(version === "image4" ? IMAGE4 : IMAGE3).includes(sizeOf(prompt)))
    wrong.push(`size ${sizeOf(prompt)}`);
  const count = Number(prompt.parameters["count"] ?? 1);
  if (count < 1 || count > 4) wrong.push("1 to 4 pictures");
  return [
    ...wrong,
    ...checkOneOf(prompt, "content-class", ["photo", "art"]),
    ...checkNames(prompt, ["width", "height", "content-class", "visual-intensity", "count", "seed"]),
  ];
}
