import { cpus } from "node:os";
import { analysisBench } from "./analysis.mjs";
import { coreSizeBench } from "./core-size.mjs";
import { healthBench } from "./health.mjs";
import { httpThroughputBench } from "./http.mjs";
import { bracketsBench, mixBench, parseBench } from "./language.mjs";
import { memoryBench } from "./memory.mjs";
import { perceptionBench } from "./perception.mjs";
import { rankingBench } from "./ranking.mjs";
import { readBench } from "./read.mjs";
import { coldDescribeBench, coldDetectBench, startBench } from "./start.mjs";
import { studioKeystrokeBench, studioSizeBench, studioStartBench } from "./studio.mjs";

/** Prints a table for a person, then the same as one JSON line. `npm run bench -- start` runs those that match. */
const BENCHES = [
  analysisBench,
  perceptionBench,
  readBench,
  startBench,
  coldDescribeBench,
  coldDetectBench,
  parseBench,
  bracketsBench,
  mixBench,
  coreSizeBench,
  httpThroughputBench,
  rankingBench,
  healthBench,
  studioSizeBench,
  studioStartBench,
  studioKeystrokeBench,
  memoryBench,
];
const wanted = process.argv.slice(2);
const results = [];
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.some((word) => bench.name.toLowerCase().includes(word.toLowerCase())))
    continue;
  results.push(await bench());
}
for (const { name, value, unit, limit } of results) {
  const verdict = value <= limit ? "within" : "OVER";
  console.log(`${name.padEnd(54)} ${value.toFixed(2).padStart(9)} ${unit}  (${verdict} ${limit})`);
}
console.log(JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, results }));
