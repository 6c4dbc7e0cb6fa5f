/** Where phrases may end. A quotation is matched first, so that what it holds is passed over. */
const BOUNDARY =
  /"[^"\n]{1,200}"|“[^”\n]{1,200}”|(?<!\d),|,(?!\d)|[\n\r，、;；。！？\u2028\u2029]|\s[/–—-](?=\s)|[.!?]{1,9}(?=\s|$)|\.{2,9}|…/gu;

/** Words that a full stop belongs to. */
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  "mr",
  "mrs",
  "ms",
  "dr",
  "st",
  "mt",
  "vs",
  "no",
  "ft",
  "jr",
  "sr",
  "prof",
  "feat",
  "approx",
]);

/** Whether the full stop at `stop` belongs to the word before it. */
export function isAbbreviation(text: string, stop: number): boolean {
  if (/(?:^|\n)\s{0,8}\d{1,2}$/u.test(text.slice(Math.max(0, stop - 12), stop))) return true;
  const word = /(?<![\p{L}\p{N}])\p{L}{1,6}$/u.exec(text.slice(Math.max(0, stop - 8), stop))?.[0];
  return word !== undefined && ((word.length === 1 && word !== "I") || ABBREVIATIONS.has(word.toLowerCase()));
}

export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches between commas, line ends, sentence ends and spaced dashes or slashes; a comma within a number or
 * a quotation, and the full stop of an abbreviation or an initial, part nothing.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const [mark] = match;
    if (/^["“]/u.test(mark) || (mark === "." && isAbbreviation(text, match.index))) continue;
    segments.push({ from, to: match.index });
    from = match.index + mark.length;
  }
  segments.push({ from, to: text.length });
  return segments;
}
