import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { clipInterrogatorLists } from "../../dist/engines/clip/interrogate/compat/phrase-lists.js";
import { interrogate } from "../../dist/engines/clip/interrogate/index.js";
import { fileNameOf } from "../../dist/engines/clip/phrases/cache-layout.js";
import { readPhraseLists } from "../../dist/engines/clip/phrases/read-lists.js";
import { readTable } from "../../dist/engines/clip/phrases/read-table.js";
import { decodeImage } from "../../dist/image/decode/index.js";
import { openClip } from "../../dist/models/clip/index.js";

/**
 * CLIP Interrogator's Python package against ours: same weights, lists, caption, pictures and threads, in turn.
 *
 *   npm run build && node bench/interrogator/run.mjs --python PYTHON --weights FOLDER --lists FOLDER PICTURE...
 *
 * FOLDER of the weights is made by weights.py when it is not there (1.7 GB for ViT-L-14). `--lists` holds artists.txt,
 * flavors.txt, mediums.txt, movements.txt and negative.txt.
 */
const { values, positionals: pictures } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string" },
    weights: { type: "string" },
    lists: { type: "string" },
    model: { type: "string", default: "ViT-L-14" },
    intermediate: { type: "string", default: "128" },
    sample: { type: "string", default: "32" },
    threads: { type: "string", default: "2" },
    caption: { type: "string", default: "a painting of a lighthouse on a cliff at dusk" },
  },
});
const { python, weights, lists, model, caption } = values;
if (!python || !weights || !lists || pictures.length === 0)
  throw new Error("see the comment above for the arguments");
const [candidates, sample, threads] = [values.intermediate, values.sample, values.threads].map(Number);
const here = import.meta.dirname;
const run = promisify(execFile);
const inPython = (script, args) =>
  run(python, [join(here, script), ...args], {
    maxBuffer: 2 ** 26,
    env: { ...process.env, OMP_NUM_THREADS: values.threads },
  });

async function timed(work) {
  const start = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - start) / 1000, answer };
}

if (!existsSync(join(weights, "open_clip_model.safetensors")))
  await inPython("weights.py", [weights, model, lists]);
const cache = join(weights, "cache");
const reference = JSON.parse(
  (
    await inPython("reference.py", [
      ...["--model", model, "--weights", join(weights, "open_clip_model.safetensors"), "--lists", lists],
      ...["--cache", cache, "--intermediate", String(candidates), "--sample", String(sample)],
      ...["--caption", caption, "--threads", String(threads), ...pictures],
    ])
  ).stdout,
);

const name = `${model}/openai`;
const opened = await timed(() =>
  openClip(
    { name, folder: weights, weights: "open_clip_model.safetensors", fingerprint: "bench" },
    { threads },
  ),
);
const clip = opened.answer;
const rough = await openClip(
  { name, folder: weights, weights: "open_clip_model.safetensors", fingerprint: "bench" },
  { threads, precision: "int8" },
);
for (const each of [clip, rough]) await each.embedTexts(["warm"]);
await clip.embedImages([{ width: 1, height: 1, data: new Uint8Array(3) }]);
const tables = [];
for (const list of clipInterrogatorLists(await readPhraseLists(lists, "verbatim"))) {
  const data = await readTable(join(cache, fileNameOf(name, list.name)), list.phrases, clip.width);
  tables.push({ ...list, embeddings: { rows: list.phrases.length, width: clip.width, data } });
}
const flavors = tables.find((table) => table.name === "flavors").phrases;
const embedded = await timed(() => clip.embedTexts(flavors.slice(0, 1024)));

async function answer(image, options) {
  const { seconds, answer: found } = await timed(() =>
    interrogate({ image, caption }, { clip, tables, rough }, { candidates, ...options }),
  );
  return { seconds, text: found.prompt, similarity: found.similarity, encoded: found.encoded };
}

/** What the package tries at each step unless told otherwise; with so many it takes hours a picture here. */
const FULL = 2048;
const compat = "clip-interrogator";
const rows = [];
for (const [index, path] of pictures.entries()) {
  const { raster } = await decodeImage(await readFile(path), { workingSize: 8192, asStored: true });
  const seen = await timed(() => clip.embedImages([raster]));
  const image = seen.answer.data;
  const theirs = reference.answers[index];
  const ours = {};
  for (const mode of ["best", "fast", "classic"]) ours[mode] = await answer(image, { mode, compat });
  const exact = await answer(image, { mode: "best", candidates: FULL });
  const turbo = await answer(image, { mode: "best", candidates: FULL, quality: "turbo" });
  rows.push({ picture: theirs.picture, imageSeconds: seen.seconds, theirs, ours, exact, turbo });
}
await clip.close();
await rough.close();

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const perPhrase = { theirs: reference.embedSeconds / reference.embedPhrases, ours: embedded.seconds / 1024 };
/** Its seconds for as many texts as ours took: each costs it the same. */
const theirsInFull = ({ theirs, ours, exact }) => (theirs.best.seconds / ours.best.encoded) * exact.encoded;
const results = [
  ["a phrase embedded, ms", 1000 * perPhrase.theirs, 1000 * perPhrase.ours],
  [
    "a picture embedded, ms",
    1000 * mean(rows.map((r) => r.theirs.imageSeconds)),
    1000 * mean(rows.map((r) => r.imageSeconds)),
  ],
  ...["best", "fast", "classic"].map((mode) => [
    `${mode}, compat, s a picture`,
    mean(rows.map((r) => r.theirs[mode].seconds)),
    // Theirs looks at the picture within the call.
    mean(rows.map((r) => r.ours[mode].seconds + r.imageSeconds)),
  ]),
  [
    "best of 2048, s a picture *",
    mean(rows.map(theirsInFull)),
    mean(rows.map((r) => r.exact.seconds + r.imageSeconds)),
  ],
  [
    "turbo of 2048, s a picture *",
    mean(rows.map(theirsInFull)),
    mean(rows.map((r) => r.turbo.seconds + r.imageSeconds)),
  ],
];
console.log(`${"".padEnd(30)} ${"package".padStart(10)} ${"imprompt".padStart(10)} ${"ratio".padStart(8)}`);
for (const [what, theirs, ours] of results) {
  console.log(
    `${what.padEnd(30)} ${theirs.toFixed(2).padStart(10)} ${ours.toFixed(2).padStart(10)} ${(theirs / ours).toFixed(1).padStart(7)}x`,
  );
}
const equal = rows.flatMap((r) =>
  ["best", "fast", "classic"].map((mode) => r.theirs[mode].text === r.ours[mode].text),
);
const kept = mean(rows.map((r) => r.turbo.similarity / r.exact.similarity));
console.log(
  "* the package's column is computed: its measured time a text, times the texts that our exact chain tried",
);
console.log(
  `${equal.filter(Boolean).length} of ${equal.length} strings equal; turbo reaches ${(100 * kept).toFixed(1)} % of exact's similarity`,
);
console.log(
  JSON.stringify({ model, candidates, threads, phrases: flavors.length, results, equal, kept, rows }),
);
