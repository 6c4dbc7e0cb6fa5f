import type { Plane } from "../../../image/raster.js";
import { powerSpectrum } from "../../texture/fourier.js";
import { CANONICAL_SIDE } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";
import { momentsOf } from "./moments.js";
import { lightnessPyramid } from "./pyramid.js";

const ORIENTATIONS = 4;
/** Rings of doubling radius: 2..4, 4..8, 8..16 and 16..32 cycles a picture. */
const RINGS = 4;
const SIDE = CANONICAL_SIDE / 2;

/** Squared-cosine window, so that the picture's borders make no cross in the spectrum. */
const WINDOW: Float64Array = Float64Array.from(
  { length: SIDE },
  (_, i) => Math.sin((Math.PI * (i + 0.5)) / SIDE) ** 2,
);

/** Ring * 4 + orientation by place in the spectrum, -1 outside the rings. */
const PLACE: Int8Array = Int8Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [u, v] = [i % SIDE, Math.floor(i / SIDE)].map((at) => (at < SIDE / 2 ? at : at - SIDE)) as [
    number,
    number,
  ];
  const ring = Math.floor(Math.log2(Math.max(1, Math.hypot(u, v)))) - 1;
  if (ring < 0 || ring >= RINGS) return -1;
  const turn = Math.round((Math.atan2(v, u) / Math.PI + 1) * ORIENTATIONS) % ORIENTATIONS;
  return ring * ORIENTATIONS + turn;
});

/** Slope of the values against 0, 1, 2, ..., and the root mean square of what a line leaves. */
function lineThrough(values: readonly number[]): readonly [number, number] {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [across, along] = [0, 0];
  for (const [i, value] of values.entries()) {
    across += (i - middle) * (i - middle);
    along += (i - middle) * (value - mean);
  }
  const slope = along / across;
  const left = values.reduce((sum, value, i) => sum + (value - mean - slope * (i - middle)) ** 2, 0);
  return [slope, Math.sqrt(left / values.length)];
}

/**
 * Power of lightness at 64 pixels a side: its share by ring and orientation as logarithms, then for each orientation the slope of
 * log power over log frequency and what a straight line leaves. A flat picture gives zeros.
 *
 * @source A. Torralba, A. Oliva, "Statistics of natural image categories", Network 14, 2003
 */
export const spectrum: DescriptorBlock = {
  name: "spectrum",
  length: RINGS * ORIENTATIONS + 2 * ORIENTATIONS,
  measure: (picture) => {
    const { data } = lightnessPyramid(picture)[1] as Plane;
    const { mean } = momentsOf(data);
    const samples = new Float64Array(SIDE * SIDE);
    for (let i = 0; i < samples.length; i++) {
      const window = (WINDOW[i % SIDE] as number) * (WINDOW[Math.floor(i / SIDE)] as number);
      samples[i] = ((data[i] as number) - mean) * window;
    }
    const power = powerSpectrum(samples, SIDE);
    const sums = new Float64Array(RINGS * ORIENTATIONS);
    const counts = new Float64Array(RINGS * ORIENTATIONS);
    for (let i = 1; i < power.length; i++) {
      const place = PLACE[i] as number;
      if (place < 0) continue;
      sums[place] = (sums[place] as number) + (power[i] as number);
      counts[place] = (counts[place] as number) + 1;
    }
    const total = sums.reduce((sum, value) => sum + value, 0);
    const logs = Array.from(sums, (sum, place) =>
      Math.log10((sum / Math.max(1, counts[place] as number) + 1e-6) / (total / power.length + 1e-6)),
    );
    const lines = Array.from({ length: ORIENTATIONS }, (_, orientation) =>
      lineThrough(
        Array.from({ length: RINGS }, (_, ring) => logs[ring * ORIENTATIONS + orientation] as number),
      ),
    );
    return [...logs, ...lines.flat()];
  },
};
