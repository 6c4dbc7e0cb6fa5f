/** Compares our prepared pictures with those that compare.py wrote: FOLDER. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preprocessBlip } from "../../../src/models/blip/preprocess.js";
import { preprocessClip } from "../../../src/models/clip/preprocess.js";

interface Row {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Between the two image processors of transformers, in levels of 8 bits. */
  readonly fastDifference: number;
}

const folder = process.argv[2] ?? "";
const rows = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Row[];

function floats(name: string): Float32Array {
  const bytes = readFileSync(join(folder, name));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function largest(left: Float32Array, right: Float32Array): number {
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  return left.reduce((most, value, i) => Math.max(most, Math.abs(value - (right[i] as number))), 0);
}

const worst = { clip: 0, blip: 0, fast: 0 };
const slowest = { clip: 0, blip: 0, of: "" };
for (const [i, { name, width, height, fastDifference }] of rows.entries()) {
  const raster = { width, height, data: new Uint8Array(readFileSync(join(folder, `${i}.rgb`))) };
  const start = process.cpuUsage().user / 1000;
  const clip = preprocessClip(raster, 224);
  const between = process.cpuUsage().user / 1000;
  const blip = preprocessBlip(raster, 384);
  const end = process.cpuUsage().user / 1000;
  if (between - start > slowest.clip) {
    slowest.of = `${name}, ${width} x ${height}`;
    slowest.clip = between - start;
    slowest.blip = end - between;
  }
  worst.clip = Math.max(worst.clip, largest(clip, floats(`${i}.clip`)));
  worst.blip = Math.max(worst.blip, largest(blip, floats(`${i}.blip`)));
  worst.fast = Math.max(worst.fast, fastDifference);
}
console.log(
  `${rows.length} pictures; largest difference of a prepared number: clip ${worst.clip}, blip ${worst.blip}`,
);
console.log(`transformers' two BLIP processors differ by up to ${worst.fast.toFixed(2)} levels of 255`);
console.log(
  `slowest ${slowest.of}: clip ${slowest.clip.toFixed(0)} ms, blip ${slowest.blip.toFixed(0)} ms of processor time`,
);
