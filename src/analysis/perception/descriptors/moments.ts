/** Mean, standard deviation, skewness and excess kurtosis of some numbers; the last two are 0 where nothing varies. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Variances below this are rounding. */
const STILL = 1e-9;

export function momentsOf(values: ArrayLike<number>): Moments {
  const count = Math.max(1, values.length);
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i] as number;
  mean /= count;
  let [second, third, fourth] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const off = (values[i] as number) - mean;
    const square = off * off;
    second += square;
    third += square * off;
    fourth += square * square;
  }
  second /= count;
  if (second < STILL) return { mean, deviation: 0, skewness: 0, kurtosis: 0 };
  const deviation = Math.sqrt(second);
  return {
    mean,
    deviation,
    skewness: third / count / (second * deviation),
    kurtosis: fourth / count / (second * second) - 3,
  };
}

/** Pearson's correlation; 0 where one of them does not vary. */
export function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [one, two] = [momentsOf(a), momentsOf(b)];
  const spread = one.deviation * two.deviation;
  if (spread === 0) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - one.mean) * ((b[i] as number) - two.mean);
  return Math.max(-1, Math.min(1, sum / a.length / spread));
}
