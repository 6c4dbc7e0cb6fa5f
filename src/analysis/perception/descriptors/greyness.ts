import type { DescriptorBlock } from "./block.js";
import { lineStep } from "./scan-lines.js";

/**
 * How far channels are apart in the working raster: shares of pixels with equal channels, within 8 and within 24
 * levels, mean and greatest distance (logarithms), and how much the distances of red and of blue from green vary: a
 * toned print is one tint, however strong.
 */
export const greyness: DescriptorBlock = {
  name: "greyness",
  length: 7,
  measure: ({ full: { width, height, data } }) => {
    const step = lineStep({ width, height });
    let [equal, close, pale, sum, most, seen] = [0, 0, 0, 0, 0, 0];
    let [reds, redSquares, blues, blueSquares] = [0, 0, 0, 0];
    for (let y = 0; y < height; y += step) {
      for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
        const green = data[p + 1] as number;
        const [red, blue] = [(data[p] as number) - green, (data[p + 2] as number) - green];
        const apart = Math.max(red, blue, 0) - Math.min(red, blue, 0);
        if (apart === 0) equal++;
        if (apart <= 8) close++;
        if (apart <= 24) pale++;
        sum += apart;
        if (apart > most) most = apart;
        reds += red;
        redSquares += red * red;
        blues += blue;
        blueSquares += blue * blue;
        seen++;
      }
    }
    const spread = (total: number, squares: number): number =>
      Math.log1p(Math.sqrt(Math.max(0, squares / seen - (total / seen) ** 2))) / 2;
    const shares = [equal / seen, close / seen, pale / seen];
    const distances = [Math.log1p(sum / seen) / 2, Math.log1p(most) / 2];
    return [...shares, ...distances, spread(reds, redSquares), spread(blues, blueSquares)];
  },
};
