import { readdirSync } from "node:fs";
import { join } from "node:path";
import { looksLettered } from "../../src/analysis/texture/lettering.js";
import type { Services } from "../../src/app/ports.js";
import { fuse } from "../../src/blueprint/fuse.js";
import type { OtherEyes } from "../../src/engines/embedded/index.js";
import { interpret, observe } from "../../src/engines/embedded/index.js";
import type { Sight } from "../../src/engines/embedded/sight.js";
import { Picture } from "../../src/image/picture.js";
import { perceivePicture } from "../../src/runtime/perception-model.js";

const STAGES = ["decode", "measure", "perceive", "detect", "read", "compose"] as const;
type Stage = (typeof STAGES)[number];

/** Every how manyth picture is timed. */
const STRIDE = 2;

/** Runs work and keeps how long it took; what answers undefined was not done, and its time is not kept. */
async function timed<T>(times: number[], work: () => T | Promise<T>): Promise<Awaited<T>> {
  const from = performance.now();
  const answer = await work();
  if (answer !== undefined) times.push(performance.now() - from);
  return answer;
}

async function pass(
  path: string,
  services: Services,
  sight: Sight,
  times: { readonly [S in Stage]: number[] },
): Promise<void> {
  const opened = await services.open(path);
  const decoded = await timed(times.decode, () => services.decode(opened));
  const picture = new Picture(decoded.raster, decoded);
  const seen = await timed(times.measure, () => observe(picture));
  const perception = await timed(times.perceive, () => perceivePicture(picture));
  const detection = await timed(times.detect, () => sight.detect(decoded.raster));
  const words = looksLettered(picture)
    ? await timed(times.read, () => sight.read(decoded.raster))
    : undefined;
  const others: OtherEyes = {
    perception,
    ...(detection === undefined ? {} : { detection }),
    ...(words === undefined ? {} : { words }),
  };
  await timed(times.compose, () =>
    fuse([interpret([], seen, others, decoded)], { frame: decoded, palette: seen.palette }),
  );
}

function row(stage: Stage, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1)} ms`;
  if (sorted.length === 0) return `  ${stage.padEnd(10)} not there`;
  return `  ${stage.padEnd(10)}${at(0.5).padStart(10)}${at(0.9).padStart(12)}   ${sorted.length} pictures`;
}

/**
 * Milliseconds of each stage of describing, median and ninetieth percentile over half of a folder, one picture at a time in
 * a process that is warm; words are read where the picture looks lettered. Never a figure to be held to: machines differ, and others work on them too.
 */
export async function stageTimes(dir: string, services: Services, sight: Sight): Promise<string> {
  const files = readdirSync(dir).filter((name, index) => index % STRIDE === 0 && !/\.jsonl?$/u.test(name));
  const emptyTimes = (): { readonly [S in Stage]: number[] } => ({
    decode: [],
    measure: [],
    perceive: [],
    detect: [],
    read: [],
    compose: [],
  });
  for (const file of files.slice(0, 2)) await pass(join(dir, file), services, sight, emptyTimes());
  const times = emptyTimes();
  for (const file of files) await pass(join(dir, file), services, sight, times);
  const lines = STAGES.map((stage) => row(stage, times[stage]));
  return ["Time of a stage: median, 90th percentile", ...lines].join("\n");
}
