import type {
  Blueprint,
  Capabilities,
  Edit,
  ParameterSettings,
  Prompt,
  Target,
  Term,
  Warning,
} from "imprompt/core";
import { applyEdit, compileWith, pin, weigh } from "imprompt/core";
import { parameterOf, withSettings } from "../parameters/settings";
import { titleOf } from "../parameters/words";

/** What a button does about warnings. */
export type Fix =
  | { readonly kind: "edit"; readonly label: string; readonly edit: Edit }
  | { readonly kind: "settings"; readonly label: string; readonly settings: ParameterSettings };

/** All that a prompt is printed from. */
export interface Print {
  readonly target: Target;
  readonly blueprint: Blueprint;
  readonly minConfidence: number;
  readonly settings: ParameterSettings;
}

function print({ target, blueprint, minConfidence, settings }: Print): Prompt {
  return compileWith(target, blueprint, { minConfidence, parameters: settings });
}

function after(page: Print, fix: Fix): Print {
  return fix.kind === "edit"
    ? { ...page, blueprint: applyEdit(page.blueprint, fix.edit).blueprint }
    : { ...page, settings: fix.settings };
}

function isSameMatter(a: Warning, b: Warning): boolean {
  return a.code === b.code && (a.termId === undefined ? a.message === b.message : a.termId === b.termId);
}

/** Whether the prompt printed after the fix has none of these warnings. */
function helps(fix: Fix, warnings: readonly Warning[], page: Print): boolean {
  const left = print(after(page, fix)).warnings;
  return !warnings.some((warning) => left.some((other) => isSameMatter(other, warning)));
}

function editsFor({ code }: Warning, term: Term, blueprint: Blueprint, capabilities: Capabilities): Fix[] {
  const fix = (label: string, edit: Edit): Fix => ({ kind: "edit", label, edit });
  const drop = (label: string): Fix => fix(label, { kind: "remove", id: term.id });
  const { weights } = capabilities;
  switch (code) {
    case "phrase-dropped":
    case "hypothesis":
      return [fix("Pin it", pin(blueprint, term.id)), drop("Drop it")];
    case "weight-dropped":
      return [fix("Set weight to 1", weigh(blueprint, term.id, 1))];
    case "weight-clamped": {
      if (weights.kind === "none") return [];
      const weight = Math.min(Math.max(term.weight, weights.min), weights.max);
      return [fix(`Set weight to ${weight}`, weigh(blueprint, term.id, weight))];
    }
    case "negative-dropped":
      return [drop("Drop the exclusion")];
    default:
      return [];
  }
}

/** Fixes that may mend a warning, the one most wanted first. */
function candidates(warning: Warning, page: Print): Fix[] {
  const { target, blueprint, settings } = page;
  const parameter = parameterOf(warning, Object.keys(settings));
  if (parameter !== undefined) {
    const without = withSettings(settings, { [parameter]: undefined });
    return [{ kind: "settings", label: `Reset ${titleOf(parameter)}`, settings: without }];
  }
  const term = blueprint.terms.find(({ id }) => id === warning.termId);
  return term === undefined
    ? []
    : editsFor(warning, term, blueprint, target.dialect.capabilities(target.version));
}

/** Drops as few of the least sure phrases as are needed for the warning to go; none that is pinned. */
function shortening(warning: Warning, page: Print): Fix[] {
  const said = new Set(print(page).spans.map(({ termId }) => termId));
  const weakest = page.blueprint.terms
    .filter((term) => said.has(term.id) && term.pinned !== true && term.polarity === "include")
    .sort((a, b) => a.confidence - b.confidence);
  const dropping = (count: number): Fix => ({
    kind: "edit",
    label: count === 1 ? "Drop the least sure phrase" : `Drop the ${count} least sure phrases`,
    edit: {
      kind: "batch",
      label: "shorten",
      edits: weakest.slice(0, count).map(({ id }) => ({ kind: "remove", id })),
    },
  });
  const clears = (count: number): boolean =>
    !print(after(page, dropping(count))).warnings.some(({ code }) => code === warning.code);
  let [low, high] = [0, weakest.length - 1];
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (clears(middle)) high = middle;
    else low = middle;
  }
  return high > 0 && clears(high) ? [dropping(high)] : [];
}

/** What mends a warning: each tried on the prompt itself, so that none is offered after which the warning stands. */
export function fixesFor(warning: Warning, page: Print): readonly Fix[] {
  if (warning.code === "over-recommended") return shortening(warning, page);
  return candidates(warning, page).filter((fix) => helps(fix, [warning], page));
}

const BULK_LABELS: { readonly [C in Warning["code"]]?: (count: number) => string } = {
  "phrase-dropped": (count) => `Drop all ${count}`,
  hypothesis: (count) => `Pin all ${count}`,
  "weight-dropped": () => "Set all weights to 1",
  "weight-clamped": () => "Set all within the range",
  "negative-dropped": (count) => `Drop all ${count} exclusions`,
};

/** What the buttons will most likely say, before fixes are tried: keeps their room. */
export function likelyLabels(warnings: readonly Warning[], page: Print): readonly string[] {
  const [first] = warnings;
  if (first === undefined) return [];
  if (first.code === "over-recommended") return ["Drop the least sure phrases"];
  if (warnings.length === 1) return candidates(first, page).map(({ label }) => label);
  const label = BULK_LABELS[first.code]?.(warnings.length);
  return label === undefined ? [] : [label];
}

/** One edit for all warnings of a kind; none where any of them would stand. */
export function bulkFixes(warnings: readonly Warning[], page: Print): readonly Fix[] {
  const [first] = warnings;
  const label = first === undefined ? undefined : BULK_LABELS[first.code]?.(warnings.length);
  if (first === undefined || label === undefined) return [];
  const edits = warnings.flatMap((warning) => {
    const fixes = candidates(warning, page).flatMap((fix) => (fix.kind === "edit" ? [fix.edit] : []));
    const wanted = warning.code === "phrase-dropped" ? fixes.at(-1) : fixes[0];
    return wanted === undefined ? [] : [wanted];
  });
  const fix: Fix = { kind: "edit", label, edit: { kind: "batch", label: label.toLowerCase(), edits } };
  return edits.length > 0 && helps(fix, warnings, page) ? [fix] : [];
}
