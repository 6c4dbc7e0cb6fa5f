import { phraseKey } from "../../../vocabulary/key.js";
import { alike, type Candidate, type Sense, says } from "./candidate.js";
import { type Growth, grow, type Scout, tokensOf } from "./grow.js";
import { firstMaximum, type Judge } from "./judge.js";
import { captionPiece, type Draft, join, type Piece } from "./pieces.js";

const CLASSIC_FLAVORS = 3;
/** Candidates for each place: those that say what stands there already are passed over. */
const SPARE = 8;

/** Lists of candidates in the order of rank, without artists unless they are wanted. */
export interface Candidates {
  /** Of all tables: as many as a chain is to have unless said. */
  readonly merged: (count?: number) => readonly Candidate[];
  /** Of one table; none where it is missing or left out. */
  readonly of: (table: string, count: number) => readonly Candidate[];
}

export interface Situation {
  readonly caption: string;
  readonly sense: Sense;
  readonly judge: Judge;
  readonly candidates: Candidates;
  readonly scout: Scout;
}

function opening(caption: string): readonly Piece[] {
  return caption === "" ? [] : [captionPiece(caption)];
}

/** Appends what fits and says something new, in the order given, until there are `most` phrases. */
function extend(
  start: readonly Piece[],
  taken: readonly Candidate[],
  more: readonly Candidate[],
  most: number,
  { judge, sense }: Situation,
): { readonly pieces: readonly Piece[]; readonly taken: readonly Candidate[] } {
  let [pieces, chosen, added] = [start, taken, 0];
  for (const candidate of more) {
    if (added >= most) break;
    if (says(sense, candidate.sense) || chosen.some((other) => alike(other.sense, candidate.sense))) continue;
    const next = [...pieces, candidate];
    if (tokensOf(next, judge) > judge.contextLength) continue;
    [pieces, chosen, added] = [next, [...chosen, candidate], added + 1];
  }
  return { pieces, taken: chosen };
}

function fast(situation: Situation, maxPhrases: number): readonly Piece[] {
  const { caption, candidates } = situation;
  return extend(opening(caption), [], candidates.merged(SPARE * maxPhrases), maxPhrases, situation).pieces;
}

function classic(situation: Situation, flavors: number): readonly Piece[] {
  const { caption, candidates } = situation;
  let made: ReturnType<typeof extend> = { pieces: opening(caption), taken: [] };
  const parts = [
    ["mediums", 1, ", "],
    ["artists", 1, " "],
    ["trendings", 1, ", "],
    ["movements", 1, ", "],
    ["flavors", flavors, ", "],
  ] as const;
  for (const [table, count, joint] of parts) {
    const some = candidates.of(table, SPARE * count).map((candidate) => ({ ...candidate, joint }));
    made = extend(made.pieces, made.taken, some, count, situation);
  }
  return made.pieces;
}

async function measured(pieces: readonly Piece[], judge: Judge): Promise<Draft> {
  const [similarity = 0] = await judge.similarities([join(pieces) ?? ""]);
  return { pieces, similarity };
}

export function plainFast(situation: Situation, maxPhrases: number): Promise<Draft> {
  return measured(fast(situation, maxPhrases), situation.judge);
}

export function plainClassic(situation: Situation, flavors: number = CLASSIC_FLAVORS): Promise<Draft> {
  return measured(classic(situation, flavors), situation.judge);
}

export function plainCaption({ caption, judge }: Pick<Situation, "caption" | "judge">): Promise<Draft> {
  return measured(opening(caption), judge);
}

/** The most similar of the grown prompt, the two short ones and the caption. */
export async function plainBest(situation: Situation, growth: Growth): Promise<Draft> {
  const { judge, candidates, scout, sense } = situation;
  const start = await plainCaption(situation);
  const news = candidates.merged().filter((candidate) => !says(sense, candidate.sense));
  const grown = await grow(start, news, judge, scout, growth);
  const most = opening(situation.caption).length + growth.maxPhrases;
  const others = [classic(situation, CLASSIC_FLAVORS), fast(situation, growth.maxPhrases)].filter(
    ({ length }) => length <= most,
  );
  const values = await judge.similarities(others.map((pieces) => join(pieces) ?? ""));
  const drafts: Draft[] = [
    grown,
    ...others.map((pieces, i) => ({ pieces, similarity: values[i] as number })),
  ];
  return drafts[firstMaximum(drafts.map(({ similarity }) => similarity))] as Draft;
}

/** A prompt without a subject, grown from nothing. */
export function plainStyle({ judge, candidates, scout }: Situation, growth: Growth): Promise<Draft> {
  return grow({ pieces: [], similarity: 0 }, candidates.merged(), judge, scout, growth);
}

/**
 * Phrases that together are farthest from the picture: each lies in the lowest quarter of all phrases, and each makes the
 * whole less similar. What the picture is said to be, or resembles most, is kept out.
 */
export function plainNegative(
  { judge, candidates, scout, sense }: Situation,
  positive: readonly Sense[],
  growth: Growth,
): Promise<Draft> {
  const far = candidates
    .merged()
    .filter(
      (candidate) => !says(sense, candidate.sense) && !positive.some((held) => alike(held, candidate.sense)),
    );
  return grow({ pieces: [], similarity: 0 }, far, judge, scout, { ...growth, sign: -1, minPhrases: 0 });
}

/** Phrases of a prompt, for telling what it says. */
export function phrasesIn(prompt: string): string[] {
  return prompt
    .split(/[,;.\n]+/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phraseKey(phrase) !== "");
}
