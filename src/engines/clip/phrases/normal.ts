/**
 * The number that a standard normal variable stays below with probability `p`, 0 < p < 1; absolute error below 4.5e-4.
 *
 * @source M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", formula 26.2.23
 */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const above =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -above : above;
}

/**
 * What the greatest of `count` independent standard normal numbers is expected to be; 0 for one.
 *
 * @source G. Blom, "Statistical Estimates and Transformed Beta-Variables", 1958: plotting position (i - 3/8)/(n + 1/4)
 */
export function expectedGreatest(count: number): number {
  return count < 2 ? 0 : normalQuantile((count - 0.375) / (count + 0.25));
}

export interface Spread {
  readonly mean: number;
  /** Standard deviation; 0 where all are the same or there is but one. */
  readonly deviation: number;
  readonly count: number;
}

/** Mean and spread of the numbers at `places`, or of all. */
export function spreadOf(values: ArrayLike<number>, places?: readonly number[]): Spread {
  const count = places?.length ?? values.length;
  const at = (i: number): number => values[places === undefined ? i : (places[i] as number)] as number;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += at(i);
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (at(i) - mean) ** 2;
  return { mean, deviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)), count };
}

/** How many spreads a number lies above the mean; 0 where nothing spreads. */
export function spreadsAbove(value: number, { mean, deviation }: Spread): number {
  return deviation === 0 ? 0 : (value - mean) / deviation;
}
