const LINKS: ReadonlySet<string> = new Set([
  ...["a", "an", "the", "some", "and", "or", "&", "+", ",", "of", "with", "without", "in", "on", "at", "by"],
  ...["to", "from", "for", "into", "onto", "over", "under", "near", "next", "beside", "behind", "between"],
  ...[
    "around",
    "through",
    "against",
    "is",
    "are",
    "that",
    "which",
    "while",
    "as",
    "its",
    "his",
    "her",
    "their",
  ],
]);

const PREPOSITIONS: ReadonlySet<string> = new Set([
  ...["of", "with", "without", "in", "on", "at", "by", "to", "from", "for", "into", "onto", "over", "under"],
  ...[
    "near",
    "next",
    "beside",
    "behind",
    "between",
    "around",
    "through",
    "against",
    "across",
    "along",
    "above",
  ],
  ...["below", "among", "amid", "inside", "outside", "beneath", "during", "towards", "toward", "beyond"],
]);

/** Whether a lower-case word only joins others: articles, prepositions, conjunctions, commas. */
export function isLink(word: string): boolean {
  return LINKS.has(word) || PREPOSITIONS.has(word);
}

export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}
