import type { Observation } from "../blueprint/observation.js";
import type { Polarity } from "../blueprint/types.js";
import { splitPhrases } from "../language/phrases.js";
import type { Recovered } from "../metadata/types.js";
import { classify } from "../vocabulary/classify.js";

/** Generators do not draw all that they are told: a phrase of the true prompt is true of the picture this often. */
const OBEYED = 0.95;

function sourceOf(recovered: Recovered): string {
  const slug = recovered.tool.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  return `metadata:${slug.replace(/^-+|-+$/gu, "")}`;
}

const DENIAL = /^(?:no|without)\s+(?=\p{L})/iu;

/** "no text" among what to draw is an exclusion of "text"; within a negative prompt it stays as it is written. */
function polarityOf(
  text: string,
  polarity: Polarity,
): { readonly text: string; readonly polarity: Polarity } {
  if (polarity === "exclude" || !DENIAL.test(text)) return { text, polarity };
  return { text: text.replace(DENIAL, ""), polarity: "exclude" };
}

/** The recovered prompt phrase by phrase, each in its facet, exclusions from the negative prompt. */
export function recall(recovered: Recovered): Observation[] {
  const source = sourceOf(recovered);
  const confidence = recovered.confidence * OBEYED;
  const said = (text: string, fallback: Polarity): Observation[] =>
    splitPhrases(text, recovered.grammar).phrases.map((phrase, index) => {
      const { facet, reason } = classify(phrase.text, { first: index === 0 && fallback === "include" });
      const polarity = phrase.polarity === "exclude" ? "exclude" : fallback;
      return {
        facet,
        weight: phrase.weight,
        ...polarityOf(phrase.text, polarity),
        confidence,
        evidence: { source, note: reason },
      };
    });
  const characters = recovered.characters ?? [];
  return [
    ...said(recovered.prompt, "include"),
    ...characters.flatMap((character) => said(character.prompt, "include")),
    ...said(recovered.negative, "exclude"),
    ...characters.flatMap((character) => said(character.negative ?? "", "exclude")),
  ];
}
