import { canonicalLab, canonicalRaster } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";
import { canonicalChroma } from "./chroma.js";
import { histogramOf, quantilesOf } from "./histogram.js";

const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

/** Shares are spread out by their root: the difference of 0 and 1 % matters more than that of 50 and 51 %. */
const rooted = (shares: Float64Array): Float64Array => shares.map(Math.sqrt);

/** 16 bins of lightness over 0..1 (roots of shares), then seven quantiles. */
export const lightnessHistogram: DescriptorBlock = {
  name: "lightness-histogram",
  length: 16 + QUANTILES.length,
  measure: (picture) => {
    const { l } = canonicalLab(picture);
    const fine = histogramOf(l, 0, 1, 64);
    return [...rooted(histogramOf(l, 0, 1, 16)), ...quantilesOf(fine, 0, 1, QUANTILES)];
  },
};

/** 12 bins of chroma over 0..0.3 (roots of shares), then seven quantiles, five-fold. */
export const chromaHistogram: DescriptorBlock = {
  name: "chroma-histogram",
  length: 12 + QUANTILES.length,
  measure: (picture) => {
    const chroma = canonicalChroma(picture);
    const fine = histogramOf(chroma, 0, 0.4, 160);
    const quantiles = quantilesOf(fine, 0, 0.4, QUANTILES).map((value) => 5 * value);
    return [...rooted(histogramOf(chroma, 0, 0.3, 12)), ...quantiles];
  },
};

const HUES = 18;

/**
 * 18 bins of hue weighted by chroma (roots of shares; all 0 for a grey picture), then how much of the chroma points one
 * way and how much lies on one axis, 0..1.
 */
export const hueHistogram: DescriptorBlock = {
  name: "hue-histogram",
  length: HUES + 2,
  measure: (picture) => {
    const { a, b } = canonicalLab(picture);
    const chroma = canonicalChroma(picture);
    const bins = new Float64Array(HUES);
    let [total, x1, y1, x2, y2] = [0, 0, 0, 0, 0];
    for (let i = 0; i < chroma.length; i++) {
      const weight = chroma[i] as number;
      if (weight < 0.008) continue;
      const [x, y] = [a[i] as number, b[i] as number];
      const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
      const bin = Math.floor(turn * HUES) % HUES;
      bins[bin] = (bins[bin] as number) + weight;
      total += weight;
      x1 += x;
      y1 += y;
      x2 += (x * x - y * y) / weight;
      y2 += (2 * x * y) / weight;
    }
    const scale = 1 / Math.max(1e-9, total);
    return [
      ...bins.map((sum) => Math.sqrt(sum * scale)),
      Math.hypot(x1, y1) * scale,
      Math.hypot(x2, y2) * scale,
    ];
  },
};

/** Shares of pixels that are pure white, pure black, near-white, near-black, grey, vivid, warm, and green or blue. */
export const neutrals: DescriptorBlock = {
  name: "neutrals",
  length: 9,
  measure: (picture) => {
    const { l, a, b } = canonicalLab(picture);
    const { data } = canonicalRaster(picture);
    const chroma = canonicalChroma(picture);
    const counts = new Float64Array(9);
    const count = (index: number, holds: boolean): void => {
      if (holds) counts[index] = (counts[index] as number) + 1;
    };
    for (let i = 0; i < chroma.length; i++) {
      const level = (data[i * 3] as number) + (data[i * 3 + 1] as number) + (data[i * 3 + 2] as number);
      const strength = chroma[i] as number;
      const lightness = l[i] as number;
      const coloured = strength > 0.03;
      count(0, level >= 762);
      count(1, level <= 3);
      count(2, lightness > 0.93 && strength < 0.03);
      count(3, lightness < 0.25);
      count(4, strength < 0.012);
      count(5, strength > 0.15);
      count(6, coloured && (a[i] as number) > 0 && (b[i] as number) > 0);
      count(7, coloured && (a[i] as number) < 0 && (b[i] as number) > 0);
      count(8, coloured && (b[i] as number) < -0.02);
    }
    return counts.map((sum) => Math.sqrt(sum / chroma.length));
  },
};
