import { stat } from "node:fs/promises";
import type { Warning } from "../base/warning.js";
import { clarityWarning } from "../engines/clip/phrases/clarity.js";
import { openTables } from "../engines/clip/phrases/open-tables.js";
import { readPhraseList, readPhraseLists } from "../engines/clip/phrases/read-lists.js";
import { standardLists } from "../engines/clip/phrases/standard-lists.js";
import type { PhraseList } from "../engines/clip/phrases/types.js";
import type { Comparison } from "../engines/clip/study/compare.js";
import { comparePrompts } from "../engines/clip/study/compare.js";
import type { Ranking } from "../engines/clip/study/rank.js";
import { rankLists } from "../engines/clip/study/rank.js";
import type { PromptScore } from "../engines/clip/study/score.js";
import { scorePrompt } from "../engines/clip/study/score.js";
import type { Neighbour } from "../engines/clip/study/similar.js";
import { nearest } from "../engines/clip/study/similar.js";
import type { Raster } from "../image/raster.js";
import type { Clip, Matrix } from "../models/types.js";
import type { Services } from "./ports.js";

/** A model that is open, and what it needs of the machine. */
export interface Student {
  readonly clip: Clip;
  readonly services: Pick<Services, "open" | "decode">;
  /** What is being done. */
  readonly tell: (what: string, done: number, total: number) => void;
}

/** What every answer begins with. */
export interface Studied {
  /** The picture's name. */
  readonly file: string;
  /** "ViT-L-14/openai" */
  readonly model: string;
}

/** Pixels of the longer side: as good as all of them, since CLIP's numbers depend on how a picture was shrunk. */
const WHOLE = 8192;

async function openPicture(
  image: string,
  { services }: Student,
): Promise<{ readonly name: string; readonly raster: Raster }> {
  const opened = await services.open(image);
  const { raster } = await services.decode(opened, { workingSize: WHOLE });
  return { name: opened.name, raster };
}

async function embedPicture(
  image: string,
  student: Student,
): Promise<{ readonly studied: Studied; readonly embedding: Float32Array }> {
  const { name, raster } = await openPicture(image, student);
  const { data } = await student.clip.embedImages([raster]);
  return { studied: { file: name, model: student.clip.name }, embedding: data };
}

/** Lists of phrases that were read before a model is opened. */
export interface Terms {
  readonly lists: readonly PhraseList[];
  /** A folder of lists may hold CLIP Interrogator's cache files of them. */
  readonly folder?: string;
}

/**
 * The phrases of text files and folders of them; the vocabulary where none is named.
 *
 * @throws ImpromptError as `readPhraseLists`
 */
export async function readTerms(places: readonly string[]): Promise<Terms> {
  if (places.length === 0) return { lists: standardLists().filter(({ name }) => name !== "negative") };
  const lists: PhraseList[] = [];
  const folders: string[] = [];
  for (const place of places) {
    const isFolder = await stat(place).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) folders.push(place);
    lists.push(...(isFolder ? await readPhraseLists(place) : [await readPhraseList(place)]));
  }
  const [folder] = folders;
  return { lists, ...(folder === undefined ? {} : { folder }) };
}

export interface RankAnswer extends Studied, Ranking {
  readonly warnings: readonly Warning[];
}

/** The phrases of each list nearest to a picture, `count` of them. @param cache where embeddings are kept */
export async function rankTerms(
  image: string,
  { lists, folder }: Terms,
  count: number,
  cache: string,
  student: Student,
): Promise<RankAnswer> {
  const { clip, tell } = student;
  const { studied, embedding } = await embedPicture(image, student);
  const { tables, warnings } = await openTables(lists, clip, {
    folder: cache,
    ...(folder === undefined ? {} : { foreign: folder }),
    onProgress: (done, total) => tell("embedding phrases", done, total),
  });
  const ranking = await rankLists(tables, embedding, { logitScale: clip.logitScale, count });
  const weak = clarityWarning(ranking.clarity);
  return { ...studied, ...ranking, warnings: weak === undefined ? warnings : [...warnings, weak] };
}

export interface ScoreAnswer extends Studied, PromptScore {}

/** How near a prompt is to a picture, and what each of its phrases does for it. */
export async function scoreFor(image: string, prompt: string, student: Student): Promise<ScoreAnswer> {
  const { studied, embedding } = await embedPicture(image, student);
  return { ...studied, ...(await scorePrompt(prompt, embedding, student.clip)) };
}

export interface CompareAnswer extends Studied, Comparison {}

/** Which of two prompts is nearer to a picture, and by which phrases. */
export async function compareFor(
  image: string,
  [a, b]: readonly [string, string],
  student: Student,
): Promise<CompareAnswer> {
  const { studied, embedding } = await embedPicture(image, student);
  return { ...studied, ...(await comparePrompts(a, b, embedding, student.clip)) };
}

/** Pictures that are embedded at once, and the pixels at which fewer are. */
const BATCH = 16;
const BATCH_PIXELS = 2 ** 26;

export interface EmbeddedPictures {
  /** "ViT-L-14/openai" */
  readonly model: string;
  /** Of weights and tokenizer. */
  readonly fingerprint: string;
  readonly names: readonly string[];
  /** Row for row, each of length 1. */
  readonly rows: Matrix;
  /** Pictures that could not be read. */
  readonly failed: number;
}

function joined(parts: readonly Float32Array[], width: number): Matrix {
  const data = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return { rows: data.length / width, width, data };
}

/** Embeds pictures in batches; one that cannot be read is told to `onFailed` and left out. */
export async function embedPictures(
  images: readonly string[],
  student: Student,
  onFailed: (image: string, error: unknown) => void,
): Promise<EmbeddedPictures> {
  const { clip, tell } = student;
  const names: string[] = [];
  const parts: Float32Array[] = [];
  let failed = 0;
  let waiting: { readonly name: string; readonly raster: Raster }[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    parts.push((await clip.embedImages(waiting.map(({ raster }) => raster))).data);
    names.push(...waiting.map(({ name }) => name));
    waiting = [];
    tell("embedding pictures", names.length + failed, images.length);
  };
  for (const image of images) {
    try {
      waiting.push(await openPicture(image, student));
    } catch (error) {
      failed += 1;
      onFailed(image, error);
    }
    const pixels = waiting.reduce((sum, { raster }) => sum + raster.width * raster.height, 0);
    if (waiting.length >= BATCH || pixels >= BATCH_PIXELS) await flush();
  }
  await flush();
  return { model: clip.name, fingerprint: clip.fingerprint, names, rows: joined(parts, clip.width), failed };
}

export interface SimilarAnswer extends Studied {
  /** Pictures that were looked at, and that could not be. */
  readonly seen: number;
  readonly failed: number;
  readonly similar: readonly Neighbour[];
}

/** The pictures nearest to one, `count` of them. */
export async function findSimilar(
  image: string,
  files: readonly string[],
  count: number,
  student: Student,
  onFailed: (image: string, error: unknown) => void,
): Promise<SimilarAnswer> {
  const { studied, embedding } = await embedPicture(image, student);
  const { names, rows, failed } = await embedPictures(files, student, onFailed);
  return { ...studied, seen: names.length, failed, similar: nearest(embedding, names, rows, count) };
}
