import { readFileSync } from "node:fs";
import { join } from "node:path";
import { looksLettered } from "../../src/analysis/texture/lettering.js";
import type { Observation } from "../../src/blueprint/observation.js";
import { phraseText } from "../../src/engines/embedded/reader/phrase-text.js";
import type { TextReader } from "../../src/engines/embedded/reader/tesseract.js";
import { openTesseract } from "../../src/engines/embedded/reader/tesseract.js";
import { decodeImage } from "../../src/image/decode/index.js";
import { Picture } from "../../src/image/picture.js";

/** A row of reading-truth.jsonl: what a person sees in the picture, at the size in which it is stored. */
interface Truth {
  readonly file: string;
  /** Whether it holds lettering that can be read. */
  readonly legible: boolean;
  /** Words that stand in it, in Latin letters; not always all. */
  readonly words: readonly string[];
}

interface Reading extends Truth {
  /** Whether the texture was thought worth reading. */
  readonly looked: boolean;
  readonly spoken: readonly Observation[];
  /** Milliseconds that reading took; 0 where it was not read. */
  readonly time: number;
}

export interface ReadingEvaluation {
  /** False where the reader is not installed: then nothing was read. */
  readonly installed: boolean;
  readonly legible: { readonly pictures: number; readonly looked: number; readonly spoken: number };
  readonly textless: { readonly pictures: number; readonly looked: number; readonly spoken: number };
  /** Phrases whose every word stands in the picture, of all that were spoken. */
  readonly phrases: { readonly right: number; readonly spoken: number };
  /** Words that were spoken, of those that stand in legible pictures. */
  readonly words: { readonly found: number; readonly standing: number };
  readonly table: string;
}

const TRUTH = new URL("./reading-truth.jsonl", import.meta.url);

const keyOf = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const keysOf = (text: string): readonly string[] =>
  text
    .split(/[\s/-]+/u)
    .map(keyOf)
    .filter((key) => key !== "");

async function readOne(dir: string, truth: Truth, read: TextReader | undefined): Promise<Reading> {
  const { raster } = await decodeImage(readFileSync(join(dir, truth.file)));
  const looked = looksLettered(new Picture(raster));
  if (!looked || read === undefined) return { ...truth, looked, spoken: [], time: 0 };
  const before = performance.now();
  const words = await read(raster);
  return { ...truth, looked, spoken: phraseText(words, raster), time: performance.now() - before };
}

function isRight(phrase: Observation, truth: Truth): boolean {
  const standing = new Set(truth.words.flatMap(keysOf));
  return keysOf(phrase.text).every((key) => standing.has(key));
}

function lineOf(reading: Reading): string {
  const said = reading.spoken.map(
    (phrase) =>
      `${isRight(phrase, reading) ? "" : "WRONG "}"${phrase.text}" ${Math.round(phrase.evidence.score ?? 0)}`,
  );
  return `${reading.file}: ${said.join(" · ")}`;
}

const counts = (list: readonly Reading[]): ReadingEvaluation["legible"] => ({
  pictures: list.length,
  looked: list.filter(({ looked }) => looked).length,
  spoken: list.filter(({ spoken }) => spoken.length > 0).length,
});

/** Reads the pictures of reading-truth.jsonl, whose paths are relative to `dir`, as describing them would. */
export async function evaluateReading(dir: string): Promise<ReadingEvaluation> {
  const rows = readFileSync(TRUTH, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Truth);
  const read = await openTesseract();
  const readings: Reading[] = [];
  for (const row of rows) readings.push(await readOne(dir, row, read));
  await read?.close();
  const legible = readings.filter((reading) => reading.legible);
  const textless = readings.filter((reading) => !reading.legible);
  const phrases = readings.flatMap((reading) => reading.spoken.map((phrase) => isRight(phrase, reading)));
  const found = legible.map((reading) => {
    const spoken = new Set(reading.spoken.flatMap(({ text }) => keysOf(text)));
    return reading.words.flatMap(keysOf).filter((key) => spoken.has(key)).length;
  });
  const times = readings.filter(({ time }) => time > 0).map(({ time }) => time);
  const result = {
    installed: read !== undefined,
    legible: counts(legible),
    textless: counts(textless),
    phrases: { right: phrases.filter(Boolean).length, spoken: phrases.length },
    words: {
      found: found.reduce((sum, count) => sum + count, 0),
      standing: legible.reduce((sum, { words }) => sum + words.flatMap(keysOf).length, 0),
    },
  };
  const share = (part: number, whole: number): string =>
    `${part} of ${whole} (${whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`})`;
  const table = [
    `lettered pictures looked at: ${share(result.legible.looked, result.legible.pictures)}, spoken of: ${share(result.legible.spoken, result.legible.pictures)}`,
    `textless pictures looked at: ${share(result.textless.looked, result.textless.pictures)}, false alarms: ${share(result.textless.spoken, result.textless.pictures)}`,
    `phrases right in every word: ${share(result.phrases.right, result.phrases.spoken)}`,
    `words found: ${share(result.words.found, result.words.standing)}`,
    `milliseconds a read picture: ${(times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length)).toFixed(0)}`,
    ...readings.filter(({ spoken }) => spoken.length > 0).map(lineOf),
  ].join("\n");
  return { ...result, table };
}
