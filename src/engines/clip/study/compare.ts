import type { Clip, ModelWork } from "../../../models/types.js";
import { phraseKey } from "../../../vocabulary/key.js";
import type { PartScore, PromptScore } from "./score.js";
import { scorePrompt } from "./score.js";

export interface Comparison {
  readonly a: PromptScore;
  readonly b: PromptScore;
  /** Similarity of A less that of B: above zero where A is nearer to the picture. */
  readonly difference: number;
  /** Phrases that only one of them has, and those that both have, as A writes them. */
  readonly onlyA: readonly PartScore[];
  readonly onlyB: readonly PartScore[];
  readonly shared: readonly PartScore[];
}

/** Two prompts before the same picture; phrases count as the same where only case, hyphens or articles differ. */
export async function comparePrompts(
  promptA: string,
  promptB: string,
  image: ArrayLike<number>,
  clip: Pick<Clip, "embedTexts" | "countTokens" | "contextLength">,
  work: ModelWork = {},
): Promise<Comparison> {
  const a = await scorePrompt(promptA, image, clip, work);
  const b = await scorePrompt(promptB, image, clip, work);
  const [keysA, keysB] = [a, b].map(({ parts }) => new Set(parts.map(({ text }) => phraseKey(text))));
  const has = (keys: ReadonlySet<string> | undefined, { text }: PartScore): boolean =>
    keys?.has(phraseKey(text)) === true;
  return {
    a,
    b,
    difference: a.similarity - b.similarity,
    onlyA: a.parts.filter((part) => !has(keysB, part)),
    onlyB: b.parts.filter((part) => !has(keysA, part)),
    shared: a.parts.filter((part) => has(keysB, part)),
  };
}
