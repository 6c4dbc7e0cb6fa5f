import type { Raster } from "../raster.js";

/** What is taken off each channel, and what the rest is divided by, for samples of 0..1. */
export interface Normalisation {
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** Mean and deviation of the pictures that CLIP learned from; BLIP and open_clip use them too. */
export const CLIP_NORMALISATION: Normalisation = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};

function normalised(mean: number, std: number): Float32Array {
  const [center, spread] = [Math.fround(mean), Math.fround(std)];
  return Float32Array.from(
    { length: 256 },
    (_, sample) => Math.fround(Math.fround(sample / 255) - center) / spread,
  );
}

/** `[3, height, width]`, normalised in single precision, step by step as PyTorch does. */
export function toPlanes(raster: Raster, normalisation: Normalisation): Float32Array {
  const pixels = raster.width * raster.height;
  const planes = new Float32Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++) {
    const values = normalised(normalisation.mean[channel] as number, normalisation.std[channel] as number);
    for (let pixel = 0; pixel < pixels; pixel++) {
      planes[channel * pixels + pixel] = values[raster.data[pixel * 3 + channel] as number] as number;
    }
  }
  return planes;
}
