/**
 * BLIP in full size against transformers, in one run: captions of pictures, token for token, and the time of one.
 *
 *     npx tsx tools/golden/blip/full.ts PYTHON MODEL_FOLDER PICTURES [COUNT [TIMED [THREADS]]]
 *
 * MODEL_FOLDER is what `full.py make` wrote, or published weights. On a busy machine, compare the seconds of the
 * processor with one thread: those of the clock, and of threads that wait for each other, tell little.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";
import { readBlipConfig } from "../../../src/models/blip/config.js";
import { decoderGraph } from "../../../src/models/blip/decoder-graph.js";
import { preprocessBlip } from "../../../src/models/blip/preprocess.js";
import { visionGraph } from "../../../src/models/blip/vision-graph.js";
import { writeCaptions } from "../../../src/models/blip/write-captions.js";
import { openSession } from "../../../src/models/onnx/session.js";
import { readSafetensors } from "../../../src/models/weights/safetensors.js";

/** Seconds of the clock and of the processor. */
type Seconds = readonly [clock: number, processor: number];

interface Reference {
  readonly files: readonly string[];
  readonly greedy: readonly number[][];
  readonly beams: readonly number[][];
  readonly vision: readonly Seconds[];
  readonly whole: readonly Seconds[];
}

const [python, folder, pictures, count = "10", timed = "3", threads = "2"] = process.argv.slice(2);
if (python === undefined || folder === undefined || pictures === undefined) {
  throw new TypeError("say the Python, the folder of the model, and the folder of pictures");
}

const script = join(import.meta.dirname, "full.py");
const reference = JSON.parse(
  execFileSync(python, ["-W", "ignore", script, "caption", folder, pictures, count, timed, threads], {
    env: { ...process.env, OMP_NUM_THREADS: threads, HF_HUB_OFFLINE: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  }).toString(),
) as Reference;

const config = await readBlipConfig(folder);
const tensors = await readSafetensors(join(folder, "model.safetensors"));
const options = { threads: Number(threads) };
const vision = await openSession(visionGraph(tensors, config), folder, options);
const text = await openSession(decoderGraph(tensors, config), folder, options);
const sessions = { config, vision, text };
const side = config.vision.imageSize;

async function pixelsOf(file: string): Promise<Float32Array> {
  const { data, info } = await sharp(join(pictures as string, file))
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return preprocessBlip({ width: info.width, height: info.height, data }, side);
}

async function measured(work: () => Promise<unknown>): Promise<Seconds> {
  const [clock, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return [(performance.now() - clock) / 1000, (user + system) / 1e6];
}

const all = await Promise.all(reference.files.map(pixelsOf));
for (const [name, beams] of [
  ["greedy", 1],
  ["beams", 3],
] as const) {
  const rows = await writeCaptions(sessions, all, { beams, maxTokens: 32 });
  const same = rows.filter((row, index) => row.join() === reference[name][index]?.join()).length;
  const different = new Set(rows.map((row) => row.join())).size;
  console.log(`${name}: ${same} of ${rows.length} captions are the same, token for token`);
  console.log(`  (${different} different ones; tokens: ${rows.map((row) => row.length).join(" ")})`);
}

console.log(`one picture, ${threads} threads, seconds of clock / processor`);
console.log("vision, ours    vision, theirs  caption, ours   caption, theirs  tokens");
for (const [index, theirs] of reference.whole.entries()) {
  const pixels = all[index] as Float32Array;
  const seen = await measured(() => vision.run({ pixels: vision.tensorOf(pixels, [1, 3, side, side]) }));
  const whole = await measured(() => writeCaptions(sessions, [pixels], { beams: 1, maxTokens: 32 }));
  const cells = [seen, reference.vision[index] as Seconds, whole, theirs].map(([clock, processor]) =>
    `${clock.toFixed(2)} / ${processor.toFixed(2)}`.padEnd(16),
  );
  console.log(`${cells.join("")} ${reference.greedy[index]?.length}`);
}
await vision.close();
await text.close();
