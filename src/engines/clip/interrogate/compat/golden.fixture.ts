import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Raster } from "../../../../image/raster.js";
import { openClip } from "../../../../models/clip/index.js";
import type { Clip } from "../../../../models/types.js";
import { fromHalf, toHalf } from "../../phrases/half.js";
import { readPhraseLists } from "../../phrases/read-lists.js";
import type { PhraseList, PhraseTable } from "../../phrases/types.js";
import { clipInterrogatorLists } from "./phrase-lists.js";

/** What clip-interrogator answered: all of its answers where they hang on the order of a Python set. */
export interface GoldenCase {
  readonly picture: number;
  readonly caption: string;
  readonly chunk: number;
  readonly features: readonly number[];
  readonly best: readonly string[];
  readonly fast: readonly string[];
  readonly classic: readonly string[];
  readonly negative: readonly string[];
}

const FOLDER = fileURLToPath(new URL("../../../../../test/fixtures/interrogator/", import.meta.url));

export function goldenCases(folder: string = FOLDER): readonly GoldenCase[] {
  return JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as readonly GoldenCase[];
}

export function openGoldenClip(folder: string = FOLDER): Promise<Clip> {
  return openClip(
    {
      name: "golden-model/random",
      folder: join(folder, "model"),
      weights: "open_clip_model.safetensors",
      fingerprint: "golden",
    },
    { threads: 1 },
  );
}

/** The picture that tools/golden/clip-interrogator/modes.py makes: 48 x 36. */
export function goldenPicture(index: number): Raster {
  const [width, height] = [48, 36];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 3; c += 1) {
        const value =
          x * (3 + index) + y * (11 - index) + c * 40 * index + Math.floor((x * y * (index + c)) / 7);
        data[(y * width + x) * 3 + c] = Math.floor((((value % 509) + 509) % 509) / 2);
      }
    }
  }
  return { width, height, data };
}

/** Embeddings rounded to half precision, as the package keeps them. */
async function embedded(list: PhraseList, clip: Clip): Promise<PhraseTable> {
  const { rows, width, data } = await clip.embedTexts(list.phrases);
  const rounded = new Float32Array(data.length);
  fromHalf(toHalf(data), rounded);
  return { ...list, embeddings: { rows, width, data: rounded } };
}

export async function goldenTables(clip: Clip, folder: string = FOLDER): Promise<readonly PhraseTable[]> {
  const lists = clipInterrogatorLists(await readPhraseLists(join(folder, "lists"), "verbatim"));
  const tables: PhraseTable[] = [];
  for (const list of lists) tables.push(await embedded(list, clip));
  return tables;
}
