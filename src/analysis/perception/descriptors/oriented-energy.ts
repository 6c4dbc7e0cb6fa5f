import type { Plane } from "../../../image/raster.js";
import type { DescriptorBlock } from "./block.js";
import { lightnessPyramid } from "./pyramid.js";

const ORIENTATIONS = 8;
const CELLS = 4;
const LEVELS = 4;

/**
 * Gradient magnitude of a square plane by cell and orientation, summed; each pixel's is shared by the two orientations
 * nearest to it. Index: (cell * 8 + orientation), orientation 0 for gradients along x, counted clockwise as seen.
 */
function energyOf({ width, data }: Plane): Float64Array {
  const energy = new Float64Array(CELLS * CELLS * ORIENTATIONS);
  const size = width / CELLS;
  for (let y = 0; y < width; y++) {
    const up = y === 0 ? 0 : -width;
    const down = y === width - 1 ? 0 : width;
    const row = Math.floor(y / size) * CELLS;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const dx = (data[x === width - 1 ? i : i + 1] as number) - (data[x === 0 ? i : i - 1] as number);
      const dy = (data[i + down] as number) - (data[i + up] as number);
      const magnitude = Math.sqrt(dx * dx + dy * dy);
      if (magnitude < 1e-4) continue;
      const turn = (Math.atan2(dy, dx) / Math.PI + 2) * ORIENTATIONS;
      const low = Math.floor(turn);
      const share = turn - low;
      const base = (row + Math.floor(x / size)) * ORIENTATIONS;
      const first = base + (low % ORIENTATIONS);
      const second = base + ((low + 1) % ORIENTATIONS);
      energy[first] = (energy[first] as number) + magnitude * (1 - share);
      energy[second] = (energy[second] as number) + magnitude * share;
    }
  }
  return energy.map((sum) => sum / (size * size));
}

/**
 * Energy of gradients at 4 scales (finest first) x 16 cells x 8 orientations, as logarithms: the gist of a scene.
 *
 * @source A. Oliva, A. Torralba, "Modeling the shape of the scene", International Journal of Computer Vision 42(3),
 *   2001 (the layout of scales, orientations and cells; gradients stand in for Gabor filters)
 */
export const orientedEnergy: DescriptorBlock = {
  name: "oriented-energy",
  length: LEVELS * CELLS * CELLS * ORIENTATIONS,
  measure: (picture) =>
    lightnessPyramid(picture).flatMap((plane) => [...energyOf(plane).map((mean) => Math.log1p(40 * mean))]),
};
