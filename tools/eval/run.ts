import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { evaluateGallery } from "./gallery.js";
import { evaluateMetadata } from "./metadata.js";
import { evaluateTranslation } from "./translate.js";

/**
 * Measures imprompt on a folder of real files (`npm run eval -- DIR`) and fails when a figure falls below the one
 * recorded in recorded.json; `--record` writes the new figures there.
 */
const RECORD = new URL("./recorded.json", import.meta.url);
const args = process.argv.slice(2);
const dir = args.find((arg) => !arg.startsWith("--"));
if (dir === undefined || !existsSync(join(dir, "metadata", "truth.jsonl"))) {
  console.error("Usage: npm run eval -- DIR [--record]: DIR holds metadata/truth.jsonl and gallery/.");
  process.exit(2);
}

const metadata = await evaluateMetadata(join(dir, "metadata"));
console.log(metadata.table);
const gallery = await evaluateGallery(join(dir, "gallery"));
console.log(gallery.table);

const translation = await evaluateTranslation(join(dir, "metadata"));
console.log(translation.table);

const figures: { readonly [name: string]: number } = {
  "metadata: exact prompts": metadata.exactPrompts / metadata.files,
  "metadata: exact negatives": metadata.exactNegatives / metadata.files,
  "metadata: exact tools": metadata.exactTools / metadata.files,
  "metadata: seed and steps": metadata.seedAndSteps.right / metadata.seedAndSteps.stated,
  "gallery: described": gallery.described / gallery.files,
  "gallery: prompts within budget": gallery.withinBudget,
  "translation: prompts within budget": 1 - translation.overBudget / translation.printed,
  "translation: without a throw": 1 - translation.thrown.length / (translation.prompts * translation.targets),
  "translation: warnings with their place": translation.withSpan,
};

const recorded = JSON.parse(readFileSync(RECORD, "utf8")) as { readonly [name: string]: number };
let failed = 0;
for (const [name, value] of Object.entries(figures)) {
  const floor = recorded[name] ?? 0;
  const fell = value < floor - 1e-9;
  if (fell) failed += 1;
  console.log(
    `${fell ? "FELL" : "ok  "} ${name}: ${(value * 100).toFixed(1)} % (recorded ${(floor * 100).toFixed(1)} %)`,
  );
}
if (args.includes("--record")) writeFileSync(RECORD, `${JSON.stringify(figures, null, 2)}\n`);
console.log(`${Object.keys(figures).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
