import type { PhraseRule } from "../../src/analysis/perception/model/phrases.js";
import type { Chances } from "../../src/analysis/perception/types.js";
import { accuracyOf, confusionOf, confusionTable } from "./confusion.js";
import type { Look } from "./look.js";

export interface PerceptionEvaluation {
  readonly table: string;
  readonly figures: { readonly [name: string]: number };
}

/** How far apart a chance and its truth lie, over ten bins of chance. */
const BINS = 10;

/** The label of the highest chance; of equal ones the first. */
function topOf(chances: Chances): readonly [label: string, chance: number] {
  return Object.entries(chances).reduce((best, each) => (each[1] > best[1] ? each : best), ["", -1]);
}

/** Expected calibration error of the top label's chance. @source Naeini, Cooper, Hauskrecht 2015 */
function calibrationError(answers: readonly { readonly chance: number; readonly right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = answers.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    const surplus = inside.reduce((sum, { chance, right }) => sum + chance - (right ? 1 : 0), 0);
    error += Math.abs(surplus) / Math.max(1, answers.length);
  }
  return error;
}

/** Each spoken phrase with how often the picture's label was among those that it stands for. */
function spokenTable(head: "medium" | "scene", looks: readonly Look[], rules: readonly PhraseRule[]): string {
  const said = rules
    .filter((rule) => rule.head === head)
    .map(({ text, labels }) => {
      const own = looks.filter(({ perception: { spoken } }) => spoken.some((phrase) => phrase.text === text));
      return { text, spoken: own.length, right: own.filter(({ label }) => labels.includes(label)).length };
    })
    .filter(({ spoken }) => spoken > 0);
  const texts = new Set(said.map(({ text }) => text));
  const covered = looks.filter(({ perception }) => perception.spoken.some(({ text }) => texts.has(text)));
  const lines = said.map(({ text, right, spoken }) => `  ${text.padEnd(32)}right ${right} of ${spoken}`);
  return [`  of ${covered.length} of ${looks.length} something is said`, ...lines].join("\n");
}

function evaluateHead(
  head: "medium" | "scene",
  all: readonly Look[],
  rules: readonly PhraseRule[],
): PerceptionEvaluation {
  const looks = all.filter(({ kind }) => kind === head);
  const labels = Object.keys(looks[0]?.perception[head] ?? {});
  const known = looks.filter(({ label }) => labels.includes(label));
  const answers = known.map(({ label, perception }) => {
    const [given, chance] = topOf(perception[head]);
    return { label, given, chance, right: given === label };
  });
  const confusion = confusionOf(
    labels,
    answers.map(({ label, given }) => [label, given]),
  );
  const top1 = accuracyOf(confusion);
  const unknown = [...new Set(looks.filter((look) => !known.includes(look)).map(({ label }) => label))];
  const lines = [
    `${head}, ${known.length} training pictures (not a held-out figure): top-1 ${(100 * top1).toFixed(1)} %, ` +
      `expected calibration error ${(100 * calibrationError(answers)).toFixed(1)} %`,
    confusionTable(confusion),
    ...(unknown.length === 0 ? [] : [`  not among the model's labels: ${unknown.join(", ")}`]),
    spokenTable(head, known, rules),
  ];
  return { table: lines.join("\n"), figures: { [`${head}: top-1 on training pictures`]: top1 } };
}

/** The shipped model on the pictures that it was trained on: tells that it works here as it did there, and no more. */
export function evaluatePerception(
  looks: readonly Look[],
  rules: readonly PhraseRule[],
): PerceptionEvaluation {
  const [medium, scene] = [evaluateHead("medium", looks, rules), evaluateHead("scene", looks, rules)];
  return {
    table: `${medium.table}\n\n${scene.table}`,
    figures: { ...medium.figures, ...scene.figures },
  };
}
