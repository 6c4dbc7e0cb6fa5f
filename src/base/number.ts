/** `value` kept inside [low, high]; NaN becomes `low`. */
export function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return value < high ? value : high;
}

/** `value` with at most `digits` decimals, so that JSON stays short and stable. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/**
 * Confidence from a measure: 0 at or below `from`, 1 at or above `to`, smooth in between (cubic Hermite).
 * With `from` above `to` the ramp falls.
 */
export function ramp(value: number, from: number, to: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}
