/** Numbers that grow with the rows that were seen: a straight line through them, held back where they say little. */
export type Guess = (row: Float32Array) => number;

/** The dot product of the first `count` numbers. Four sums that do not wait for each other. */
function product(a: Float64Array, b: Float64Array, count: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    first += (a[i] as number) * (b[i] as number);
    second += (a[i + 1] as number) * (b[i + 1] as number);
    third += (a[i + 2] as number) * (b[i + 2] as number);
    fourth += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < count; i += 1) first += (a[i] as number) * (b[i] as number);
  return first + second + third + fourth;
}

/** Solves K x = y for a symmetric positive definite K, given by the rows of its lower half, which become its Cholesky factor. */
function solve(factor: readonly Float64Array[], y: Float64Array): Float64Array {
  const n = y.length;
  const at = (row: number, column: number): number => (factor[row] as Float64Array)[column] as number;
  for (let i = 0; i < n; i += 1) {
    const row = factor[i] as Float64Array;
    for (let j = 0; j < i; j += 1) {
      const other = factor[j] as Float64Array;
      row[j] = ((row[j] as number) - product(row, other, j)) / (other[j] as number);
    }
    row[i] = Math.sqrt((row[i] as number) - product(row, row, i));
  }
  const x = Float64Array.from(y);
  for (let i = 0; i < n; i += 1) {
    x[i] = ((x[i] as number) - product(factor[i] as Float64Array, x, i)) / at(i, i);
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
  const gram = centred.map((row, i) => {
    const products = new Float64Array(i + 1);
    for (let j = 0; j <= i; j += 1) products[j] = product(row, centred[j] as Float64Array, row.length);
    products[i] = (products[i] as number) + penalty;
    return products;
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
  const start = mean - product(middle, slope, slope.length);
  return (row) => {
    let sum = start;
    for (let i = 0; i < slope.length; i += 1) sum += (row[i] as number) * (slope[i] as number);
    return sum;
  };
}
