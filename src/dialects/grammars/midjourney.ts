import { round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Reference, Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import { escapeItem, escapePhrase } from "../families/midjourney/escape.js";
import { excludedWords } from "../families/negative.js";
import { wordsOf } from "../families/select.js";
import { joinPhrases } from "../families/tags/phrases.js";
import type { ParameterSettings, ParameterValue } from "../types.js";
import { loraWarnings } from "./loras.js";
import { printFlagsOf } from "./midjourney-flags.js";
import type { Page, Writer } from "./page.js";
import type { Said } from "./read-back.js";

/** @source Midjourney's documentation: `--no x` is the multi-prompt `x::-0.5` */
const NO_WEIGHT = 0.5;

interface Part {
  readonly terms: readonly Term[];
  readonly weight: number;
}

/** Neighbours of one weight are one part of a multi-prompt. */
function partsOf(terms: readonly Term[]): Part[] {
  const parts: { terms: Term[]; weight: number }[] = [];
  for (const term of terms) {
    const last = parts.at(-1);
    const weight = round(term.weight, 3);
    if (last?.weight === weight) last.terms.push(term);
    else parts.push({ terms: [term], weight });
  }
  return parts;
}

interface Exclusions {
  /** As parts of negative weight. */
  readonly weighed: readonly Term[];
  /** For `--no`. */
  readonly listed: readonly Term[];
  readonly warnings: readonly Warning[];
}

/** A weight other than 1 needs a negative part, and the sum of all parts must stay above 0. */
function placeExclusions(excluded: readonly Term[], parts: readonly Part[]): Exclusions {
  let total = parts.reduce((sum, part) => sum + part.weight, 0);
  const weighed: Term[] = [];
  const listed: Term[] = [];
  const warnings: Warning[] = [];
  for (const term of excluded) {
    const share = term.weight * NO_WEIGHT;
    if (round(term.weight, 3) === 1) listed.push(term);
    else if (total - share > 0) {
      total -= share;
      weighed.push(term);
    } else {
      listed.push(term);
      const message = `"${excludedWords(term)}" (${term.weight}) goes to --no, which weighs 1: weights below 0 must not outweigh the rest`;
      warnings.push({ code: "weight-dropped", message, where: "midjourney", termId: term.id });
    }
  }
  return { weighed, listed, warnings };
}

function sayList(terms: readonly Term[], words: (term: Term) => string): Piece[] {
  return joinPhrases(terms.map((term) => [{ text: words(term), termId: term.id }]));
}

const ROLE_FLAGS: { readonly [R in Reference["role"]]: readonly [name: string, weight: string] } = {
  image: ["", "image-weight"],
  style: ["style-reference", "style-weight"],
  character: ["character-reference", "character-weight"],
};

/** Links of style and character as the flags of the version that the prompt asks for. */
function referenceFlags({ references, parameters }: Page): ParameterSettings {
  const flags: { [name: string]: ParameterValue } = {};
  for (const role of ["style", "character"] as const) {
    const own = references.filter((reference) => reference.role === role);
    if (own.length === 0) continue;
    const omni = role === "character" && String(parameters["version"] ?? "").startsWith("7");
    const [name, weight] = omni ? ["omni-reference", "omni-weight"] : ROLE_FLAGS[role];
    const codes = parameters[name];
    const links = own.map(({ url }) => url);
    flags[name] = (codes === undefined ? links : [...links, String(codes)]).join(" ");
    const first = own[0]?.weight;
    if (first !== undefined) flags[weight] = Math.round(first * 100);
  }
  const images = references.filter(({ role }) => role === "image");
  const weight = images[0]?.weight;
  return weight === undefined ? flags : { ...flags, "image-weight": round(weight, 2) };
}

function joinParts(parts: readonly (readonly Piece[])[]): Piece[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? [...part] : [{ text: " " }, ...part]));
}

/** Links, phrases with `::` where weights differ from 1, `--no`, the other flags. */
export const writeMidjourney: Writer = (page) => {
  const { spoken, excluded, loras, references, parameters } = page;
  const say = (term: Term): string => escapePhrase(wordsOf(term));
  const refuse = (term: Term): string => escapeItem(excludedWords(term));
  const sayable = spoken.filter((term) => say(term) !== "");
  const refusable = excluded.filter((term) => refuse(term) !== "");
  const parts = partsOf(sayable);
  const { weighed, listed, warnings } = placeExclusions(refusable, parts);
  const plain = parts.length < 2 && weighed.length === 0 && (parts[0]?.weight ?? 1) === 1;
  const texts = parts.map(({ terms, weight }) =>
    plain ? sayList(terms, say) : [...sayList(terms, say), { text: `::${weight}` }],
  );
  const against = weighed.map((term) => [
    { text: refuse(term), termId: term.id },
    { text: `::${round(-term.weight * NO_WEIGHT, 4)}` },
  ]);
  const images = references.filter(({ role }) => role === "image").map(({ url }) => [{ text: url }]);
  const no = listed.length === 0 ? [] : [{ text: "--no " }, ...sayList(listed, refuse)];
  const flags = printFlagsOf({ ...parameters, ...referenceFlags(page) });
  const said: Said[] = [
    ...sayable.map((term) => ({ term, words: wordsOf(term), weight: term.weight, excluded: false })),
    ...weighed.map((term) => ({ term, words: excludedWords(term), weight: term.weight, excluded: true })),
    ...listed.map((term) => ({ term, words: excludedWords(term), excluded: true })),
  ];
  const lost = [...spoken, ...excluded].filter(
    (term) => !sayable.includes(term) && !refusable.includes(term),
  );
  return {
    pieces: joinParts([...images, ...texts, ...against, no, flags === "" ? [] : [{ text: flags }]]),
    negative: null,
    said,
    warnings: [
      ...warnings,
      ...lost.map(
        (term): Warning => ({
          code: "phrase-dropped",
          message: `"${wordsOf(term)}" would be read as syntax, not as words`,
          where: "midjourney",
          termId: term.id,
        }),
      ),
      ...loraWarnings(loras, "midjourney"),
    ],
  };
};
