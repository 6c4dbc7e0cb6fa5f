import type { LabPlanes } from "../../image/raster.js";

/** Shares of the pixels of some rows whose color leans one way. */
export interface HueShares {
  /** OKLab hue 20 to 100 degrees (red-orange to yellow), chroma at least 0.07, lightness over 0.4. */
  readonly warm: number;
  /** The same with chroma at least 0.09. */
  readonly glowing: number;
  /** Hue 185 to 300 degrees, chroma at least 0.04. */
  readonly cool: number;
  /** Hue 110 to 180 degrees, chroma at least 0.04. */
  readonly green: number;
  /** Mean lightness. */
  readonly lightness: number;
  /** Mean a and b of the warm pixels. */
  readonly warmA: number;
  readonly warmB: number;
}

/** Over the rows from `from` to `to`, parts of the height; at least one row. */
export function hueShares(planes: LabPlanes, from: number, to: number): HueShares {
  const first = Math.min(planes.height - 1, Math.round(from * planes.height)) * planes.width;
  const last = Math.max(first + planes.width, Math.round(to * planes.height) * planes.width);
  const sum = { warm: 0, glowing: 0, cool: 0, green: 0, lightness: 0, warmA: 0, warmB: 0 };
  for (let i = first; i < last; i++) {
    const l = planes.l[i] as number;
    const a = planes.a[i] as number;
    const b = planes.b[i] as number;
    sum.lightness += l;
    const square = a * a + b * b;
    if (square < 0.0016) continue;
    const hue = Math.atan2(b, a) * (180 / Math.PI);
    if (hue > 20 && hue < 100) {
      if (square < 0.0049 || l < 0.4) continue;
      sum.warm++;
      sum.warmA += a;
      sum.warmB += b;
      if (square >= 0.0081) sum.glowing++;
    } else if (hue > 110 && hue < 180) sum.green++;
    else if (hue > -175 && hue < -60) sum.cool++;
  }
  const pixels = last - first;
  const warm = Math.max(1, sum.warm);
  return {
    warm: sum.warm / pixels,
    glowing: sum.glowing / pixels,
    cool: sum.cool / pixels,
    green: sum.green / pixels,
    lightness: sum.lightness / pixels,
    warmA: sum.warmA / warm,
    warmB: sum.warmB / warm,
  };
}
