/**
 * Times our towers against open_clip's on this machine, in one run: candidates that go on from one prompt, phrases
 * alone, a picture. On a busy machine, look at processor time with one thread: there nothing waits for anything.
 *
 *     npx tsx tools/golden/clip/speed.ts FOLDER NAME PYTHON THREADS [CANDIDATES]
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standardLists } from "../../../src/engines/clip/phrases/standard-lists.js";
import { openClip } from "../../../src/models/clip/index.js";
import type { Precision } from "../../../src/models/clip/linear.js";
import { compareTokens, groupTexts } from "../../../src/models/clip/token-groups.js";
import { loadClipTokenizer } from "../../../src/models/clip/tokenizer/load.js";
import { createGraphBuilder } from "../../../src/models/onnx/graph-builder.js";
import { openSession } from "../../../src/models/onnx/session.js";
import type { Tensors } from "../../../src/models/weights/tensors.js";

/** Milliseconds a piece. */
interface Span {
  readonly wall: number;
  /** Of all threads. */
  readonly processor: number;
}

interface Spans {
  readonly growing: Span;
  readonly alone: Span;
  readonly image: Span;
}

const STEM = "a portrait of an old sailor with a grey beard and a pipe, oil painting";
const [root = "", name = "", python = "", threadCount = "1", candidateCount = "2048"] = process.argv.slice(2);
const threads = Number(threadCount);
const candidates = Number(candidateCount);
const folder = join(root, name);

function timePython(): { text: Span; image: Span } {
  const script = fileURLToPath(new URL("full.py", import.meta.url));
  const env = { ...process.env, OMP_NUM_THREADS: threadCount, HF_HUB_OFFLINE: "1" };
  return JSON.parse(
    execFileSync(python, [script, "time", root, name, threadCount], { env, encoding: "utf8" }),
  );
}

async function timed(pieces: number, times: number, job: (round: number) => Promise<unknown>): Promise<Span> {
  const walls: number[] = [];
  const processors: number[] = [];
  for (let round = 0; round < times; round++) {
    const [wall, processor] = [performance.now(), process.cpuUsage()];
    await job(round);
    const { user, system } = process.cpuUsage(processor);
    walls.push((performance.now() - wall) / pieces);
    processors.push((user + system) / 1000 / pieces);
  }
  return { wall: Math.min(...walls), processor: Math.min(...processors) };
}

/** A plain product of two large matrices in the runtime: what its machine can do. */
async function timePeak(side: number): Promise<Span> {
  const get = (): never => {
    throw new Error("no weights");
  };
  const nothing: Tensors = { folder, names: [], has: () => false, get };
  const graph = createGraphBuilder("peak", nothing);
  const a = graph.input("a", "float32", [side, side]);
  const b = graph.constant(new Float32Array(side * side).fill(0.5), [side, side]);
  const product = graph.op("MatMul", [a, b]);
  graph.output("sum", graph.op("ReduceSum", [product, graph.ints(0, 1)]), "float32", [1, 1]);
  const session = await openSession(graph.finish(), folder, { threads });
  const feeds = { a: session.tensorOf(new Float32Array(side * side).fill(0.25), [side, side]) };
  const span = await timed(1, 8, () => session.run(feeds));
  await session.close();
  return span;
}

const tokenizer = await loadClipTokenizer(folder);
const lists = [...new Set(standardLists().flatMap(({ phrases }) => phrases))];
const step = Math.floor(lists.length / candidates);
const phrases = lists.filter((_, index) => index % step === 0).slice(0, candidates);

/** Tokens of a text, and those that are encoded for it where neighbours share their first ones. */
function countTokens(texts: readonly string[], start: number): { tokens: number; encoded: number } {
  const all = texts.map((text) => [...tokenizer.encode(text), tokenizer.end]).sort(compareTokens);
  const encoded = groupTexts(all, start, 64).reduce((sum, group) => sum + group.tokens, 0);
  const tokens = all.reduce((sum, text) => sum + text.length - start, 0);
  return { tokens: tokens / all.length, encoded: encoded / all.length };
}

async function timeOurs(precision: Precision): Promise<Spans> {
  const weights = readdirSync(folder).find((file) => /\.safetensors(\.index\.json)?$/.test(file)) ?? "";
  const clip = await openClip({ name, folder, weights, fingerprint: name }, { threads, precision });
  const data = Uint8Array.from({ length: 224 * 224 * 3 }, (_, at) => (at * 7919) % 251);
  await clip.embedTexts(["warm up"]);
  await clip.embedImages([{ width: 224, height: 224, data }]);
  const prompts = [STEM, `${STEM}, soft light`, `${STEM}, soft light, on canvas`];
  const spans = {
    growing: await timed(phrases.length, 3, (round) =>
      clip.embedTexts(phrases.map((phrase) => `${prompts[round]}, ${phrase}`)),
    ),
    alone: await timed(phrases.length, 2, () => clip.embedTexts(phrases)),
    image: await timed(1, 2, () => clip.embedImages([{ width: 224, height: 224, data }])),
  };
  await clip.close();
  return spans;
}

const theirs = timePython();
const product = await timePeak(2048);
const counted = countTokens(
  phrases.map((phrase) => `${STEM}, ${phrase}`),
  tokenizer.encode(`${STEM},`).length,
);
console.log(JSON.stringify({ name, threads, candidates: phrases.length, ...counted }));
console.log("python", JSON.stringify(theirs));
for (const precision of ["float32", "int8"] as const) {
  const ours = await timeOurs(precision);
  for (const kind of ["wall", "processor"] as const) {
    const ratios = {
      growing: theirs.text[kind] / ours.growing[kind],
      alone: theirs.text[kind] / ours.alone[kind],
      image: theirs.image[kind] / ours.image[kind],
    };
    console.log(
      precision,
      kind,
      JSON.stringify({ ours: { ...ours, peak: (2 * 2048 ** 3) / product[kind] / 1e6 }, ratios }),
    );
  }
}
