import type { Observation } from "../../../blueprint/observation.js";
import type { DetectedObject } from "../sight.js";
import { evidenceOf } from "./evidence.js";
import { isPartOf } from "./overlap.js";
import { numberWord, oneOf, pluralOf } from "./plural.js";
import type { Threshold } from "./thresholds.js";
import { THRESHOLDS } from "./thresholds.js";

/** Score from which another of the kind, hardly seen, makes their number unsure. */
const FAINT = 0.25;

function areaOf(found: readonly DetectedObject[]): number {
  return found.reduce((sum, { region }) => sum + region.width * region.height, 0);
}

/** Surest first, without parts of others. */
function apart(found: readonly DetectedObject[]): DetectedObject[] {
  const kept: DetectedObject[] = [];
  for (const each of [...found].sort((one, other) => other.score - one.score)) {
    if (!isPartOf(each.region, kept)) kept.push(each);
  }
  return kept;
}

/** "a dog", "two dogs", "dogs": more than two, or some that are hardly seen, are not counted. */
function wordsOf(noun: string, sure: number, all: number): string {
  if (sure === 1) return oneOf(noun);
  return sure === 2 && all === 2 ? `${numberWord(sure)} ${pluralOf(noun)}` : pluralOf(noun);
}

function phraseKind(
  label: string,
  found: readonly DetectedObject[],
  threshold: Threshold,
  least: number,
): readonly Observation[] {
  const all = apart(found.filter(({ score }) => score >= FAINT));
  const sure = all.filter(({ score }) => score >= least);
  if (sure.length === 0 || areaOf(sure) < threshold.area) return [];
  const text = wordsOf(label, sure.length, all.length);
  return [{ facet: "subject", text, confidence: threshold.precision, evidence: evidenceOf(sure) }];
}

/** What things there are, with their number; one observation for a kind, kinds in the order of the alphabet. */
export function phraseThings(objects: readonly DetectedObject[], trusted: boolean): readonly Observation[] {
  const labels = [...new Set(objects.map(({ label }) => label))].filter((label) => label !== "person").sort();
  return labels.flatMap((label) => {
    const threshold = THRESHOLDS[label];
    const least = trusted ? threshold?.score : threshold?.drawn;
    if (threshold === undefined || least === undefined) return [];
    return phraseKind(
      label,
      objects.filter((each) => each.label === label),
      threshold,
      least,
    );
  });
}
