import type { Warning } from "../../base/warning.js";
import { UNLIMITED } from "../../dialects/grammars/capabilities.js";
import type { Prompt } from "../../dialects/types.js";
import type { BudgetUnit } from "../../layout/count.js";
import { ESTIMATED_UNITS, UNIT_NAMES } from "../../layout/count.js";
import type { Page } from "./page.js";

/** "CLIP tokens, estimated": what the budget is counted in. */
function unitName(unit: BudgetUnit): string {
  return `${UNIT_NAMES[unit]}${ESTIMATED_UNITS.includes(unit) ? ", estimated" : ""}`;
}

/** Warnings of one kind that a person reads before they blur; the others are counted. */
const WARNINGS_SHOWN = 2;

/** Grouped by kind; the first two of each are told in full. */
export function showWarnings(warnings: readonly Warning[], indent: number, page: Page): string[] {
  const told = warnings.filter((warning) => warning.code !== "budget-estimated");
  return [...new Set(told.map((warning) => warning.code))].flatMap((code) => {
    const alike = told.filter((warning) => warning.code === code);
    const shown = alike.slice(0, WARNINGS_SHOWN).map((warning) => `! ${warning.message}`);
    const rest = alike.length - shown.length;
    const more = rest === 0 ? [] : [`! and ${rest} more of this kind (${code}); --json tells them all`];
    return [...shown, ...more].map((line) => page.warn(page.wrap(line, indent)));
  });
}

/** One prompt, ready to paste, with what stands beside it and what was lost. */
export function showPrompt(prompt: Prompt, page: Page): string {
  const { unit, used, max } = prompt.budget;
  const limit = max === UNLIMITED ? "" : ` of ${max}`;
  const head = `  ${page.accent(prompt.target)} ${page.dim(`${used}${limit} ${unitName(unit)}`)}`;
  const lines = [
    head,
    page.wrap(prompt.text === "" ? "(empty: the blueprint says nothing yet)" : prompt.text, 4),
  ];
  if (prompt.negative !== null && prompt.negative !== "") {
    lines.push(page.dim("    Negative prompt:"), page.wrap(prompt.negative, 4));
  }
  const settings = Object.entries(prompt.parameters).map(([name, value]) => {
    const shown = String(value);
    return `${name} ${shown.length > 60 ? `(${shown.length} characters, see --json)` : shown}`;
  });
  if (settings.length > 0) lines.push(page.dim(page.wrap(settings.join(" · "), 4)));
  lines.push(...showWarnings(prompt.warnings, 4, page));
  return lines.join("\n");
}
