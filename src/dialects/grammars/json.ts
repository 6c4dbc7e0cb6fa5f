import type { Facet } from "../../blueprint/facets.js";
import type { Swatch, Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import { composeCaption } from "../families/json/caption.js";
import type { Member } from "../families/json/pieces.js";
import { list, literal, object, phrases } from "../families/json/pieces.js";
import { rephraseExclusions } from "../families/negative.js";
import { wordsOf } from "../families/select.js";
import { loraWarnings } from "./loras.js";
import type { Page, Writer, Written } from "./page.js";
import { lostWeights } from "./plain.js";

const FOCUS = /\b(?:depth of field|bokeh|focus|blur\w*|f\/?\d)/iu;
const ANGLE = /\b(?:angle|view|eye level|overhead|from (?:above|below|behind|the side))\b/iu;

/** Commas stand within phrases of prose; semicolons part them for certain. */
const JOINT = "; ";

/** A member whose string says these terms; none where there are none. */
function saying(key: string, terms: readonly Term[]): Member[] {
  return terms.length === 0 ? [] : [[key, phrases(terms, JOINT)]];
}

/** Lettering without the quotation marks that the key makes needless; several stand apart. */
function lettering(terms: readonly Term[]): Member[] {
  const bare = terms.map((term) => ({ ...term, text: wordsOf(term).replace(/^["“](.+)["”]$/u, "$1") }));
  if (bare.length < 2) return saying("text", bare);
  return [["text", list(bare.map((term) => phrases([term])))]];
}

function cameraOf(terms: readonly Term[]): Member[] {
  if (terms.length === 0) return [];
  const focus = terms.filter(({ text }) => FOCUS.test(text));
  const angle = terms.filter((term) => ANGLE.test(term.text) && !focus.includes(term));
  const lens = terms.filter((term) => !focus.includes(term) && !angle.includes(term));
  return [
    [
      "camera",
      object([...saying("angle", angle), ...saying("lens", lens), ...saying("depth_of_field", focus)]),
    ],
  ];
}

function subjectsOf(subjects: readonly Term[], actions: readonly Term[]): Member[] {
  if (subjects.length + actions.length === 0) return [];
  const [first, ...others] = subjects;
  const items = [
    object([...saying("description", first === undefined ? [] : [first]), ...saying("action", actions)]),
    ...others.map((term) => object(saying("description", [term]))),
  ];
  return [["subjects", list(items)]];
}

function colorsOf(terms: readonly Term[], palette: readonly Swatch[]): Member[] {
  const colors = [
    ...palette.map(({ hex }) => [literal(hex.toUpperCase())]),
    ...terms.map((term) => phrases([term])),
  ];
  return colors.length === 0 ? [] : [["color_palette", list(colors)]];
}

/**
 * FLUX.2's structured prompt as compact JSON, keys in the guide's order; what the guide has no key for stands under
 * "details", "text" and "quality".
 *
 * @source docs.bfl.ml, JSON Structured Prompting, 2026-11
 */
function composeFlux(terms: readonly Term[], palette: readonly Swatch[]): Piece[] {
  const of = (...facets: Facet[]): Term[] => terms.filter((term) => facets.includes(term.facet));
  return object([
    ...saying("scene", of("medium")),
    ...subjectsOf(of("subject"), of("action")),
    ...saying("style", of("style", "artist")),
    ...colorsOf(of("palette"), palette),
    ...saying("lighting", of("lighting")),
    ...saying("mood", of("atmosphere")),
    ...saying("background", of("setting")),
    ...saying("composition", of("composition")),
    ...cameraOf(of("camera")),
    ...saying("details", of("detail")),
    ...lettering(of("text")),
    ...saying("quality", of("quality")),
  ]);
}

function write(page: Page, where: string, compose: typeof composeFlux, exact: boolean): Written {
  const { spoken, excluded, palette, loras } = page;
  const rephrased = rephraseExclusions(excluded, spoken, where);
  return {
    pieces: compose([...spoken, ...rephrased.terms], palette),
    negative: null,
    said: exact ? spoken.map((term) => ({ term, words: wordsOf(term), excluded: false })) : [],
    warnings: [
      ...rephrased.warnings,
      ...lostWeights(spoken, "the structure has no weights", where),
      ...loraWarnings(loras, where),
    ],
  };
}

export const writeFluxJson: Writer = (page) => write(page, "flux-json", composeFlux, true);

/** The caption repeats its content in a summary, so its phrases do not come back one to one. */
export const writeIdeogramJson: Writer = (page) => write(page, "ideogram-json", composeCaption, false);
