/**
 * What phrases are compared by: lower case, accents, hyphens, underscores, quotation marks, a leading article,
 * brackets around it and edge punctuation folded away.
 */
export function phraseKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?<=[a-z])\p{M}+/giu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/[_\-‐‑"“”]+/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,.;:!?'*~]+|[\s,.;:!?*~]+$/gu, "")
    .replace(/^\((.+)\)$/u, "$1")
    .replace(/^(?:an?|the|some) (?=\S)/u, "");
}
