import type { Facet } from "../facets.js";
import type { Term } from "../types.js";
import { isLink } from "./links.js";
import type { PhraseWords } from "./phrase-words.js";

/** Facets whose phrases may speak of one thing; others never overlap, "oil painting" may be seen in a photograph. */
const KIN: readonly (readonly Facet[])[] = [
  ["subject", "action", "setting", "detail"],
  ["lighting", "atmosphere"],
  ["medium", "style"],
  ["composition", "camera"],
];

const NEGATIONS: ReadonlySet<string> = new Set(["no", "not", "non", "without", "never"]);

function areKin(x: Facet, y: Facet): boolean {
  return x === y || KIN.some((facets) => facets.includes(x) && facets.includes(y));
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  const rest = [...words];
  return wanted.every((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
}

function indexOfRun(words: readonly string[], run: readonly string[]): number {
  return words.findIndex((_, start) => run.every((word, index) => words[start + index] === word));
}

/** Whether `whole` says all that `part` says and more of the same thing. */
function contains(whole: PhraseWords, part: PhraseWords): boolean {
  if (part.words.length >= whole.words.length || !hasAll(whole.words, part.words)) return false;
  const at = indexOfRun(whole.words, part.words);
  const before = whole.words.slice(0, at === -1 ? whole.words.length : at);
  if (before.some((word) => NEGATIONS.has(word))) return false;
  if (whole.head === part.head) return true;
  return at !== -1 && part.words.filter((word) => !isLink(word)).length >= 2;
}

/** What of a term is compared. */
export type Wording = Pick<Term, "facet" | "polarity"> & PhraseWords;

/**
 * How two phrases nearly say the same: "same" in another number ("cat", "cats"), "within" when `y` says all that
 * `x` says and more of it ("fox", "red fox in snow"), "around" the reverse. Colors of a palette are never within
 * each other, nor what is excluded; letters to be written are left alone.
 */
export function overlap(x: Wording, y: Wording): "same" | "within" | "around" | undefined {
  if (x.polarity !== y.polarity || !areKin(x.facet, y.facet)) return undefined;
  if (x.facet === "text") return undefined;
  if (x.words.length === 0 || y.words.length === 0) return undefined;
  if (x.words.join(" ") === y.words.join(" ")) return "same";
  if (x.polarity === "exclude" || x.facet === "palette") return undefined;
  if (contains(y, x)) return "within";
  return contains(x, y) ? "around" : undefined;
}
