import type { Observation } from "../blueprint/observation.js";
import type { Polarity } from "../blueprint/types.js";
import type { Recovered } from "../metadata/types.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { readPhrases } from "./understand/read-phrases.js";

/** Generators do not draw all that they are told: a phrase of the true prompt is true of the picture this often. */
const OBEYED = 0.95;

function sourceOf(recovered: Recovered): string {
  const slug = recovered.tool.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  return `metadata:${slug.replace(/^-+|-+$/gu, "")}`;
}

/** The recovered prompt phrase by phrase, each in its facet, exclusions from the negative prompt. */
export function recall(recovered: Recovered, vocabulary?: Vocabulary): Observation[] {
  const source = sourceOf(recovered);
  const confidence = recovered.confidence * OBEYED;
  const said = (text: string, fallback: Polarity): Observation[] =>
    readPhrases(text, recovered.grammar, fallback, {
      divide: true,
      ...(vocabulary === undefined ? {} : { vocabulary }),
    }).phrases.map(({ facet, text: words, weight, polarity, reason }) => ({
      facet,
      text: words,
      weight,
      polarity,
      confidence,
      evidence: { source, note: reason },
    }));
  const characters = recovered.characters ?? [];
  return [
    ...said(recovered.prompt, "include"),
    ...characters.flatMap((character) => said(character.prompt, "include")),
    ...said(recovered.negative, "exclude"),
    ...characters.flatMap((character) => said(character.negative ?? "", "exclude")),
  ];
}
