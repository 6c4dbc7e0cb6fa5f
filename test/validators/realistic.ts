import type { Prompt } from "../../src/dialects/types.js";
import { checkNoNegative, checkSentences, checkSpans } from "./prose-rules.js";

/** Plain photographic prose: at most 120 words, a photograph, its frame in words, nothing beside the text. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  if (version !== "1") wrong.push(`unknown version ${version}`);
  if (prompt.text.split(" ").length > 120) wrong.push("more than 120 words");
  if (!/photo|selfie|polaroid|daguerreotype|film still/iu.test(prompt.text))
    wrong.push("does not ask for a photograph");
  if (!/ frame\.$/u.test(prompt.text)) wrong.push("does not say its frame");
  if (Object.keys(prompt.parameters).length > 0) wrong.push("has parameters beside the text");
  return wrong;
}
