/** Shares of the values by bins of equal width over `low` to `high`; what lies outside counts in the end bins. */
export function histogramOf(
  values: ArrayLike<number>,
  low: number,
  high: number,
  bins: number,
): Float64Array {
  const shares = new Float64Array(bins);
  const scale = bins / (high - low);
  const share = 1 / Math.max(1, values.length);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i] as number) - low) * scale);
    const kept = bin < 0 ? 0 : bin >= bins ? bins - 1 : bin;
    shares[kept] = (shares[kept] as number) + share;
  }
  return shares;
}

/** The values below which these shares lie, ascending; linear within a bin of the histogram. */
export function quantilesOf(
  shares: ArrayLike<number>,
  low: number,
  high: number,
  wanted: readonly number[],
): number[] {
  const width = (high - low) / shares.length;
  let bin = 0;
  let below = 0;
  return wanted.map((quantile) => {
    while (bin < shares.length - 1 && below + (shares[bin] as number) < quantile) {
      below += shares[bin] as number;
      bin++;
    }
    const within = (quantile - below) / Math.max(1e-12, shares[bin] as number);
    return low + width * (bin + Math.max(0, Math.min(1, within)));
  });
}
