import type { Picture } from "../../../image/picture.js";
import type { Plane } from "../../../image/raster.js";
import { canonicalLab } from "../canonical.js";

function halved({ width, height, data }: Plane): Plane {
  const [columns, rows] = [width >> 1, height >> 1];
  const half = new Float32Array(columns * rows);
  for (let y = 0, to = 0; y < rows; y++) {
    for (let x = 0, i = 2 * y * width; x < columns; x++, i += 2, to++) {
      const above = (data[i] as number) + (data[i + 1] as number);
      half[to] = (above + (data[i + width] as number) + (data[i + width + 1] as number)) / 4;
    }
  }
  return { width: columns, height: rows, data: half };
}

/** Canonical lightness, 0..1, at 128, 64, 32 and 16 pixels a side. */
export function lightnessPyramid(picture: Picture): readonly Plane[] {
  return picture.once("perception:pyramid", () => {
    const { width, height, l } = canonicalLab(picture);
    const levels: Plane[] = [{ width, height, data: l }];
    for (let level = 1; level < 4; level++) levels.push(halved(levels[level - 1] as Plane));
    return levels;
  });
}
