import { existsSync } from "node:fs";
import { join } from "node:path";
import { nodeServices } from "../../src/runtime/node.js";
import { loadPerception } from "../../src/runtime/perception-model.js";
import { openSight } from "../../src/runtime/sight/open-sight.js";
import { evaluateDetector } from "./detector.js";
import { holdToFloors } from "./floors.js";
import { evaluateGallery } from "./gallery.js";
import { lookAtLabelled } from "./look.js";
import { evaluateMeasured } from "./measured.js";
import { evaluateMetadata } from "./metadata.js";
import { evaluatePerception } from "./perception.js";
import { readPerceptionReport } from "./perception-report.js";
import { evaluateReading } from "./reading.js";
import { stageTimes } from "./stages.js";
import { evaluateTranslation } from "./translate.js";

/**
 * Measures imprompt on a folder of real files (`npm run eval -- DIR`) and fails when a figure falls below the one
 * recorded in recorded.json; `--record` writes the new figures there. Where DIR holds labelled.jsonl, its own eyes
 * are measured too, on every fifth of those pictures; `--all` takes every one, holds nothing to the record and
 * writes none.
 */
const REPORT = new URL("../perception/report.json", import.meta.url);
const args = process.argv.slice(2);
const dir = args.find((arg) => !arg.startsWith("--"));
if (dir === undefined || !existsSync(join(dir, "metadata", "truth.jsonl"))) {
  console.error(
    "Usage: npm run eval -- DIR [--record | --all]: DIR holds metadata/truth.jsonl and gallery/.",
  );
  process.exit(2);
}

interface Part {
  readonly table: string;
  readonly figures: { readonly [name: string]: number };
}

async function evaluateFiles(folder: string): Promise<Part[]> {
  const metadata = await evaluateMetadata(join(folder, "metadata"));
  const gallery = await evaluateGallery(join(folder, "gallery"));
  const translation = await evaluateTranslation(join(folder, "metadata"));
  return [
    {
      table: metadata.table,
      figures: {
        "metadata: exact prompts": metadata.exactPrompts / metadata.files,
        "metadata: exact negatives": metadata.exactNegatives / metadata.files,
        "metadata: exact tools": metadata.exactTools / metadata.files,
        "metadata: seed and steps": metadata.seedAndSteps.right / metadata.seedAndSteps.stated,
      },
    },
    {
      table: gallery.table,
      figures: {
        "gallery: described": gallery.described / gallery.files,
        "gallery: prompts within budget": gallery.withinBudget,
      },
    },
    {
      table: translation.table,
      figures: {
        "translation: prompts within budget": 1 - translation.overBudget / translation.printed,
        "translation: without a throw":
          1 - translation.thrown.length / (translation.prompts * translation.targets),
        "translation: warnings with their place": translation.withSpan,
      },
    },
  ];
}

async function readingPart(folder: string): Promise<Part> {
  const { installed, textless, legible, phrases, words, table } = await evaluateReading(folder);
  if (!installed) return { table, figures: {} };
  return {
    table,
    figures: {
      "reading: textless pictures left silent": 1 - textless.spoken / textless.pictures,
      "reading: lettered pictures looked at": legible.looked / legible.pictures,
      "reading: phrases right in every word": phrases.right / phrases.spoken,
      "reading: words found": words.found / words.standing,
    },
  };
}

async function evaluateEyes(folder: string, all: boolean): Promise<Part[]> {
  const looks = await lookAtLabelled(folder, { all });
  const { phrases } = await loadPerception();
  // Each keeps one core busy.
  const others = await Promise.all([evaluateDetector(folder), readingPart(folder)]);
  return [
    evaluatePerception(looks, phrases),
    readPerceptionReport(REPORT),
    evaluateMeasured(looks),
    ...others,
  ];
}

function print(parts: readonly Part[]): void {
  for (const { table } of parts) console.log(`${table}\n`);
}

const all = args.includes("--all");
const parts = await evaluateFiles(dir);
print(parts);
if (existsSync(join(dir, "labelled.jsonl"))) {
  const eyes = await evaluateEyes(dir, all);
  print(eyes);
  parts.push(...eyes);
  const sight = openSight();
  console.log(`${await stageTimes(join(dir, "gallery"), nodeServices({}), sight)}\n`);
  await sight.close();
}
const figures = Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures)));
if (!all) process.exitCode = holdToFloors(figures, { record: args.includes("--record") }) ? 0 : 1;
