import type { Warning, WarningCode } from "imprompt/core";

export interface WarningGroup {
  readonly code: WarningCode;
  /** One sentence for all of them. */
  readonly words: string;
  readonly warnings: readonly Warning[];
}

/** From this many on, warnings of a kind are told in one line that opens. */
const GROUPED = 3;

/** Said where the figure itself stands. */
const UNTOLD: readonly WarningCode[] = ["budget-estimated"];

const TOGETHER: { readonly [C in WarningCode]?: (count: number) => string } = {
  "phrase-dropped": (count) => `${count} phrases are left out of this prompt`,
  "weight-dropped": (count) => `${count} weights are lost: this target has none`,
  "weight-clamped": (count) => `${count} weights are outside of what this target takes`,
  hypothesis: (count) => `${count} phrases are said, but are only guesses`,
  "negative-dropped": (count) => `${count} exclusions cannot be said here`,
  "negative-rephrased": (count) => `${count} exclusions are said as what to show instead`,
  "parameter-dropped": (count) => `${count} settings are left out`,
  "parameter-clamped": (count) => `${count} settings are moved into range`,
};

/** A message as a sentence. */
export function sentenceOf(message: string): string {
  const words = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}

/** The warnings as they are listed: many of a kind together, in the order of each kind's first. */
export function groupWarnings(warnings: readonly Warning[]): readonly WarningGroup[] {
  const told = warnings.filter(({ code }) => !UNTOLD.includes(code));
  const codes = [...new Set(told.map(({ code }) => code))];
  return codes.flatMap((code): WarningGroup[] => {
    const alike = told.filter((warning) => warning.code === code);
    const together = TOGETHER[code];
    if (alike.length < GROUPED || together === undefined) {
      return alike.map((warning) => ({ code, words: sentenceOf(warning.message), warnings: [warning] }));
    }
    return [{ code, words: `${together(alike.length)}.`, warnings: alike }];
  });
}
