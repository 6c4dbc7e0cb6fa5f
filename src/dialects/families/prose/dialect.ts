import type { Warning } from "../../../base/warning.js";
import type { Blueprint, Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import type { Capabilities } from "../../capabilities.js";
import type { Dialect, ParameterSettings, PrintOptions, Prompt } from "../../types.js";
import { printNegativeField, rephraseExclusions } from "../negative.js";
import { budgetWarnings, fitTerms, statusWarnings, targetName } from "../report.js";
import { selectTerms } from "../select.js";
import { versionOf } from "../tags/dialect.js";
import { weightWarnings } from "../tags/phrases.js";
import { composeProse } from "./compose.js";
import type { RatioLimits } from "./fields.js";
import { printFields } from "./fields.js";

/** What a target of sentences does in its own way; whatever is absent is done as all do it. */
export interface ProseWays {
  /** The text that says just these terms. */
  readonly compose?: (terms: readonly Term[], page: Page) => readonly Piece[];
  /** Terms that the target shall not say, each with its warning. */
  readonly refuse?: (terms: readonly Term[], where: string) => readonly Warning[];
  /** Settings that the picture suggests; the caller's outrank them. */
  readonly suggest?: (terms: readonly Term[], page: Page) => ParameterSettings;
  readonly ratioLimits?: (capabilities: Capabilities) => RatioLimits | undefined;
  /** Parameters that are said in the text and stand in no field. */
  readonly spoken?: readonly string[];
}

export interface Page {
  readonly blueprint: Blueprint;
  readonly capabilities: Capabilities;
  /** Checked settings, the frame's among them. */
  readonly parameters: ParameterSettings;
}

function referenceWarnings(blueprint: Blueprint, parameters: ParameterSettings, where: string): Warning[] {
  return blueprint.references
    .filter(({ url }) => !Object.values(parameters).includes(url))
    .map(({ role, url }) => ({
      code: "parameter-dropped",
      message: `the ${role} reference ${url} has no place in this target's prompt; attach it where the target takes pictures`,
      where,
    }));
}

function printProse(
  blueprint: Blueprint,
  options: PrintOptions,
  versions: readonly [Capabilities, ...Capabilities[]],
  ways: ProseWays,
): Prompt {
  const capabilities = versionOf(versions, options.version);
  const { budget, negative } = capabilities;
  const where = targetName(capabilities, versions[0].version);
  const selected = selectTerms(blueprint, where);
  const refused = ways.refuse?.(selected.spoken, where) ?? [];
  const spoken = selected.spoken.filter((term) => refused.every((warning) => warning.termId !== term.id));
  const rephrased =
    negative.kind === "field"
      ? { terms: [], warnings: [] }
      : rephraseExclusions(selected.excluded, spoken, where);
  const terms = [...spoken, ...rephrased.terms];
  const own = ways.suggest?.(terms, { blueprint, capabilities, parameters: options.parameters }) ?? {};
  const limits = ways.ratioLimits?.(capabilities);
  const fields = printFields(blueprint, options.parameters, own, versions, capabilities, where, limits);
  const page: Page = { blueprint, capabilities, parameters: fields.parameters };
  const compose = ways.compose ?? ((said: readonly Term[]): readonly Piece[] => composeProse(said));
  const render = (kept: ReadonlySet<string>): readonly Piece[] =>
    compose(
      terms.filter((term) => kept.has(term.id)),
      page,
    );
  const fitted = fitTerms(terms, render, budget, where);
  const field =
    negative.kind === "field" ? printNegativeField(selected.excluded, negative.budget, where) : null;
  const hidden = ways.spoken ?? [];
  return {
    target: where,
    text: fitted.text,
    negative: field?.text ?? null,
    parameters: Object.fromEntries(
      Object.entries(fields.parameters).filter(([name]) => !hidden.includes(name)),
    ),
    warnings: [
      ...statusWarnings(capabilities, where),
      ...selected.warnings,
      ...refused,
      ...rephrased.warnings,
      ...weightWarnings([...spoken, ...selected.excluded], capabilities, where),
      ...fitted.warnings,
      ...(field?.warnings ?? []),
      ...fields.warnings,
      ...referenceWarnings(blueprint, fields.parameters, where),
      ...budgetWarnings(fitted.text, budget, where),
    ],
    budget: { unit: budget.unit, used: fitted.used, max: budget.max },
    spans: fitted.spans,
  };
}

/** A dialect of sentences from its versions' capabilities, the default version first. */
export function createProseDialect(
  versions: readonly [Capabilities, ...Capabilities[]],
  ways: ProseWays = {},
): Dialect {
  return {
    id: versions[0].target,
    versions: versions.map((capabilities) => capabilities.version),
    defaultVersion: versions[0].version,
    capabilities: (version) => versionOf(versions, version),
    print: (blueprint, options) => printProse(blueprint, options, versions, ways),
  };
}
