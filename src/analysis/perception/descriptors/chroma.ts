import type { Picture } from "../../../image/picture.js";
import { canonicalLab } from "../canonical.js";

/** OKLab chroma of the canonical raster, 0 to about 0.4. */
export function canonicalChroma(picture: Picture): Float32Array {
  return picture.once("perception:chroma", () => {
    const { a, b } = canonicalLab(picture);
    return a.map((value, i) => Math.sqrt(value * value + (b[i] as number) * (b[i] as number)));
  });
}
