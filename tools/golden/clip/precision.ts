/**
 * What 8-bit linear layers lose against float32, on a model that full.py made: cosines, and how candidates of a prompt
 * are ranked for pictures.
 *
 *     npx tsx tools/golden/clip/precision.ts FOLDER NAME
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { standardLists } from "../../../src/engines/clip/phrases/standard-lists.js";
import type { Raster } from "../../../src/image/raster.js";
import { openClip } from "../../../src/models/clip/index.js";
import type { Precision } from "../../../src/models/clip/linear.js";
import type { Matrix } from "../../../src/models/types.js";

const CANDIDATES = 1024;
const TOP = 32;
const STEM = "a portrait of an old sailor with a grey beard and a pipe, oil painting";
const [root = "", name = ""] = process.argv.slice(2);
const folder = join(root, name);
const weights = readdirSync(folder).find((file) => /\.safetensors(\.index\.json)?$/.test(file)) ?? "";

function picture(index: number): Raster {
  const data = Uint8Array.from({ length: 224 * 224 * 3 }, (_, at) => {
    const [c, x, y] = [at % 3, Math.floor(at / 3) % 224, Math.floor(at / 3 / 224)] as const;
    return (
      128 + 60 * Math.sin((x * (index + 1)) / 37 + c) + 60 * Math.cos((y * (4 - index)) / 23 - c * index)
    );
  });
  return { width: 224, height: 224, data };
}

async function embed(precision: Precision): Promise<{ texts: Matrix; images: Matrix }> {
  const clip = await openClip({ name, folder, weights, fingerprint: name }, { threads: 2, precision });
  const all = [...new Set(standardLists().flatMap(({ phrases }) => phrases))];
  const step = Math.floor(all.length / CANDIDATES);
  const phrases = all.filter((_, index) => index % step === 0).slice(0, CANDIDATES);
  const texts = await clip.embedTexts(phrases.map((phrase) => `${STEM}, ${phrase}`));
  const images = await clip.embedImages([0, 1, 2, 3].map(picture));
  await clip.close();
  return { texts, images };
}

function dot(a: Matrix, i: number, b: Matrix, j: number): number {
  let sum = 0;
  for (let at = 0; at < a.width; at++)
    sum += (a.data[i * a.width + at] as number) * (b.data[j * b.width + at] as number);
  return sum;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const lowest = (a: Matrix, b: Matrix): number => Math.min(...range(a.rows).map((row) => dot(a, row, b, row)));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const exact = await embed("float32");
const rounded = await embed("int8");
const rankings = range(exact.images.rows).map((image) => {
  const rank = (from: typeof exact): number[] => {
    const scores = range(from.texts.rows).map((text) => dot(from.images, image, from.texts, text));
    return range(scores.length).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  };
  const [right, found] = [rank(exact), rank(rounded)];
  const best = right.slice(0, TOP);
  const score = (text: number): number => dot(exact.images, image, exact.texts, text);
  return {
    overlap: found.slice(0, TOP).filter((text) => best.includes(text)).length / TOP,
    within64: best.filter((text) => found.slice(0, 2 * TOP).includes(text)).length / TOP,
    placeOfBest: found.indexOf(right[0] as number),
    reached: score(found[0] as number) - score(right[0] as number),
    spread: score(right[0] as number) - score(right.at(-1) as number),
  };
});
console.log(
  JSON.stringify({
    name,
    textCosine: lowest(exact.texts, rounded.texts),
    imageCosine: lowest(exact.images, rounded.images),
    overlap: mean(rankings.map(({ overlap }) => overlap)),
    within64: mean(rankings.map(({ within64 }) => within64)),
    rankings,
  }),
);
