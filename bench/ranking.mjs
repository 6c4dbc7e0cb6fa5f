import { availableParallelism } from "node:os";
import { seededRandom } from "../dist/base/random.js";
import { exactTop } from "../dist/engines/clip/phrases/exact-top.js";
import { openScorer } from "../dist/engines/clip/phrases/scorer.js";
import { dot, greatest } from "../dist/engines/clip/phrases/top-k.js";
import { compareMs, medianMs } from "./measure.mjs";

const PHRASES = 100_000;
const WIDTH = 768;
const COUNT = 32;
const THREADS = Math.min(2, availableParallelism());

/** Rows of length 1, as embeddings of phrases are. */
function unitRows(rows, seed) {
  const random = seededRandom(seed);
  const data = new Float32Array(rows * WIDTH);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
      data[i] = random() + random() + random() - 1.5;
      sum += data[i] ** 2;
    }
    for (let i = row * WIDTH; i < (row + 1) * WIDTH; i++) data[i] /= Math.sqrt(sum);
  }
  return { rows, width: WIDTH, data };
}

/** Touches every byte once, eight at a time, in four sums that do not wait for each other; the fastest read found. */
function readOnce(words) {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < words.length; i += 4) {
    a += words[i];
    b += words[i + 1];
    c += words[i + 2];
    d += words[i + 3];
  }
  return a + b + c + d;
}

function rowsOf({ rows, data }) {
  return Array.from({ length: rows }, (_, row) => data.slice(row * WIDTH, (row + 1) * WIDTH));
}

/** The same by plain loops in double precision. */
function plainTop(table, query) {
  const doubles = Float64Array.from(query);
  const scores = Float64Array.from(table.phrases, (_, row) => dot(table.embeddings, row, doubles));
  return greatest(scores, COUNT);
}

/** Exact top 32 of 100,000 x 768 in single precision, against one read of the same bytes on one thread. */
export async function rankingBench() {
  const embeddings = unitRows(PHRASES, 1);
  const phrases = Array.from({ length: PHRASES }, (_, row) => `phrase ${row}`);
  const table = { name: "flavors", phrases, embeddings };
  const words = new Float64Array(embeddings.data.buffer);
  const read = () => readOnce(words);
  const [one, sixteen] = [unitRows(1, 2), unitRows(16, 3)];
  const detail = {};
  for (const threads of new Set([1, THREADS])) {
    const scorer = await openScorer({ threads });
    const rank = async (queries) => {
      const scores = await scorer.scores(embeddings, queries);
      return rowsOf(queries).map((query, at) => exactTop(table, query, scores[at], COUNT));
    };
    const [readMs, rankMs] = await compareMs(read, () => rank(one));
    const [, sixteenMs] = await compareMs(read, () => rank(sixteen), { runs: 7 });
    detail[`threads${threads}`] = { readMs, rankMs, ratio: rankMs / readMs, sixteenPicturesMs: sixteenMs };
    const [ranked] = await rank(one);
    if (ranked.map(({ index }) => index).join() !== plainTop(table, one.data).join()) {
      throw new Error("the scorer and plain loops do not agree");
    }
    await scorer.close();
  }
  const plainMs = await medianMs(() => plainTop(table, one.data), { runs: 7 });
  const gigabytesPerSecond = embeddings.data.byteLength / 1e6 / detail[`threads${THREADS}`].readMs;
  return {
    name: "ranking of 100,000 phrases, 768 numbers each",
    value: detail[`threads${THREADS}`].ratio,
    unit: "× one read of the table",
    limit: 2,
    detail: { ...detail, plainLoopsMs: plainMs, readGigabytesPerSecond: gigabytesPerSecond },
  };
}
