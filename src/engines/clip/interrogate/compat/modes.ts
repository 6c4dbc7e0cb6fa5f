import { ImpromptError } from "../../../../base/error.js";
import type { PhraseTable } from "../../phrases/types.js";
import { firstMaximum, type Judge } from "../judge.js";
import { captionPiece, join, type Piece } from "../pieces.js";
import { makePool, makeScorer, type Pool } from "../pool.js";
import type { InterrogateOptions, InterrogationTools, Question } from "../types.js";
import { chain } from "./chain.js";
import { chunkedRank } from "./chunked-rank.js";
import { truncateToFit } from "./truncate.js";

/** A prompt with the parts that it begins with: a cut may have taken the last ones away. */
export interface Answer {
  readonly prompt: string;
  readonly pieces: readonly Piece[];
}

interface Settings {
  readonly chunkSize: number;
  readonly candidates: number;
  readonly minPhrases: number;
  readonly maxPhrases: number;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Bench {
  readonly judge: Judge;
  readonly settings: Settings;
  readonly table: (name: string) => PhraseTable;
  readonly scoresOf: (table: PhraseTable) => Float32Array;
}

const MERGED = ["artists", "flavors", "mediums", "movements", "trendings"] as const;
const CLASSIC_FLAVORS = 3;

function pieceAt(pool: Pool, index: number): Piece {
  const text = pool.phrases[index] as string;
  return { text, table: pool.origin(index).table.name, score: pool.scores[index] as number, joint: ", " };
}

function rank(pool: Pool, count: number, bench: Bench, toward: "most" | "least" = "most"): Piece[] {
  return chunkedRank(pool, count, bench.settings.chunkSize, toward).map((index) => pieceAt(pool, index));
}

const poolOf = (names: readonly string[], { scoresOf, table }: Bench): Pool =>
  makePool(names.map(table), scoresOf);

function cut(pieces: readonly Piece[], { judge }: Bench): Answer {
  return { prompt: truncateToFit(join(pieces) ?? "", judge), pieces };
}

function classic(caption: string, flavors: number, bench: Bench): Answer {
  const first = (name: string): Piece => rank(poolOf([name], bench), 1, bench)[0] as Piece;
  const medium = first("mediums");
  const artist: Piece = { ...first("artists"), joint: " " };
  const rest = [first("trendings"), first("movements"), ...rank(poolOf(["flavors"], bench), flavors, bench)];
  const opening = caption.startsWith(medium.text) ? [] : [medium];
  return cut([captionPiece(caption), ...opening, artist, ...rest], bench);
}

function fast(caption: string, merged: Pool, bench: Bench): Answer {
  const tops = rank(merged, bench.settings.maxPhrases, bench);
  return cut([captionPiece(caption), ...tops], bench);
}

async function best(caption: string, bench: Bench): Promise<Answer> {
  const { judge, settings } = bench;
  const merged = poolOf(MERGED, bench);
  const candidates = rank(merged, settings.candidates, bench);
  const [similarity = 0] = await judge.similarities([caption]);
  const start = { pieces: [captionPiece(caption)], similarity };
  const grown = await chain(start, candidates, judge, { ...settings, sign: 1 });
  const answers: Answer[] = [
    { prompt: caption, pieces: start.pieces },
    classic(caption, settings.maxPhrases, bench),
    fast(caption, merged, bench),
    { prompt: join(grown.pieces) ?? "", pieces: grown.pieces },
  ];
  const values = await judge.similarities(answers.map(({ prompt }) => prompt));
  return answers[firstMaximum(values)] as Answer;
}

async function negative(bench: Bench): Promise<Answer> {
  const { judge, settings } = bench;
  const far = rank(poolOf(["flavors"], bench), settings.candidates, bench, "least");
  const list = poolOf(["negative"], bench);
  const own = list.phrases.map((_, index) => pieceAt(list, index));
  const { pieces } = await chain({ pieces: [], similarity: 0 }, [...far, ...own], judge, {
    ...settings,
    sign: -1,
  });
  return { prompt: join(pieces) ?? "", pieces };
}

function tableIn({ tables }: InterrogationTools): (name: string) => PhraseTable {
  return (name) => {
    const found = tables.find((table) => table.name === name);
    if (found !== undefined && found.phrases.length > 0) return found;
    throw new ImpromptError("invalid-option", `the lists hold no ${name}, which clip-interrogator asks for`, {
      hint: `Add ${name === "trendings" ? "the table of sites" : `${name}.txt`}, or leave compat out`,
    });
  };
}

/**
 * The string that clip-interrogator 0.6.0 gives with the same weights, caption and lists, its approximations and
 * faults included. Equal to it but where its own answer hangs on the order of a Python set, which is random, or on the
 * last bit of two similarities.
 *
 * @source shown on the package itself by tools/golden/clip-interrogator/modes.py
 */
export async function interrogateAsClipInterrogator(
  { caption = "" }: Question,
  tools: InterrogationTools,
  options: InterrogateOptions,
  judge: Judge,
): Promise<Answer> {
  const { mode, onProgress, minPhrases, maxPhrases = 32, candidates = 2048, chunkSize = 2048 } = options;
  const progress = onProgress === undefined ? {} : { onProgress };
  const settings = { chunkSize, candidates, minPhrases: minPhrases ?? 8, maxPhrases, ...progress };
  const bench: Bench = { judge, settings, table: tableIn(tools), scoresOf: makeScorer(judge.image) };
  switch (mode) {
    case "best":
      return best(caption, bench);
    case "fast":
      return fast(caption, poolOf(MERGED, bench), bench);
    case "classic":
      return classic(caption, options.maxPhrases ?? CLASSIC_FLAVORS, bench);
    case "negative":
      return negative(bench);
    case "caption":
      return { prompt: caption, pieces: [captionPiece(caption)] };
    case "style":
      throw new ImpromptError("invalid-option", "clip-interrogator has no style mode", {
        hint: "Leave compat out, or choose best, fast, classic, negative or caption",
      });
  }
}
