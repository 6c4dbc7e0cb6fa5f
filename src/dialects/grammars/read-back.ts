import type { Warning } from "../../base/warning.js";
import type { Term } from "../../blueprint/types.js";
import type { Phrase } from "../../language/phrase.js";
import { splitPhrases } from "../../language/phrases.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import type { Span } from "../../layout/piece.js";

/** What a term was printed as. */
export interface Said {
  readonly term: Term;
  readonly words: string;
  /** What the grammar shall read; absent where the weight was given up and told of. */
  readonly weight?: number;
  readonly excluded: boolean;
}

/** Weights are printed with 3 decimals. */
const SAME_WEIGHT = 0.001;

function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[_\s]+/gu, " ")
    .replace(/^[\s,.;:!?·•*…~#"“-]+|[\s,.;:!?·•*…~"”-]+$/gu, "");
}

function shown(phrases: readonly Phrase[]): string {
  const told = phrases
    .slice(0, 4)
    .map(({ text, weight }) => (weight === 1 ? `"${text}"` : `"${text}" (${weight})`));
  return `${told.join(", ")}${phrases.length > told.length ? " and more" : ""}`;
}

function misreading(said: Said, phrases: readonly Phrase[], inNegative: boolean): string | undefined {
  const [only] = phrases;
  if (only === undefined) return "is read as nothing";
  const excluded = inNegative || only.polarity === "exclude";
  const agrees =
    phrases.length === 1 &&
    folded(only.text) === folded(said.words) &&
    (said.weight === undefined || Math.abs(only.weight - said.weight) <= SAME_WEIGHT) &&
    excluded === said.excluded;
  return agrees ? undefined : `is read as ${shown(phrases)}`;
}

/**
 * The printed text split again by its own grammar: a warning for each term that does not come back as one phrase of
 * the same words, weight and polarity. Letter case, underscores and edge punctuation do not count.
 */
export function readBack(
  text: string,
  spans: readonly Span[],
  said: readonly Said[],
  grammar: GrammarId,
  inNegative: boolean,
): Warning[] {
  const phrases = [...splitPhrases(text, grammar).phrases].sort((x, y) => x.start - y.start);
  const byTerm = new Map(said.map((item) => [item.term.id, item] as const));
  const warnings: Warning[] = [];
  let from = 0;
  for (const { start, end, termId } of spans) {
    const item = byTerm.get(termId);
    if (item === undefined) continue;
    while ((phrases[from]?.end ?? start + 1) <= start) from += 1;
    const own: Phrase[] = [];
    for (let index = from; (phrases[index]?.start ?? end) < end; index += 1)
      own.push(phrases[index] as Phrase);
    const why = misreading(item, own, inNegative);
    if (why === undefined) continue;
    warnings.push({ code: "syntax-approximated", message: `"${item.words}" ${why}`, where: grammar, termId });
  }
  return warnings;
}
