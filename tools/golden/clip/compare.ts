/**
 * Compares our embeddings of a model that full.py made with PyTorch's.
 *
 *     npx tsx tools/golden/clip/compare.ts FOLDER NAME [float32 | int8]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Raster } from "../../../src/image/raster.js";
import { openClip } from "../../../src/models/clip/index.js";
import type { Matrix } from "../../../src/models/types.js";

interface Expected {
  readonly texts: readonly { readonly text: string; readonly embedding: number[] }[];
  readonly images: readonly number[][];
}

/** The picture that tiny.py makes. */
function picture(index: number, size: number): Raster {
  const data = new Uint8Array(size * size * 3);
  for (let at = 0; at < data.length; at++) {
    const [c, x, y] = [at % 3, Math.floor(at / 3) % size, Math.floor(at / 3 / size)] as const;
    data[at] = (x * (7 + index) + y * (13 - 3 * index) + c * 29 + Math.floor((x * y) / (index + 2))) % 256;
  }
  return { width: size, height: size, data };
}

function lowestCosine(found: Matrix, expected: readonly (readonly number[])[]): number {
  const cosines = expected.map((row, index) =>
    row.reduce((sum, value, at) => sum + value * (found.data[index * found.width + at] as number), 0),
  );
  return Math.min(...cosines);
}

/** The largest cosine between two different rows: random weights are of use only where it is well below 1. */
function nearest(rows: readonly (readonly number[])[]): number {
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).map((b) => a.reduce((sum, x, at) => sum + x * (b[at] as number), 0)),
  );
  return Math.max(...pairs);
}

const [root = "", name = "", mode] = process.argv.slice(2);
const precision = mode === "int8" ? "int8" : "float32";
const folder = join(root, name);
const weights = readdirSync(folder).find((file) => /\.safetensors(\.index\.json)?$/.test(file)) ?? "";
const expected: Expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
const clip = await openClip({ name, folder, weights, fingerprint: name }, { threads: 2, precision });
const texts = expected.texts.map(({ embedding }) => embedding);
const textCosine = lowestCosine(await clip.embedTexts(expected.texts.map(({ text }) => text)), texts);
const rasters = expected.images.map((_, index) => picture(index, 224));
const imageCosine = lowestCosine(await clip.embedImages(rasters), expected.images);
console.log(
  JSON.stringify({
    name,
    precision,
    textCosine,
    imageCosine,
    nearestTexts: nearest(texts),
    nearestImages: nearest(expected.images),
  }),
);
await clip.close();
