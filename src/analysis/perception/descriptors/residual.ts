import type { Raster } from "../../../image/raster.js";
import type { DescriptorBlock } from "./block.js";
import { quantilesOf } from "./histogram.js";
import { lineStep } from "./scan-lines.js";

const TONES = 3;
const BINS = 64;

interface Residual {
  /** |Laplacian| of green by tone, `BINS` bins of one level each. */
  readonly byTone: readonly Float64Array[];
  /** Mean |Laplacian| of luma, of red less green, of blue less green. */
  readonly luma: number;
  readonly red: number;
  readonly blue: number;
}

/** Four times a sample less its neighbours, over four. */
function bend(data: Raster["data"], p: number, down: number): number {
  const around =
    (data[p - 3] as number) +
    (data[p + 3] as number) +
    (data[p - down] as number) +
    (data[p + down] as number);
  return (data[p] as number) - around / 4;
}

function residualOf({ width, height, data }: Raster): Residual {
  const step = lineStep({ width, height });
  const down = width * 3;
  const byTone = Array.from({ length: TONES }, () => new Float64Array(BINS));
  let [luma, red, blue, seen] = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y += step) {
    for (let x = 1, p = (y * width + 1) * 3; x < width - 1; x++, p += 3) {
      const first = bend(data, p, down);
      const middle = bend(data, p + 1, down);
      const last = bend(data, p + 2, down);
      const tone = byTone[Math.floor(((data[p + 1] as number) * TONES) / 256)] as Float64Array;
      const bin = Math.min(BINS - 1, Math.floor(2 * Math.abs(middle)));
      tone[bin] = (tone[bin] as number) + 1;
      luma += Math.abs(first + 2 * middle + last) / 4;
      red += Math.abs(first - middle);
      blue += Math.abs(last - middle);
      seen++;
    }
  }
  const count = Math.max(1, seen);
  return { byTone, luma: luma / count, red: red / count, blue: blue / count };
}

/**
 * What is left of the working raster when each pixel's neighbours are taken off: grain, paint and codec. Quantiles
 * (10, 25, 50, 75 %) for dark, middle and bright tones, logarithms, 0 where there is no such tone; how the median
 * rises from dark to bright; and detail of color against detail of light.
 */
export const residual: DescriptorBlock = {
  name: "residual",
  length: 4 * TONES + 4,
  measure: ({ full }) => {
    const { byTone, luma, red, blue } = residualOf(full);
    const medians: number[] = [];
    const quantiles = byTone.flatMap((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (total < 50) return [0, 0, 0, 0];
      const shares = counts.map((count) => count / total);
      const found = quantilesOf(shares, 0, BINS / 2, [0.1, 0.25, 0.5, 0.75]).map(Math.log1p);
      medians.push(found[2] as number);
      return found;
    });
    const tilt = medians.length < 2 ? 0 : (medians.at(-1) as number) - (medians[0] as number);
    const against = (channel: number): number => Math.log((channel + 0.1) / (luma + 0.1));
    return [...quantiles, tilt, Math.log1p(luma), against(red), against(blue)];
  },
};
