import { standingsOf } from "../axes.js";
import type { Edit } from "../edit.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import { normaliseDrafts } from "../normalise.js";
import type { Blueprint, Term } from "../types.js";
import { applyEdit } from "./apply.js";
import { freshTerm } from "./fresh-term.js";
import { backOf } from "./front-of.js";
import { strayMark } from "./medium-marks.js";
import { staleWords, TOPICS } from "./topic.js";
import { withoutWords } from "./without-words.js";

export type Swappable = Facet | "time of day" | "season";

/** Words for no color; they go when a palette of colors comes. */
const COLORLESS = "black[- ]and[- ]white|b&w|gr[ae]yscale|monochrome|monochromatic";

/** Words of the axis "color", taken out of phrases that say more. */
const COLOR = `${COLORLESS}|vibrant|vivid|colou?rful|saturated|muted|desaturated`;

interface Swap {
  readonly what: Swappable;
  readonly home: Facet;
  readonly texts: readonly string[];
}

/** What becomes of an old phrase: it stays, gives its place to a new one, goes, or loses some words. */
type Fate =
  | { readonly kind: "stay" | "yield" }
  | { readonly kind: "go"; readonly why: string }
  | { readonly kind: "lose"; readonly text: string; readonly why: string };

const STAY: Fate = { kind: "stay" };

function shortened(term: Term, source: string, why: string, adjunctsOnly: boolean): Fate {
  const text = withoutWords(term.text, source, adjunctsOnly);
  if (text === term.text) return STAY;
  return text === "" ? { kind: "go", why } : { kind: "lose", text, why };
}

/** By what the swap is about: phrases of the facet itself, or those that speak of the time of day or the season. */
function fateByTopic(term: Term, { what, home, texts }: Swap): Fate {
  if (what !== "time of day" && what !== "season") {
    return term.facet === home ? { kind: "yield" } : STAY;
  }
  const topic = TOPICS[what];
  const source = staleWords(topic, texts);
  const why = `the ${what} is "${texts.join(", ")}"`;
  if (topic.wholly.includes(term.facet)) {
    return withoutWords(term.text, source) === term.text ? STAY : { kind: "yield" };
  }
  if (!topic.partly.includes(term.facet)) return STAY;
  return shortened(term, source, why, term.facet !== "setting");
}

/** By what the new phrases cannot stand beside, wherever it is said. */
function fateByConflict(term: Term, { what, home, texts }: Swap): Fate {
  const mark = what === "medium" ? strayMark(term, texts) : undefined;
  if (mark !== undefined) return { kind: "go", why: `it is the mark of a ${mark}` };
  const said = texts.join(", ");
  const colored = what === "palette" && texts.length > 0 && !new RegExp(COLORLESS, "iu").test(said);
  if (colored && ["medium", "style"].includes(term.facet)) {
    const fate = shortened(term, COLORLESS, `the palette is "${said}"`, false);
    if (fate !== STAY) return fate;
  }
  const mine = texts.flatMap((text) => standingsOf(home, text));
  const clash = standingsOf(term.facet, term.text).find(({ axis, pole }) =>
    mine.some((standing) => standing.axis === axis && standing.pole !== pole),
  );
  if (clash === undefined) return STAY;
  const why = `contradicts "${said}" on ${clash.axis}`;
  return clash.axis === "color" ? shortened(term, COLOR, why, false) : { kind: "go", why };
}

function fateOf(term: Term, swap: Swap): Fate {
  const isNew = swap.texts.some((text) => meaningOf(text) === meaningOf(term.text));
  if (term.pinned === true) return STAY;
  if (term.polarity === "exclude") return isNew ? { kind: "go", why: "it is wanted now" } : STAY;
  if (isNew) return STAY;
  const fate = fateByTopic(term, swap);
  return fate === STAY ? fateByConflict(term, swap) : fate;
}

/** The edit that deals with one old phrase; `next` is the new text that may take its place. */
function settle(blueprint: Blueprint, term: Term, fate: Fate, next: string | undefined, why: string): Edit[] {
  const { id, facet, weight } = term;
  switch (fate.kind) {
    case "stay":
      return [];
    case "go":
      return [{ kind: "remove", id, why: fate.why }];
    case "lose":
      return [{ kind: "replace", id, text: fate.text, why: fate.why }];
    case "yield": {
      const fresh = next === undefined ? undefined : freshTerm(blueprint, { facet, text: next, weight });
      return [fresh === undefined ? { kind: "remove", id, why } : { kind: "substitute", id, term: fresh }];
    }
  }
}

/**
 * The edit after which `texts` stand for a facet, the time of day or the season, and the rest stays: old phrases
 * give their places and weights to new ones, further ones go or are added; phrases that say more lose only the
 * words ("a street at night"); what contradicts the new ones goes, with its reason. What agrees with the new time
 * or season stays, and so does what is pinned or excluded, unless it is the
 * very thing that is excluded. A new palette takes the measured swatches away. Without
 * texts the old ones only go.
 */
export function swap(blueprint: Blueprint, what: Swappable, texts: readonly string[]): Edit {
  const home = what === "time of day" || what === "season" ? TOPICS[what].home : what;
  const wanted = normaliseDrafts(texts.map((text) => ({ facet: home, text }))).map(({ text }) => text);
  const swapping: Swap = { what, home, texts: wanted };
  const said = blueprint.terms.filter((term) => term.polarity === "include").map((t) => meaningOf(t.text));
  const left = wanted.filter((text) => !said.includes(meaningOf(text)));
  const why = wanted.length === 0 ? `no ${what} is wanted` : `the ${what} is "${wanted.join(", ")}"`;
  const edits: Edit[] = [];
  let current = blueprint;
  const perform = (more: readonly Edit[]): void => {
    for (const edit of more) current = applyEdit(current, edit).blueprint;
    edits.push(...more);
  };
  for (const term of blueprint.terms) {
    const fate = fateOf(term, swapping);
    perform(settle(current, term, fate, fate.kind === "yield" ? left.shift() : undefined, why));
  }
  for (const text of left) {
    const term = freshTerm(current, { facet: home, text });
    if (term !== undefined) perform([{ kind: "add", term, at: backOf(current.terms, home) }]);
  }
  if (what === "palette" && blueprint.palette.length > 0) perform([{ kind: "swatches", swatches: [] }]);
  return {
    kind: "batch",
    label: `swap ${what}${wanted.length === 0 ? "" : ` for "${wanted.join(", ")}"`}`,
    edits,
  };
}
