import type { Facet } from "../../../blueprint/facets.js";
import type { Chances, SpokenPhrase } from "../types.js";

/** What one label, or several that say the same, are called in a prompt, and when. */
export interface PhraseRule {
  readonly head: "medium" | "scene";
  readonly labels: readonly string[];
  readonly facet: Facet;
  readonly text: string;
  /** Said from this chance on; absent where held-out pictures showed no chance that is sure enough. */
  readonly spokenFrom?: number;
  /** Shown as a guess from this chance on. */
  readonly suggestedFrom: number;
  /** Rising chances, each with how often the phrase was right there on held-out pictures. */
  readonly calibration: readonly (readonly [chance: number, precision: number])[];
}

/** Between two points as they are joined by a line, beyond the ends as at the ends. */
function precisionAt(chance: number, calibration: PhraseRule["calibration"]): number {
  let before = calibration[0];
  if (before === undefined) return chance;
  for (const point of calibration) {
    if (chance < point[0]) {
      const part = point[0] === before[0] ? 1 : Math.max(0, chance - before[0]) / (point[0] - before[0]);
      return before[1] + (point[1] - before[1]) * part;
    }
    before = point;
  }
  return before[1];
}

/** "oil painting" is said instead of "painting", not beside it. */
function isNarrower(one: PhraseRule, other: PhraseRule): boolean {
  return (
    one.head === other.head &&
    one.labels.length < other.labels.length &&
    one.labels.every((label) => other.labels.includes(label))
  );
}

const surestFirst = (x: SpokenPhrase, y: SpokenPhrase): number => y.confidence - x.confidence;

/** The phrases that are sure enough, and those that are likely enough to be shown; each with its precision. */
export function phrasesOf(
  chances: { readonly medium: Chances; readonly scene: Chances },
  rules: readonly PhraseRule[],
): { readonly spoken: readonly SpokenPhrase[]; readonly suggested: readonly SpokenPhrase[] } {
  const chanceOf = ({ head, labels }: PhraseRule): number =>
    labels.reduce((sum, label) => sum + (chances[head][label] ?? 0), 0);
  const phraseOf = (rule: PhraseRule): SpokenPhrase => ({
    facet: rule.facet,
    text: rule.text,
    confidence: precisionAt(chanceOf(rule), rule.calibration),
  });
  const sure = rules.filter((rule) => chanceOf(rule) >= (rule.spokenFrom ?? Number.POSITIVE_INFINITY));
  const spoken = sure.filter((rule) => !sure.some((other) => isNarrower(other, rule)));
  const likely = rules.filter((rule) => !sure.includes(rule) && chanceOf(rule) >= rule.suggestedFrom);
  const suggested = likely.filter((rule) => !sure.some((other) => isNarrower(other, rule)));
  return {
    spoken: spoken.map(phraseOf).sort(surestFirst),
    suggested: suggested.map(phraseOf).sort(surestFirst),
  };
}
