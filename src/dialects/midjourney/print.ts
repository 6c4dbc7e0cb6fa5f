import { clamp, round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import { textOfPieces } from "../../layout/piece.js";
import type { Capabilities } from "../capabilities.js";
import { chooseFrame } from "../families/frame.js";
import { escapeItem, escapePhrase } from "../families/midjourney/escape.js";
import { distinctExclusions, excludedWords } from "../families/negative.js";
import { budgetWarnings, fitTerms, targetName } from "../families/report.js";
import { selectTerms, wordsOf } from "../families/select.js";
import { checkSettings } from "../families/settings.js";
import { orderByStress, orderTags } from "../families/tags/order.js";
import { joinPhrases, quotePhrase, weightWarnings } from "../families/tags/phrases.js";
import type { ParameterSettings, PrintOptions, Prompt } from "../types.js";
import { VERSIONS } from "./capabilities.js";
import { printFlags, settleFlags, versionFlag } from "./flags.js";
import type { PlacedReferences } from "./references.js";
import { placeReferences } from "./references.js";

/** With --hd the ratio may not exceed 4:1. */
const HD_RATIO = 4;

/** Phrases in A, B::1 C::1.5: those of one weight together, in the order of each weight's first phrase. */
function sayMultiPrompt(terms: readonly Term[], min: number, max: number): Piece[] {
  const weightOf = (term: Term): number => round(clamp(term.weight, min, max), 2);
  const weights = [...new Set(terms.map(weightOf))];
  const parts = weights.map((weight) => sayPhrases(terms.filter((term) => weightOf(term) === weight)));
  if (weights.length < 2) return parts.flat();
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [{ text: " " }]),
    ...part,
    { text: `::${weights[index]}` },
  ]);
}

function sayPhrases(terms: readonly Term[]): Piece[] {
  return joinPhrases(terms.map((term) => quotePhrase(term, escapePhrase(wordsOf(term)))));
}

/** `--raw` is ours to set where the picture is a photograph and nothing stylises it: it keeps Midjourney's taste out. */
function isPlainPhotograph(terms: readonly Term[], { version }: Capabilities): boolean {
  const stylised = terms.some(({ facet }) => facet === "style" || facet === "artist");
  const photograph = /\b(?:photo(?:graph(?:y|ic)?)?|film still|polaroid)\b/iu;
  const shot = terms.some((term) => term.facet === "medium" && photograph.test(term.text));
  return shot && !stylised && !version.startsWith("niji");
}

interface Settled {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** The caller's settings over the blueprint's references, over the frame and the flags that we set ourselves. */
function settle(
  blueprint: Blueprint,
  options: PrintOptions,
  spoken: readonly Term[],
  placed: PlacedReferences,
  capabilities: Capabilities,
  where: string,
): Settled {
  const { frame } = capabilities;
  const hd = options.parameters["hd"] === true && capabilities.parameters.some(({ name }) => name === "hd");
  const narrowed = hd && frame.kind === "any-ratio" ? { ...frame, min: 1 / HD_RATIO, max: HD_RATIO } : frame;
  const checked = checkSettings(options.parameters, { ...capabilities, frame: narrowed }, VERSIONS, where);
  const framed = chooseFrame(blueprint.frame, narrowed, where);
  const raw = isPlainPhotograph(spoken, capabilities) ? { raw: true } : {};
  const merged = { ...framed.parameters, ...raw, ...placed.parameters, ...checked.parameters };
  const settled = settleFlags(merged, where);
  const framedStands = checked.parameters["aspect-ratio"] === undefined;
  return {
    parameters: settled.parameters,
    warnings: [
      ...(framedStands ? framed.warnings : []),
      ...placed.warnings,
      ...checked.warnings,
      ...settled.warnings,
    ],
  };
}

/** Whether anything is left of a phrase once what Midjourney would misread is gone. */
function hasWords(term: Term): boolean {
  return escapeItem(excludedWords(term)) !== "";
}

function wordlessWarnings(terms: readonly Term[], where: string): Warning[] {
  return terms
    .filter((term) => !hasWords(term))
    .map((term) => {
      const message = `"${wordsOf(term)}" would be read as syntax, not as words`;
      return { code: "phrase-dropped", message, where, termId: term.id };
    });
}

function exclusionWeightWarnings(excluded: readonly Term[], where: string): Warning[] {
  return excluded
    .filter(({ weight }) => round(weight, 2) !== 1)
    .map((term) => {
      const message = `--no gives every exclusion one weight: "${excludedWords(term)}" (${term.weight})`;
      return { code: "weight-dropped", message, where, termId: term.id };
    });
}

/** What `--no` excludes: the caller's items before the blueprint's. */
function exclusionsText(own: ParameterSettings[string] | undefined, excluded: readonly Term[]): string {
  const items = [...(typeof own === "string" ? own.split(",") : []), ...excluded.map(excludedWords)];
  return [...new Set(items.map(escapeItem).filter((item) => item !== ""))].join(", ");
}

/** Image links, comma phrases, parameters: one text, as it is pasted. */
export function printMidjourney(
  blueprint: Blueprint,
  options: PrintOptions,
  capabilities: Capabilities,
): Prompt {
  const { budget, weights } = capabilities;
  const where = targetName(capabilities, VERSIONS[0].version);
  const selection = selectTerms(blueprint, where);
  const spoken = selection.spoken.filter(hasWords);
  const excluded = distinctExclusions(selection.excluded).filter(hasWords);
  const placed = placeReferences(blueprint.references, capabilities, where);
  const settled = settle(blueprint, options, spoken, placed, capabilities, where);
  const ordered = weights.kind === "none" ? orderByStress(spoken) : orderTags(spoken);
  const version = versionFlag(capabilities, VERSIONS[0].version);

  const words = (kept: ReadonlySet<string>): Piece[] => {
    const terms = ordered.filter((term) => kept.has(term.id));
    return weights.kind === "none" ? sayPhrases(terms) : sayMultiPrompt(terms, weights.min, weights.max);
  };
  const settings = (kept: ReadonlySet<string>): ParameterSettings => {
    const no = exclusionsText(
      settled.parameters["no"],
      excluded.filter((term) => kept.has(term.id)),
    );
    const { no: _, ...others } = settled.parameters;
    return no === "" ? others : { ...others, no };
  };
  const render = (kept: ReadonlySet<string>): Piece[] => {
    const links = placed.images.map((url): Piece[] => [{ text: url }]);
    const flags = printFlags(settings(kept), capabilities, version);
    const parts = [...links, words(kept), flags === "" ? [] : [{ text: flags }]].filter(
      (part) => part.length > 0,
    );
    return parts.flatMap((part, index) => (index === 0 ? part : [{ text: " " }, ...part]));
  };
  const fitted = fitTerms([...ordered, ...excluded], render, budget, where);
  const dropped = new Set(fitted.dropped);
  const kept = new Set([...ordered, ...excluded].map((term) => term.id).filter((id) => !dropped.has(id)));
  return {
    target: where,
    text: fitted.text,
    negative: null,
    parameters: settings(kept),
    warnings: [
      ...selection.warnings,
      ...wordlessWarnings([...selection.spoken, ...selection.excluded], where),
      ...weightWarnings(spoken, capabilities, where),
      ...exclusionWeightWarnings(excluded, where),
      ...fitted.warnings,
      ...settled.warnings,
      ...budgetWarnings(textOfPieces(words(kept)), budget, where),
    ],
    budget: { unit: budget.unit, used: fitted.used, max: budget.max },
    spans: fitted.spans,
  };
}
