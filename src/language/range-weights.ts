/** A factor over a range of pieces, `to` exclusive. */
export interface WeighedRange {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
}

/** Nesting deeper than any generator bears ends here instead of at infinity. */
const MOST = 1000;

/**
 * The product of the factors over each of `count` pieces, 4 decimals, magnitude at most 1000. Linear in pieces
 * plus ranges however they nest or cross: logarithms are summed by differences, zeros and signs counted apart.
 */
export function rangeWeights(count: number, ranges: readonly WeighedRange[]): number[] {
  const logs = new Float64Array(count + 1);
  const zeros = new Int32Array(count + 1);
  const signs = new Int32Array(count + 1);
  const add = (index: number, factor: number, times: 1 | -1): void => {
    if (factor === 0) zeros[index]! += times;
    else logs[index]! += times * Math.log(Math.abs(factor));
    if (factor < 0) signs[index]! += times;
  };
  for (const { from, to, factor } of ranges) {
    if (from >= to || factor === 1) continue;
    add(from, factor, 1);
    add(to, factor, -1);
  }
  let log = 0;
  let zero = 0;
  let sign = 0;
  return Array.from({ length: count }, (_, index) => {
    log += logs[index]!;
    zero += zeros[index]!;
    sign += signs[index]!;
    const size = zero > 0 ? 0 : Math.min(MOST, Math.round(Math.exp(log) * 1e4) / 1e4);
    return sign % 2 === 0 ? size : -size;
  });
}
