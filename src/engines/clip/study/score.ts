import type { Clip, ModelWork } from "../../../models/types.js";
import { dot } from "../phrases/top-k.js";
import { partsOf } from "./parts.js";

/** What one phrase of a prompt does for its similarity to a picture. */
export interface PartScore {
  readonly text: string;
  /** Similarity of the phrase alone. */
  readonly alone: number;
  /** By how much the similarity of the prompt falls when the phrase is left out; below zero where it rises. */
  readonly contribution: number;
  /** False where the phrase reaches behind the last token that CLIP reads. */
  readonly read: boolean;
}

export interface PromptScore {
  readonly prompt: string;
  /** Cosine similarity of the whole prompt to the picture. */
  readonly similarity: number;
  /** Tokens of the prompt, start and end included. */
  readonly tokens: number;
  /** Tokens that CLIP reads at most. */
  readonly limit: number;
  readonly parts: readonly PartScore[];
}

function without(parts: readonly string[], left: number): string {
  return parts.filter((_, at) => at !== left).join(", ");
}

/**
 * How near a prompt is to a picture, and what each of its phrases does for it, found by leaving it out. Phrases stand
 * between commas; the prompt is judged as it is written, and without a phrase as the others joined by commas.
 *
 * @param image an embedding of length 1, of the same model
 */
export async function scorePrompt(
  prompt: string,
  image: ArrayLike<number>,
  clip: Pick<Clip, "embedTexts" | "countTokens" | "contextLength">,
  work: ModelWork = {},
): Promise<PromptScore> {
  const parts = partsOf(prompt);
  const texts = [prompt, parts.join(", "), ...parts.map((_, at) => without(parts, at)), ...parts];
  const embedded = await clip.embedTexts(texts, work);
  const query = Float64Array.from(image);
  const similarityOf = (row: number): number => dot(embedded, row, query);
  const joined = similarityOf(1);
  return {
    prompt,
    similarity: similarityOf(0),
    tokens: clip.countTokens(prompt),
    limit: clip.contextLength,
    parts: parts.map((text, at) => ({
      text,
      alone: similarityOf(2 + parts.length + at),
      contribution: joined - similarityOf(2 + at),
      read: clip.countTokens(parts.slice(0, at + 1).join(", ")) <= clip.contextLength,
    })),
  };
}
