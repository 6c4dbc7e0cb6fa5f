import { FACETS, type Facet } from "../../../blueprint/facets.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { Clarity } from "./clarity.js";
import { clarityOf } from "./clarity.js";
import { confidenceOf } from "./confidence.js";
import { facetsOf } from "./facets-of.js";
import type { Spread } from "./normal.js";
import { spreadOf, spreadsAbove } from "./normal.js";
import { dot } from "./top-k.js";
import type { PhraseTable } from "./types.js";

export type Scores = Float32Array | Float64Array;

/** All phrases of some tables before one picture or part of it. */
export interface Standings {
  readonly tables: readonly PhraseTable[];
  /** Of each table, by phrase. */
  readonly scores: readonly Scores[];
  readonly facets: readonly (readonly Facet[])[];
  /** How the scores of a facet's phrases spread, over all tables; those of a small facet as all do, nearly. */
  readonly rivals: ReadonlyMap<Facet, Spread>;
  /** Of all that the picture may show. */
  readonly clarity: Clarity;
}

/** Lists that say what a picture should not be: no rivals of what it shows. */
const APART: ReadonlySet<string> = new Set(["negative"]);

/** Phrases of all facets that speak beside a facet's own: the few of a small one do not tell how scores spread. */
const BESIDE = 20;

function towards(all: Spread, own: Spread): Spread {
  const { count } = own;
  const weight = count / (count + BESIDE);
  return {
    mean: weight * own.mean + (1 - weight) * all.mean,
    deviation: Math.sqrt(weight * own.deviation ** 2 + (1 - weight) * all.deviation ** 2),
    count,
  };
}

/** Scores every phrase. @param image an embedding of length 1, of the model of the tables */
export function standingsOf(
  tables: readonly PhraseTable[],
  image: ArrayLike<number>,
  vocabulary?: Vocabulary,
): Standings {
  const query = Float64Array.from(image);
  const scores = tables.map(({ embeddings }) =>
    Float64Array.from({ length: embeddings.rows }, (_, row) => dot(embeddings, row, query)),
  );
  return standingsFrom(tables, scores, vocabulary);
}

/** @param scores of each table's phrases, table by table */
export function standingsFrom(
  tables: readonly PhraseTable[],
  scores: readonly Scores[],
  vocabulary?: Vocabulary,
): Standings {
  const facets = tables.map((table) => facetsOf(table, vocabulary));
  const byFacet = new Map<Facet, number[]>(FACETS.map((facet) => [facet, []]));
  tables.forEach(({ name }, at) => {
    if (APART.has(name)) return;
    facets[at]?.forEach((facet, row) => byFacet.get(facet)?.push(scores[at]?.[row] ?? 0));
  });
  const every = [...byFacet.values()].flat();
  const all = spreadOf(every);
  const rivals = new Map([...byFacet].map(([facet, values]) => [facet, towards(all, spreadOf(values))]));
  return { tables, scores, facets, rivals, clarity: clarityOf(every) };
}

/** A phrase by its table and row, as it stands among the rivals of its facet. */
export interface Standing {
  readonly phrase: string;
  readonly table: string;
  readonly facet: Facet;
  /** Cosine similarity. */
  readonly score: number;
  /** Spreads above the mean of its facet. */
  readonly height: number;
  /** 0.05 to 0.95, as `confidenceOf` tells; at most 0.45 where nothing stands out. */
  readonly confidence: number;
}

/** Where no phrase stands out, none is believed: below what prompts are made of. */
const MOST_OF_UNCLEAR = 0.45;

const NOBODY: Spread = { mean: 0, deviation: 0, count: 0 };

export function standingOf(standings: Standings, table: number, row: number): Standing {
  const facet = standings.facets[table]?.[row] ?? "detail";
  const score = standings.scores[table]?.[row] ?? 0;
  const rivals = standings.rivals.get(facet) ?? NOBODY;
  return {
    phrase: standings.tables[table]?.phrases[row] ?? "",
    table: standings.tables[table]?.name ?? "",
    facet,
    score,
    height: spreadsAbove(score, rivals),
    confidence: Math.min(confidenceOf(score, rivals), standings.clarity.weak ? MOST_OF_UNCLEAR : 1),
  };
}
