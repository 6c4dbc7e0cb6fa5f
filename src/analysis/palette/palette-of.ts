import { round } from "../../base/number.js";
import type { Swatch } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";
import { clustersOf } from "./clusters.js";
import { hexOfOklab } from "./color-conversion.js";
import { nearestName } from "./nearest-name.js";

/** The picture's colors, largest share first, at most eight; two bear the same name only where no other says it. */
export function paletteOf(picture: Picture): Swatch[] {
  const swatches = picture.once("palette/swatches", () => {
    const taken = new Set<string>();
    return clustersOf(picture).map((cluster): Swatch => {
      const hex = hexOfOklab(cluster.l, cluster.a, cluster.b);
      const name = nearestName(hex, taken);
      taken.add(name);
      return { hex, name, share: round(cluster.share, 4) };
    });
  });
  return [...swatches];
}
