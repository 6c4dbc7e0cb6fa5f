import type { Facet } from "../../../blueprint/facets.js";
import type { Observation } from "../../../blueprint/observation.js";
import type { Polarity, Region } from "../../../blueprint/types.js";
import { classify } from "../../../vocabulary/classify.js";
import { phraseKey } from "../../../vocabulary/key.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { Standings } from "./standings.js";
import { standingOf } from "./standings.js";

/** A phrase that was chosen for a picture: by an interrogation, a ranking or a closer look. */
export interface SeenPhrase {
  readonly text: string;
  /** Name of the table that it is from. */
  readonly table: string;
  /** Cosine similarity of the phrase alone. */
  readonly score: number;
}

export interface ObservationOptions {
  /** "clip:ViT-L-14/openai" */
  readonly source: string;
  readonly standings: Standings;
  /** "include" unless said. */
  readonly polarity?: Polarity;
  /** The part of the picture that the standings are of; all of it unless said. */
  readonly region?: Region;
  readonly vocabulary?: Vocabulary;
}

interface Found {
  readonly facet: Facet;
  readonly confidence: number;
  readonly note: string;
}

/** "by claude monet" names the artist; the facet says the rest. */
function wordsOf(text: string, facet: Facet): string {
  return facet === "artist" ? text.replace(/^(?:inspired )?by /iu, "") : text;
}

function place(phrase: SeenPhrase, { standings, vocabulary, region }: ObservationOptions): Found {
  const at = standings.tables.findIndex(({ name }) => name === phrase.table);
  const row = standings.tables[at]?.phrases.indexOf(phrase.text) ?? -1;
  if (at < 0 || row < 0) {
    const { facet } = classify(phrase.text, vocabulary === undefined ? {} : { vocabulary });
    return { facet, confidence: 0.05, note: "not of the vocabulary" };
  }
  const { facet, confidence, height } = standingOf(standings, at, row);
  const where = region === undefined ? "" : " in this part";
  return {
    facet,
    confidence,
    note: `${height.toFixed(1)} spreads above the other ${facet} phrases${where}`,
  };
}

/**
 * Phrases as observations, in their order, a repeated one once: the facet from the vocabulary, the confidence from the
 * margin to the rivals within it, the similarity as evidence. Artists are hypotheses.
 */
export function observationsOf(phrases: readonly SeenPhrase[], options: ObservationOptions): Observation[] {
  const { source, region, polarity } = options;
  const said = new Set<string>();
  return phrases.flatMap((phrase): Observation[] => {
    const { facet, confidence, note } = place(phrase, options);
    const text = wordsOf(phrase.text, facet);
    const key = `${facet} ${phraseKey(text)}`;
    if (said.has(key)) return [];
    said.add(key);
    return [
      {
        facet,
        text,
        confidence,
        evidence: { source, score: phrase.score, note, ...(region === undefined ? {} : { region }) },
        ...(polarity === undefined ? {} : { polarity }),
        ...(facet === "artist" ? { hypothesis: true } : {}),
      },
    ];
  });
}
