/** What AUTOMATIC1111's prompt grammar makes of a text, read character by character. */
export interface A1111Reading {
  /** The words that reach the tokenizer, syntax and escapes gone. */
  readonly plain: string;
  readonly weights: readonly number[];
  readonly violations: readonly string[];
}

/**
 * Reads weights as (words:1.2). Anything that the grammar would take as other syntax (bare brackets, nesting,
 * AND, BREAK) is a violation, since a printer of plain phrases has no business with it.
 */
export function readA1111(text: string): A1111Reading {
  const violations: string[] = [];
  const weights: number[] = [];
  let plain = "";
  let open = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (character === "\\") {
      const next = text[index + 1] ?? "";
      if (!"\\()[]".includes(next) || next === "") violations.push(`stray backslash at ${index}`);
      plain += next;
      index++;
    } else if (character === "(") {
      if (open) violations.push(`nested parenthesis at ${index}`);
      open = true;
    } else if (character === ")") {
      const match = /:(\d+(?:\.\d+)?)$/u.exec(plain);
      if (!open) violations.push(`unopened parenthesis at ${index}`);
      if (match === null) violations.push(`parenthesis without a weight at ${index}`);
      else {
        weights.push(Number(match[1]));
        plain = plain.slice(0, match.index);
      }
      open = false;
    } else if (character === "[" || character === "]") {
      violations.push(`bare bracket at ${index}`);
    } else {
      plain += character;
    }
  }
  if (open) violations.push("a parenthesis stays open");
  if (/\b(?:AND|BREAK)\b/u.test(plain)) violations.push("an operator word in capitals");
  if (/[\r\n\t]/u.test(text)) violations.push("a line break or tab");
  if (weights.some((weight) => weight <= 0)) violations.push("a weight of zero");
  return { plain, weights, violations };
}

/** The fewest tokens that any vocabulary needs: one a word, a digit or a run of other signs. */
export function fewestTokens(text: string): number {
  return text.match(/\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu)?.length ?? 0;
}
