import { canonicalLab } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";
import { canonicalChroma } from "./chroma.js";
import { correlationOf, momentsOf } from "./moments.js";

/** Skewness and kurtosis have long tails. */
const squeezed = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

/**
 * Four moments each of lightness, a, b and chroma (a, b and chroma five-fold), then how lightness goes with a, b and
 * chroma, and a with b.
 */
export const colorMoments: DescriptorBlock = {
  name: "color-moments",
  length: 20,
  measure: (picture) => {
    const { l, a, b } = canonicalLab(picture);
    const chroma = canonicalChroma(picture);
    const moments = [l, a, b, chroma].flatMap((plane, index) => {
      const { mean, deviation, skewness, kurtosis } = momentsOf(plane);
      const scale = index === 0 ? 1 : 5;
      return [scale * mean, scale * deviation, squeezed(skewness), squeezed(kurtosis)];
    });
    const together = [
      correlationOf(l, a),
      correlationOf(l, b),
      correlationOf(l, chroma),
      correlationOf(a, b),
    ];
    return [...moments, ...together];
  },
};
