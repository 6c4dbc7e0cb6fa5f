import type { Picture } from "../../image/picture.js";

/** How lightness (OKLab, 0 black to 1 white) is spread; quantiles to 1/256, shares over pixels. */
export interface Tone {
  readonly mean: number;
  readonly deviation: number;
  readonly p1: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Pixels darker than 0.2 and 0.3, and lighter than 0.8. */
  readonly below20: number;
  readonly below30: number;
  readonly above80: number;
  /** Pixels between 0.3 and 0.6. */
  readonly middle: number;
}

const LONG_SIDE = 192;
const BINS = 256;

export function toneOf(picture: Picture): Tone {
  return picture.once("light/tone", () => tone(picture.lab(LONG_SIDE).l));
}

function tone(lightness: Float32Array): Tone {
  const bins = new Float64Array(BINS);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < lightness.length; i++) {
    const l = lightness[i] as number;
    sum += l;
    squares += l * l;
    const bin = Math.min(BINS - 1, Math.max(0, (l * BINS) | 0));
    bins[bin] = (bins[bin] as number) + 1;
  }
  const count = lightness.length;
  const below = new Float64Array(BINS + 1);
  for (let i = 0; i < BINS; i++) below[i + 1] = (below[i] as number) + (bins[i] as number) / count;
  const quantile = (part: number): number => {
    for (let i = 0; i < BINS; i++) if ((below[i + 1] as number) >= part) return (i + 0.5) / BINS;
    return 1;
  };
  const under = (level: number): number => below[Math.round(level * BINS)] as number;
  const mean = sum / count;
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    p1: quantile(0.01),
    p5: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    below20: under(0.2),
    below30: under(0.3),
    above80: 1 - under(0.8),
    middle: under(0.6) - under(0.3),
  };
}
