/** Counts by true label (row) and given label (column), both in the order of `labels`. */
export interface Confusion {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number): string =>
  whole === 0 ? "    . " : `${((100 * part) / whole).toFixed(0).padStart(4)} %`;

/** Pairs of a true label and the given one; those whose labels are not listed are left out. */
export function confusionOf(
  labels: readonly string[],
  pairs: readonly (readonly [truth: string, given: string])[],
): Confusion {
  const counts = labels.map(() => labels.map(() => 0));
  for (const [truth, given] of pairs) {
    const row = counts[labels.indexOf(truth)];
    const column = labels.indexOf(given);
    if (row !== undefined && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return { labels, counts };
}

/** Share on the diagonal, 0 to 1; 0 where nothing was counted. */
export function accuracyOf({ counts }: Confusion): number {
  const all = sum(counts.map(sum));
  return all === 0 ? 0 : sum(counts.map((row, index) => row[index] ?? 0)) / all;
}

/**
 * The matrix with recall and precision of each label; columns are numbered as the rows are, rows of labels that
 * are neither true nor given anywhere are left out.
 */
export function confusionTable({ labels, counts }: Confusion): string {
  const width = Math.max(...labels.map((label) => label.length)) + 5;
  const rows = labels.flatMap((label, index) => {
    const row = counts[index] ?? [];
    const right = row[index] ?? 0;
    const given = sum(counts.map((other) => other[index] ?? 0));
    if (sum(row) + given === 0) return [];
    const name = `${String(index + 1).padStart(4)} ${label}`.padEnd(width + 2);
    const cells = row.map((count) => (count === 0 ? "." : String(count)).padStart(5)).join("");
    return [`${name}${cells}  ${share(right, sum(row))} ${share(right, given)}`];
  });
  const header = labels.map((_, index) => String(index + 1).padStart(5)).join("");
  return [`${"".padEnd(width + 2)}${header}   recall precision`, ...rows].join("\n");
}
