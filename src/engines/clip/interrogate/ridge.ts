/** Numbers that grow with the rows that were seen: a straight line through them, held back where they say little. */
export type Guess = (row: Float32Array) => number;

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Solves K x = y for a symmetric positive definite K, whose lower half becomes its Cholesky factor. */
function solve(factor: Float64Array, y: Float64Array): Float64Array {
  const n = y.length;
  const at = (row: number, column: number): number => factor[row * n + column] as number;
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      factor[i * n + j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  }
  const x = Float64Array.from(y);
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}

function meanOf(rows: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) row.forEach((value, i) => (mean[i] = (mean[i] as number) + value / rows.length));
  return mean;
}

/**
 * Ridge regression of the values on the rows, at least one, with an intercept that is not held back.
 *
 * @source A. Hoerl and R. Kennard, "Ridge Regression", 1970, in its dual form: there are fewer rows than columns
 */
export function ridge(rows: readonly Float32Array[], values: readonly number[], penalty: number): Guess {
  const n = rows.length;
  const middle = meanOf(rows);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const centred = rows.map((row) => middle.map((value, i) => (row[i] as number) - value));
  const gram = new Float64Array(n * n);
  centred.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) gram[i * n + j] = product(row, centred[j] as Float64Array);
    gram[i * n + i] = (gram[i * n + i] as number) + penalty;
  });
  const shares = solve(
    gram,
    Float64Array.from(values, (value) => value - mean),
  );
  const slope = new Float64Array(middle.length);
  centred.forEach((row, i) => {
    for (let k = 0; k < slope.length; k += 1) {
      slope[k] = (slope[k] as number) + (shares[i] as number) * (row[k] as number);
    }
  });
  const start = mean - product(middle, slope);
  return (row) => start + product(row, slope);
}
