import { round } from "../../../base/number.js";
import type { Warning } from "../../../base/warning.js";
import type { Blueprint, Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import type { Capabilities } from "../../capabilities.js";
import type { ParameterSettings, ParameterValue, PrintOptions, Prompt } from "../../types.js";
import { chooseFrame } from "../frame.js";
import { excludedWords, printNegativeField, rephraseExclusions } from "../negative.js";
import { budgetWarnings, fitTerms, statusWarnings, targetName } from "../report.js";
import { selectTerms, wordsOf } from "../select.js";
import { checkSettings } from "../settings.js";
import { orderByStress, orderTags } from "./order.js";
import { joinPhrases, sayPhrase, weightWarnings } from "./phrases.js";

/** Diffusion models work on blocks of 8 pixels. */
const SIDE_MULTIPLE = 8;

interface Fields {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** The caller's settings over the frame's size; sides on multiples of 8. */
function printFields(
  blueprint: Blueprint,
  options: PrintOptions,
  capabilities: Capabilities,
  siblings: readonly Capabilities[],
  where: string,
): Fields {
  const checked = checkSettings(options.parameters, capabilities, siblings, where);
  const framed = chooseFrame(blueprint.frame, capabilities.frame, where);
  const sized = Object.keys(framed.parameters).some((name) => name in checked.parameters);
  const parameters: { [name: string]: ParameterValue } = { ...framed.parameters, ...checked.parameters };
  const warnings = [...(sized ? [] : framed.warnings), ...checked.warnings];
  for (const name of ["width", "height"]) {
    const side = parameters[name];
    if (typeof side !== "number" || side % SIDE_MULTIPLE === 0) continue;
    parameters[name] = round(side / SIDE_MULTIPLE, 0) * SIDE_MULTIPLE;
    const message = `${name}: ${side} is no multiple of ${SIDE_MULTIPLE}; ${parameters[name]} is used`;
    warnings.push({ code: "parameter-clamped", message, where });
  }
  return { parameters, warnings };
}

function referenceWarnings(blueprint: Blueprint, where: string): Warning[] {
  return blueprint.references.map(({ role, url }) => ({
    code: "parameter-dropped",
    message: `the ${role} reference ${url} has no place in this target's prompt`,
    where,
  }));
}

/** A prompt of comma phrases, the negative prompt in its field, everything else as parameters. */
export function printTags(
  blueprint: Blueprint,
  options: PrintOptions,
  versions: readonly Capabilities[],
  capabilities: Capabilities,
): Prompt {
  const { budget, negative } = capabilities;
  const where = targetName(capabilities, versions[0]?.version ?? capabilities.version);
  const { spoken, excluded, warnings } = selectTerms(blueprint, where);
  const rephrased =
    negative.kind === "none" ? rephraseExclusions(excluded, spoken, where) : { terms: [], warnings: [] };
  const said = [...spoken, ...rephrased.terms];
  const ordered = capabilities.weights.kind === "none" ? orderByStress(said) : orderTags(said);
  const render = (kept: ReadonlySet<string>): Piece[] =>
    joinPhrases(
      ordered
        .filter((term) => kept.has(term.id))
        .map((term) => sayPhrase(term, wordsOf(term), capabilities, options.grammar)),
    );
  const fitted = fitTerms(ordered, render, budget, where);
  const sayExcluded = (term: Term): Piece[] =>
    sayPhrase(term, excludedWords(term), capabilities, options.grammar);
  const field =
    negative.kind === "field" ? printNegativeField(excluded, negative.budget, where, sayExcluded) : null;
  const fields = printFields(blueprint, options, capabilities, versions, where);
  return {
    target: where,
    text: fitted.text,
    negative: field?.text ?? null,
    parameters: fields.parameters,
    warnings: [
      ...statusWarnings(capabilities, where),
      ...warnings,
      ...rephrased.warnings,
      ...weightWarnings([...spoken, ...excluded], capabilities, where),
      ...fitted.warnings,
      ...(field?.warnings ?? []),
      ...fields.warnings,
      ...referenceWarnings(blueprint, where),
      ...budgetWarnings(fitted.text, budget, where),
    ],
    budget: { unit: budget.unit, used: fitted.used, max: budget.max },
    spans: fitted.spans,
  };
}
