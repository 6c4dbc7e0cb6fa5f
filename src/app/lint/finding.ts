import type { Span } from "../../language/phrase.js";

export type FindingCode =
  | "over-budget"
  | "over-recommended"
  | "unbalanced"
  | "broken-structure"
  | "unknown-parameter"
  | "repeated-parameter"
  | "value-out-of-range"
  | "words-after-parameters"
  | "punctuation-after-parameter"
  | "foreign-syntax"
  | "weight-without-effect"
  | "double-weight"
  | "weight-out-of-range"
  | "contradiction"
  | "duplicate"
  | "ineffective"
  | "negation"
  | "lettering"
  | "target-retired";

/** One edit of the text: the run from `start` to `end` becomes `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** What is wrong at a place of a prompt. */
export interface Finding {
  readonly span: Span;
  readonly code: FindingCode;
  /** "error": the target refuses or misreads it. "warning": it does less or other than it says. "info": good to know. */
  readonly severity: "error" | "warning" | "info";
  /** A few words: what stands there. */
  readonly what: string;
  /** One sentence, without the final full stop: why it matters. */
  readonly why: string;
  /** What mends it, where one edit does. */
  readonly fix?: TextEdit;
}

const BEFORE = /(?:[([{]+|-?\d+(?:\.\d+)?::)\s*$/u;
const AFTER = /^\s*(?:(?::\s*[\d.]+\s*)?[)\]}]+(?:[\d.]+|\++|-+)?|\s?::)/u;

/** The edit that takes a phrase out, with the weight syntax that is its own and one comma. */
export function removal(text: string, { start, end }: Span): TextEdit {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0].length;
  const after = AFTER.exec(text.slice(end, end + 40))?.[0].length;
  const whole = before !== undefined && after !== undefined;
  const from = whole ? start - before : start;
  const to = whole ? end + after : end;
  const comma = /^\s*[,;]\s*/u.exec(text.slice(to, to + 40))?.[0].length;
  if (comma !== undefined) return { start: from, end: to + comma, text: "" };
  const leading = /\s*[,;]?\s*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0].length ?? 0;
  return { start: from - leading, end: to, text: "" };
}
