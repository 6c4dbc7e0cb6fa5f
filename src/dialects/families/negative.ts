import type { Warning } from "../../base/warning.js";
import type { Facet } from "../../blueprint/facets.js";
import { meaningOf } from "../../blueprint/meaning.js";
import type { Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import type { BudgetSpec } from "../capabilities.js";
import { fitTerms } from "./report.js";
import { wordsOf } from "./select.js";

interface Rephrasing {
  readonly says: string;
  readonly facet: Facet;
  /** Keys of `meaningOf`. */
  readonly of: readonly string[];
}

/** What to ask for, where what to avoid cannot be said. Phrases stand alone as tags and after "with". */
const REPHRASINGS: readonly Rephrasing[] = [
  {
    says: "unmarked surfaces",
    facet: "detail",
    of: ["text", "words", "letters", "lettering", "writing", "caption", "captions", "typography"],
  },
  {
    says: "a clean, unsigned image",
    facet: "detail",
    of: ["watermark", "watermarks", "signature", "logo", "logos", "username", "artist name"],
  },
  {
    says: "an empty, deserted scene",
    facet: "setting",
    of: ["people", "person", "persons", "humans", "human", "human figures"],
  },
  { says: "an uncrowded scene", facet: "setting", of: ["crowd", "crowds", "crowded", "tourists"] },
  { says: "a traffic-free scene", facet: "setting", of: ["cars", "car", "traffic", "vehicles"] },
  {
    says: "a clean, simple background",
    facet: "composition",
    of: ["clutter", "cluttered", "cluttered background", "busy background", "messy background"],
  },
  { says: "a plain background", facet: "composition", of: ["background", "detailed background"] },
  {
    says: "sharp focus",
    facet: "camera",
    of: ["blur", "blurry", "blurred", "out of focus", "motion blur", "soft focus", "unfocused"],
  },
  { says: "deep focus", facet: "camera", of: ["shallow depth of field", "depth of field"] },
  { says: "clean, smooth tones", facet: "quality", of: ["noise", "noisy", "grain", "grainy", "film grain"] },
  {
    says: "crisp, clean rendering",
    facet: "quality",
    of: [
      "low quality",
      "worst quality",
      "bad quality",
      "normal quality",
      "poor quality",
      "lowres",
      "low res",
      "low resolution",
      "jpeg artifacts",
      "compression artifacts",
      "artifacts",
      "pixelated",
    ],
  },
  {
    says: "natural, correct anatomy",
    facet: "detail",
    of: [
      "bad anatomy",
      "bad hands",
      "extra fingers",
      "missing fingers",
      "fused fingers",
      "extra limbs",
      "mutated hands",
      "mutation",
      "deformed",
      "disfigured",
      "malformed hands",
      "malformed limbs",
    ],
  },
  {
    says: "natural proportions",
    facet: "detail",
    of: ["bad proportions", "distorted", "distortion", "warped"],
  },
  {
    says: "the whole subject in frame",
    facet: "composition",
    of: ["cropped", "cropping", "out of frame", "cut off"],
  },
  {
    says: "an image that fills the frame to its edges",
    facet: "composition",
    of: ["border", "borders", "frame", "picture frame", "white border"],
  },
  { says: "full colors", facet: "palette", of: ["black and white"] },
  { says: "black and white", facet: "palette", of: ["color", "colors"] },
  {
    says: "natural, restrained colors",
    facet: "palette",
    of: ["oversaturated", "oversaturation", "saturated", "garish colors"],
  },
  { says: "soft, even light", facet: "lighting", of: ["shadows", "shadow", "harsh shadows", "hard light"] },
  { says: "bright, even exposure", facet: "lighting", of: ["dark", "underexposed", "darkness"] },
  { says: "balanced exposure", facet: "lighting", of: ["overexposed", "blown highlights"] },
  { says: "glare-free, matte surfaces", facet: "detail", of: ["glare", "reflections", "lens flare"] },
  { says: "a clear sky", facet: "setting", of: ["clouds", "cloudy", "overcast"] },
  { says: "dry weather", facet: "atmosphere", of: ["rain", "rainy"] },
  { says: "clear air", facet: "atmosphere", of: ["fog", "smoke"] },
  { says: "a neutral expression", facet: "action", of: ["smile", "smiling", "grin"] },
];

const BY_MEANING: ReadonlyMap<string, Rephrasing> = new Map(
  REPHRASINGS.flatMap((row) => row.of.map((meaning) => [meaning, row] as const)),
);

/** What an exclusion excludes: "no text", "without text" and "text" all give "text". */
export function excludedWords(term: Term): string {
  return wordsOf(term).replace(/^(?:no|without|avoid|not)\s+/iu, "");
}

/** Exclusions without those that say again what an earlier one says. */
export function distinctExclusions(excluded: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return excluded.filter((term) => {
    const key = meaningOf(excludedWords(term));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export interface NegativeField {
  /** Empty when nothing is excluded. */
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/**
 * The negative prompt's field: exclusions in their order, comma-separated, within the field's budget. `say`
 * gives a phrase its weight syntax and escapes; plain words unless given.
 */
export function printNegativeField(
  excluded: readonly Term[],
  budget: BudgetSpec,
  where: string,
  say: (term: Term) => readonly Piece[] = (term) => [{ text: excludedWords(term) }],
): NegativeField {
  const terms = distinctExclusions(excluded);
  const render = (kept: ReadonlySet<string>): Piece[] =>
    terms
      .filter((term) => kept.has(term.id))
      .flatMap((term, index) => (index === 0 ? say(term) : [{ text: ", " }, ...say(term)]));
  return fitTerms(terms, render, budget, where);
}

export interface Rephrased {
  /** Included terms under the exclusions' ids, each to be said like any other. */
  readonly terms: readonly Term[];
  readonly warnings: readonly Warning[];
}

/**
 * Exclusions turned into what to show instead, for a target that takes none; those without a known opposite are
 * dropped. What is already spoken, or rephrased once, is not said again.
 */
export function rephraseExclusions(
  excluded: readonly Term[],
  spoken: readonly Term[],
  where: string,
): Rephrased {
  const said = new Set(spoken.map((term) => meaningOf(wordsOf(term))));
  const terms: Term[] = [];
  const warnings: Warning[] = [];
  for (const term of distinctExclusions(excluded)) {
    const words = excludedWords(term);
    const row = BY_MEANING.get(meaningOf(words));
    if (row === undefined) {
      const message = `"${words}" cannot be excluded here, and no positive wording for it is known`;
      warnings.push({ code: "negative-dropped", message, where, termId: term.id });
      continue;
    }
    const message = `the exclusion "${words}" is asked for as "${row.says}"`;
    warnings.push({ code: "negative-rephrased", message, where, termId: term.id });
    const key = meaningOf(row.says);
    if (said.has(key)) continue;
    said.add(key);
    terms.push({ ...term, facet: row.facet, text: row.says, weight: 1, polarity: "include" });
  }
  return { terms, warnings };
}
