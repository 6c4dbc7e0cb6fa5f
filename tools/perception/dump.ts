import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  DESCRIPTOR_BLOCKS,
  DESCRIPTOR_LENGTH,
  describePixels,
} from "../../src/analysis/perception/descriptors/index.js";
import { seededRandom } from "../../src/base/random.js";
import { decodeImage } from "../../src/image/decode/index.js";
import { Picture } from "../../src/image/picture.js";
import { variantOf } from "./variants.js";

const WORKERS = 2;
const USAGE = "usage: npx tsx tools/perception/dump.ts OUT LIST.jsonl [--variants N] [--seed S]";

interface Plan {
  readonly out: string;
  readonly list: string;
  readonly variants: number;
  readonly seed: number;
}

/** The paths of a list of pictures, one JSON object with a `file` a line, as written there. */
function readList(list: string): readonly string[] {
  const lines = readFileSync(list, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => (JSON.parse(line) as { readonly file: string }).file);
}

async function writeRow(output: FileHandle, row: number, picture: Picture): Promise<void> {
  const values = describePixels(picture);
  if (!values.every(Number.isFinite)) throw new Error("a descriptor is not finite");
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  await output.write(bytes, 0, bytes.length, row * bytes.length);
}

/** The rows of one file: as it is, then its variants. */
async function dumpFile(path: string, index: number, plan: Plan, output: FileHandle): Promise<void> {
  const decoded = await decodeImage(await readFile(path), { name: path });
  const first = index * (plan.variants + 1);
  await writeRow(output, first, new Picture(decoded.raster, decoded));
  for (let variant = 1; variant <= plan.variants; variant++) {
    const random = seededRandom(plan.seed + 7919 * (first + variant));
    random();
    const bytes = await variantOf(decoded.raster, random);
    const again = await decodeImage(bytes, { name: path });
    await writeRow(output, first + variant, new Picture(again.raster, again));
  }
}

/** Every `WORKERS`th file of the list; tells its parent of each. */
async function work(plan: Plan, worker: number): Promise<void> {
  const files = readList(plan.list);
  const output = await open(`${plan.out}.f32`, "r+");
  for (let index = worker; index < files.length; index += WORKERS) {
    const path = resolve(dirname(plan.list), files[index] as string);
    const error = await dumpFile(path, index, plan, output).then(() => undefined, String);
    process.send?.({ index, error });
  }
  await output.close();
  process.disconnect();
}

/** Runs one worker to its end; `onFile` hears of each file as it is done. */
function runWorker(
  plan: Plan,
  worker: number,
  onFile: (index: number, error?: string) => void,
): Promise<void> {
  return new Promise((settle, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ["--worker", JSON.stringify({ plan, worker })]);
    child.on("message", (told) => {
      const { index, error } = told as { readonly index: number; readonly error?: string };
      onFile(index, error);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? settle() : reject(new Error(`a worker ended with status ${String(code)}`)),
    );
  });
}

async function dump(plan: Plan): Promise<void> {
  const files = readList(plan.list);
  const rows = files.length * (plan.variants + 1);
  const file = await open(`${plan.out}.f32`, "w");
  await file.truncate(rows * DESCRIPTOR_LENGTH * 4);
  await file.close();
  const failed: { readonly file: string; readonly error: string }[] = [];
  const start = performance.now();
  let done = 0;
  const onFile = (index: number, error?: string): void => {
    if (error !== undefined) failed.push({ file: files[index] as string, error });
    done++;
    if (done % 200 !== 0) return;
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(
      `${done} of ${files.length} files, ${Math.round((seconds / done) * (files.length - done))} s left\n`,
    );
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => runWorker(plan, worker, onFile)));
  const index = {
    columns: DESCRIPTOR_LENGTH,
    blocks: DESCRIPTOR_BLOCKS.map(({ name, length }) => ({ name, length })),
    variants: plan.variants,
    seed: plan.seed,
    failed: failed.sort((a, b) => (a.file < b.file ? -1 : 1)),
    rows: files.flatMap((file) =>
      Array.from({ length: plan.variants + 1 }, (_, variant) => ({ file, variant })),
    ),
  };
  await writeFile(`${plan.out}.json`, JSON.stringify(index));
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stderr.write(
    `${rows} rows of ${DESCRIPTOR_LENGTH} numbers in ${seconds} s; ${failed.length} files failed\n`,
  );
}

function count(flag: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${flag} must be a whole number, not "${value}"`);
}

function planOf({ positionals, values }: ReturnType<typeof readArguments>): Plan {
  const [out, list] = positionals;
  if (out === undefined || list === undefined) throw new Error(USAGE);
  return { out, list, variants: count("variants", values.variants), seed: count("seed", values.seed) };
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      variants: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      worker: { type: "string" },
    },
  });
}

/**
 * Descriptors of the pictures of a list, for training. The list names a file a line, relative to itself; row
 * `file * (variants + 1) + variant`. OUT.f32 holds little-endian rows, OUT.json which row is what and comes last. Rows
 * of a file that failed are 0 from there on.
 */
const given = readArguments();
if (given.values.worker === undefined) await dump(planOf(given));
else {
  const { plan, worker } = JSON.parse(given.values.worker) as {
    readonly plan: Plan;
    readonly worker: number;
  };
  await work(plan, worker);
}
