import type { Raster } from "./raster.js";

/** Half the size, each pixel the mean of its 2 x 2 block; an odd last row or column is left out. */
export function halve(source: Raster): Raster {
  const width = Math.max(1, source.width >> 1);
  const height = Math.max(1, source.height >> 1);
  const data = new Uint8Array(width * height * 3);
  const stride = source.width * 3;
  const right = source.width > 1 ? 3 : 0;
  const below = source.height > 1 ? stride : 0;
  for (let y = 0; y < height; y++) {
    let from = 2 * y * stride;
    let to = y * width * 3;
    for (let x = 0; x < width; x++, from += 6, to += 3) {
      for (let c = 0; c < 3; c++) {
        const top = (source.data[from + c] as number) + (source.data[from + c + right] as number);
        const low =
          (source.data[from + c + below] as number) + (source.data[from + c + below + right] as number);
        data[to + c] = (top + low + 2) >> 2;
      }
    }
  }
  return { width, height, data };
}
