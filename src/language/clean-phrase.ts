const EDGES = /^[\s,.;:!?·•*…~#-]+(?=[\s\p{L}\p{N}"“'(<[\p{Extended_Pictographic}])|^[\s,.;:!?·•…]+/u;
const INEFFECTIVE = /(?<=[\p{L})])\s?:\s?(?:\d\.\d{1,3}|[0-3])$/u;

/** Faces made of signs, which boorus use as tags: ^_^, @_@, >_<. */
const FACE = /^[^\s\p{L}\p{N}]_[^\s\p{L}\p{N}]$/u;

/** Danbooru writes words joined by underscores; names of files with a version, and wildcards, keep theirs. */
const JOINED = /__[\p{L}\p{N}*][^\s,]{0,80}?__|(?<=[\p{L}\p{N})'!])_+(?=[\p{L}\p{N}(])/gu;

/** How many characters at the end are space or punctuation that no phrase ends in. */
function trailing(text: string): number {
  let count = 0;
  while (count < text.length && /[\s,.;:!?…*]/u.test(text[text.length - 1 - count] ?? "")) count += 1;
  return count;
}

/** Where the words of a phrase begin and end in its raw text. */
export function wordRange(raw: string): { readonly from: number; readonly to: number } {
  const to = raw.length - trailing(raw);
  const from = Math.min(to, EDGES.exec(raw)?.[0].length ?? 0);
  return { from, to };
}

function spaced(underscores: string): string {
  return /^_+$/u.test(underscores) ? " " : underscores;
}

interface CleanOptions {
  /** Underscores between words are spaces. */
  readonly underscores: boolean;
}

/** One line without edge punctuation; "" when no word is left. */
export function cleanPhrase(raw: string, options: CleanOptions): string {
  const { from, to } = wordRange(raw);
  const text = raw
    .slice(from, to)
    .replace(/\*\*|(?<=.{3})\\/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (FACE.test(text)) return text;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return "";
  const versioned = /_v?\d|:/u.test(text);
  return options.underscores && !versioned ? text.replace(JOINED, spaced) : text;
}

/** A weight without brackets, which generators read as words: "smile:1.4". */
export function dropIneffectiveWeight(text: string): string {
  return text.replace(INEFFECTIVE, "");
}
