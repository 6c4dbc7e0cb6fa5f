import { round } from "../../base/number.js";
import type { Raster } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics } from "../palette/color-statistics.js";
import { sceneryOf } from "./scenery.js";

export interface Haze {
  readonly haze: boolean;
  /** The 10th percentile over patches of the darkest channel in the patch, 0..1: the veil that nothing escapes. */
  readonly veil: number;
  /** Pixels without a visible step to their neighbors. */
  readonly smooth: number;
  /** OKLab chroma below which 90 % of the pixels lie. */
  readonly chroma: number;
}

const LONG_SIDE = 192;
const PATCHES = 14;

/**
 * Fog and mist: a pale veil lifts every patch of the picture off black, takes the color away and melts the edges.
 *
 * @source dark channel: He, Sun, Tang, "Single image haze removal using dark channel prior", CVPR 2009
 */
export const haze: Measurement<Haze> = {
  id: "haze",
  measure: (picture) => {
    const scenery = sceneryOf(picture);
    const color = colorStatistics(picture);
    const veil = veilOf(picture.raster(LONG_SIDE));
    const melted =
      scenery.smooth > 0.25 && scenery.step90 < 0.05 && scenery.step99 > 0.015 && scenery.step99 < 0.3;
    const drained = color.chroma90 < 0.055 && color.offCurve < 0.011;
    return {
      haze: scenery.continuous && scenery.meanStep > 0.002 && veil > 0.14 && melted && drained,
      veil: round(veil, 4),
      smooth: round(scenery.smooth, 4),
      chroma: round(color.chroma90, 4),
    };
  },
  phrase: (value) =>
    value.haze
      ? [
          {
            facet: "atmosphere",
            text: "foggy atmosphere",
            confidence: 0.8,
            evidence: {
              source: "analysis:haze",
              score: value.veil,
              note: `dark channel ${value.veil.toFixed(2)}, ${Math.round(100 * value.smooth)} % without edges`,
            },
          },
        ]
      : [],
};

function veilOf({ width, height, data }: Raster): number {
  const side = Math.max(1, Math.round(Math.max(width, height) / PATCHES));
  const across = Math.max(1, Math.round(width / side));
  const down = Math.max(1, Math.round(height / side));
  const darkest = new Float64Array(across * down).fill(255);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((2 * y + 1) * down) / (2 * height)) * across;
    for (let x = 0; x < width; x++) {
      const patch = row + Math.floor(((2 * x + 1) * across) / (2 * width));
      const p = (y * width + x) * 3;
      const least = Math.min(data[p] as number, data[p + 1] as number, data[p + 2] as number);
      if (least < (darkest[patch] as number)) darkest[patch] = least;
    }
  }
  darkest.sort();
  return (darkest[Math.floor(0.1 * darkest.length)] as number) / 255;
}
