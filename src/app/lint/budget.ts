import type { BudgetUnit } from "../../layout/count.js";
import { countText, UNIT_NAMES } from "../../layout/count.js";
import type { Finding } from "./finding.js";
import type { LintPage, Rule } from "./page.js";

interface Measure {
  readonly used: number;
  /** Where the part begins that does not fit; undefined where all fits. */
  readonly from: number | undefined;
}

/** Characters are counted with all syntax; tokens and words of what is drawn, phrase by phrase with its comma. */
function measure({ text, placed }: LintPage, unit: BudgetUnit, max: number): Measure {
  if (unit === "character") {
    const characters = Array.from(text);
    if (characters.length <= max) return { used: characters.length, from: undefined };
    return { used: characters.length, from: characters.slice(0, max).join("").length };
  }
  const comma = unit === "word" ? 0 : 1;
  let used = 0;
  let from: number | undefined;
  for (const { term, span } of placed) {
    if (term.polarity === "exclude") continue;
    used += countText(term.text, unit) + (used === 0 ? 0 : comma);
    if (used > max) from ??= span.start;
  }
  return { used, from };
}

/** More than the target reads, or than its vendor recommends. */
export const budget: Rule = (page) => {
  const { text, capabilities } = page;
  const { unit, max, recommended } = capabilities.budget;
  const findings: Finding[] = [];
  const hard = measure(page, unit, max);
  if (hard.from !== undefined) {
    findings.push({
      span: { start: hard.from, end: text.length },
      code: "over-budget",
      severity: "error",
      what: `${hard.used} ${UNIT_NAMES[unit]}, ${max} are read`,
      why: `${capabilities.title} drops or weakens what stands from here on; shorten it, or move what matters forward`,
    });
  }
  if (recommended === undefined) return findings;
  const soft = measure(page, recommended.unit, recommended.max);
  if (soft.from === undefined || hard.from !== undefined) return findings;
  return [
    ...findings,
    {
      span: { start: soft.from, end: text.length },
      code: "over-recommended",
      severity: "info",
      what: `${soft.used} ${UNIT_NAMES[recommended.unit]}, ${recommended.max} are recommended`,
      why: `what stands from here on has little effect (${recommended.source.from}, ${recommended.source.date})`,
    },
  ];
};
