import type { Facet } from "../../../blueprint/facets.js";
import { classify } from "../../../vocabulary/classify.js";
import { standardVocabulary } from "../../../vocabulary/standard.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { PhraseList } from "./types.js";

/** Lists whose name tells the facet of all they hold. */
const NAMED: { readonly [list: string]: Facet } = {
  subjects: "subject",
  artists: "artist",
  mediums: "medium",
  movements: "style",
  trendings: "quality",
};

const known = new WeakMap<Vocabulary, WeakMap<readonly string[], readonly Facet[]>>();

/** The facet of each phrase: by the name of its list, else by the vocabulary. Classified once for each list. */
export function facetsOf(
  { name, phrases }: PhraseList,
  vocabulary: Vocabulary = standardVocabulary(),
): readonly Facet[] {
  const lists = known.get(vocabulary) ?? new WeakMap<readonly string[], readonly Facet[]>();
  known.set(vocabulary, lists);
  const before = lists.get(phrases);
  if (before !== undefined) return before;
  const named = NAMED[name];
  const facets = phrases.map((phrase) => named ?? classify(phrase, { vocabulary }).facet);
  lists.set(phrases, facets);
  return facets;
}
