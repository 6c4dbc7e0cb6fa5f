import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { phraseDetection } from "../../src/engines/embedded/detector/phrase-detection.js";
import { THRESHOLDS } from "../../src/engines/embedded/detector/thresholds.js";
import type { Detection } from "../../src/engines/embedded/sight.js";
import { decodeImage } from "../../src/image/decode/index.js";
import { openSight } from "../../src/runtime/sight/open-sight.js";

/** What a person saw in a picture; labels and phrases in neither list were not judged. */
interface Judged {
  /** Relative to the folder that holds labelled.jsonl. */
  readonly file: string;
  /** It is no photograph. */
  readonly drawn?: true;
  /** Labels of things that are there, and of such that are not though the detector thought so. */
  readonly there: readonly string[];
  readonly not: readonly string[];
  /** Phrases of how people are seen that are true of it, and such that are not. */
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

interface Count {
  /** Spoken and judged. */
  spoken: number;
  right: number;
  /** Pictures where it is. */
  there: number;
}

const TRUTH = new URL("./detector-truth.jsonl", import.meta.url);

function readTruth(): readonly Judged[] {
  return readFileSync(TRUTH, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Judged);
}

/** Labels whose things are spoken of. */
function spokenLabels(detection: Detection, options: Parameters<typeof phraseDetection>[1]): Set<string> {
  return new Set(
    Object.keys(THRESHOLDS).filter((label) => {
      const objects = detection.objects.filter((each) => each.label === label);
      const faces = label === "person" ? detection.faces : [];
      const alone = phraseDetection({ objects, faces, bodies: [] }, options);
      return alone.some(({ facet }) => facet === "subject");
    }),
  );
}

function counterOf(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? { spoken: 0, right: 0, there: 0 };
  counts.set(name, count);
  return count;
}

interface Tally {
  readonly labels: Map<string, Count>;
  readonly phrases: Map<string, Count>;
}

function judge(
  detection: Detection,
  judged: Judged,
  frame: { width: number; height: number },
  tally: Tally,
): void {
  const options = { frame, trusted: judged.drawn !== true };
  const spoken = spokenLabels(detection, options);
  for (const label of Object.keys(THRESHOLDS)) {
    const count = counterOf(tally.labels, label);
    const there = judged.there.includes(label);
    if (there) count.there += 1;
    if (!spoken.has(label) || (!there && !judged.not.includes(label))) continue;
    count.spoken += 1;
    if (there) count.right += 1;
  }
  for (const { text } of phraseDetection(detection, options)) {
    const right = judged.right.includes(text);
    if (!right && !judged.wrong.includes(text)) continue;
    const count = counterOf(tally.phrases, text);
    count.spoken += 1;
    if (right) count.right += 1;
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${((100 * part) / whole).toFixed(0)} %`;

function tableOf({ labels, phrases }: Tally, pictures: number): string {
  const rows = [...labels].map(
    ([label, { spoken, right, there }]) =>
      `| ${label} | ${spoken} | ${percent(right, spoken)} | ${there} | ${percent(right, there)} |`,
  );
  const said = [...phrases]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([text, { spoken, right }]) => `| ${text} | ${spoken} | ${percent(right, spoken)} |`);
  return [
    `Detector: ${pictures} pictures judged by eye`,
    "| label | spoken | right | there | found |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "| phrase | spoken | right |",
    "| --- | --- | --- |",
    ...said,
  ].join("\n");
}

function sumOf(counts: Iterable<Count>): Count {
  const sum = { spoken: 0, right: 0, there: 0 };
  for (const { spoken, right, there } of counts) {
    sum.spoken += spoken;
    sum.right += right;
    sum.there += there;
  }
  return sum;
}

/**
 * Precision and recall of what the detector says, by label and by phrase, on the pictures of `detector-truth.jsonl`
 * that are in `dir`. No figures where its packages are not installed.
 */
export async function evaluateDetector(
  dir: string,
): Promise<{ readonly table: string; readonly figures: { readonly [name: string]: number } }> {
  const tally: Tally = { labels: new Map(), phrases: new Map() };
  const sight = openSight();
  let pictures = 0;
  try {
    for (const judged of readTruth()) {
      const path = join(dir, judged.file);
      if (!existsSync(path)) continue;
      const { raster } = await decodeImage(readFileSync(path), { name: judged.file });
      const detection = await sight.detect(raster);
      if (detection === undefined) break;
      judge(detection, judged, raster, tally);
      pictures += 1;
    }
  } finally {
    await sight.close();
  }
  if (pictures === 0)
    return { table: "Detector: no judged pictures, or its packages are missing", figures: {} };
  const things = sumOf(tally.labels.values());
  const phrases = sumOf(tally.phrases.values());
  return {
    table: tableOf(tally, pictures),
    figures: {
      "detector: things rightly spoken": things.right / Math.max(1, things.spoken),
      "detector: things found": things.right / Math.max(1, things.there),
      "detector: phrases of people rightly spoken": phrases.right / Math.max(1, phrases.spoken),
    },
  };
}
