import { CONTENT_FACETS, type Facet } from "../../../blueprint/facets.js";
import { classify } from "../../../vocabulary/classify.js";
import { standardVocabulary } from "../../../vocabulary/standard.js";
import { greatest } from "../phrases/top-k.js";
import type { PhraseTable } from "../phrases/types.js";
import { type Candidate, makeSenses, meanEmbedding, type Sense, type Senses } from "./candidate.js";
import { exactScout, type Growth } from "./grow.js";
import { guidedScout } from "./guided-scout.js";
import { makeArtistSpotter } from "./hidden-artist.js";
import { type Judge, makeJudge } from "./judge.js";
import type { Draft } from "./pieces.js";
import {
  type Candidates,
  phrasesIn,
  plainBest,
  plainCaption,
  plainClassic,
  plainFast,
  plainNegative,
  plainStyle,
  type Situation,
} from "./plain-modes.js";
import { makePool, makeScorer, type Pool } from "./pool.js";
import { resemblances } from "./resemblances.js";
import { shortlist } from "./shortlist.js";
import type { InterrogateOptions, InterrogationTools, Question, Resemblance } from "./types.js";

/** The caption says what is shown, and what a negative prompt holds is a matter of its own. */
const APART: readonly string[] = ["artists", "subjects", "negative"];
/** Of what the picture resembles most, what negative mode keeps out where it is given no prompt. */
const POSITIVE = 32;
const NOT_STYLE: readonly Facet[] = [...CONTENT_FACETS, "text"];

export interface PlainAnswer extends Draft {
  readonly artists: readonly Resemblance[];
  /** Texts that the rough encoder was asked for. */
  readonly roughly: number;
}

interface Setting {
  readonly count: number;
  readonly judge: Judge;
  readonly senses: Senses;
  readonly scoresOf: (table: PhraseTable) => Float32Array;
  readonly accepts: (phrase: string) => boolean;
}

function listed(
  pool: Pool,
  { count, judge, senses, accepts }: Setting,
  sign: 1 | -1 = 1,
  below: number = Number.POSITIVE_INFINITY,
): Candidate[] {
  return shortlist(pool, {
    count,
    sign,
    accepts: (phrase, score) => score < below && accepts(phrase),
    candidate: (index) => senses.candidate(pool, index, judge),
  });
}

function isArtists({ name }: PhraseTable): boolean {
  return name === "artists";
}

function candidatesIn(tables: readonly PhraseTable[], setting: Setting): Candidates {
  return {
    merged: (count = setting.count) =>
      listed(makePool(tables, setting.scoresOf), { ...setting, count: Math.min(count, setting.count) }),
    of: (name, count) => {
      const some = tables.filter((table) => table.name === name);
      return listed(makePool(some, setting.scoresOf), { ...setting, count });
    },
  };
}

function lowerQuartile(scores: Float32Array): number {
  return scores.toSorted()[scores.length >> 2] ?? 0;
}

/** The negative table whole, then the least similar phrases of the others. */
function farthest(
  tables: readonly PhraseTable[],
  own: PhraseTable | undefined,
  setting: Setting,
): Candidate[] {
  const pool = makePool(tables, setting.scoresOf);
  const bar = lowerQuartile(pool.scores);
  const faults = own === undefined ? [] : listed(makePool([own], setting.scoresOf), setting, -1, bar);
  return [...faults, ...listed(pool, setting, -1, bar)];
}

function heldBy(prompt: string | undefined, tables: readonly PhraseTable[], setting: Setting): Sense[] {
  const pool = makePool(tables, setting.scoresOf);
  const { judge, senses } = setting;
  if (prompt === undefined) {
    return greatest(pool.scores, POSITIVE).map((index) => senses.candidate(pool, index, judge).sense);
  }
  return phrasesIn(prompt).map((phrase) => {
    const index = pool.phrases.indexOf(phrase);
    return index < 0 ? senses.ofText(phrase) : senses.candidate(pool, index, judge).sense;
  });
}

function settingOf(
  { tables, vocabulary = standardVocabulary() }: InterrogationTools,
  { mode, artists = "suggest", candidates = 2048 }: InterrogateOptions,
  judge: Judge,
): Setting {
  const named = makeArtistSpotter(tables.find(isArtists), vocabulary);
  const wanted = artists === "on" && mode !== "negative";
  const ofSubject = (phrase: string): boolean => NOT_STYLE.includes(classify(phrase, { vocabulary }).facet);
  return {
    count: candidates,
    judge,
    senses: makeSenses(vocabulary, meanEmbedding(tables)),
    scoresOf: makeScorer(judge.image),
    accepts: (phrase) => (wanted || !named(phrase)) && !(mode === "style" && ofSubject(phrase)),
  };
}

async function negative(
  { prompt }: Question,
  tables: readonly PhraseTable[],
  own: PhraseTable | undefined,
  setting: Setting,
  growth: Growth,
  situation: Omit<Situation, "candidates">,
): Promise<Draft> {
  const held = heldBy(prompt, tables, setting);
  const merged = farthest(tables, own, setting);
  return plainNegative({ ...situation, candidates: { merged: () => merged, of: () => [] } }, held, growth);
}

/**
 * Interrogates with what `compat` leaves out: exact ranking, no phrase that says again what stands there, artists
 * apart, and a negative mode that finds what the picture least is.
 */
export async function interrogatePlainly(
  question: Question,
  tools: InterrogationTools,
  options: InterrogateOptions,
  judge: Judge,
): Promise<PlainAnswer> {
  const { mode, onProgress, minPhrases = 8, maxPhrases = 32, artists: policy = "suggest" } = options;
  const setting = settingOf(tools, options, judge);
  const artists = tools.tables.find(isArtists);
  const rest = tools.tables.filter(({ name }) => !APART.includes(name));
  const growing = policy === "on" && artists !== undefined ? [artists, ...rest] : rest;
  const growth: Growth = {
    minPhrases,
    maxPhrases,
    sign: mode === "negative" ? -1 : 1,
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const rough =
    tools.rough === undefined
      ? undefined
      : makeJudge(question.image, { clip: { ...tools.clip, ...tools.rough } }, options.signal);
  const scout =
    options.quality === "turbo" ? guidedScout(judge, growth.sign, rough) : exactScout(judge, growth.sign);
  const caption = question.caption ?? "";
  const spoken = { caption, sense: setting.senses.ofText(caption), judge, scout };
  const situation = (): Situation => ({ ...spoken, candidates: candidatesIn(growing, setting) });
  const run = (): Promise<Draft> => {
    switch (mode) {
      case "best":
        return plainBest(situation(), growth);
      case "fast":
        return plainFast(situation(), maxPhrases);
      case "classic":
        return plainClassic(situation(), options.maxPhrases);
      case "caption":
        return plainCaption(spoken);
      case "style":
        return plainStyle(situation(), growth);
      case "negative":
        return negative(
          question,
          rest,
          tools.tables.find(({ name }) => name === "negative"),
          setting,
          growth,
          spoken,
        );
    }
  };
  const draft = await run();
  const suggests = policy === "suggest" && artists !== undefined && mode !== "negative";
  return {
    ...draft,
    artists: suggests ? resemblances(artists, setting.scoresOf(artists)) : [],
    roughly: rough?.encoded() ?? 0,
  };
}
