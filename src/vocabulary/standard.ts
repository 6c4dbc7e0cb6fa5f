import { FACETS } from "../blueprint/facets.js";
import { parseTable } from "./table.js";
import { VOCABULARY } from "./vocabulary.generated.js";
import type { Vocabulary } from "./vocabulary.js";
import { entryOf, makeVocabulary } from "./vocabulary.js";

let standard: Vocabulary | undefined;

/** The vocabulary that imprompt brings: the tables of vocab/, read once. */
export function standardVocabulary(): Vocabulary {
  standard ??= makeVocabulary(
    FACETS.flatMap((facet) => parseTable(VOCABULARY[facet]).entries.map((line) => entryOf(facet, line))),
  );
  return standard;
}
