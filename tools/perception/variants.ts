import type { Sharp } from "sharp";
import sharp from "sharp";
import type { Random } from "../../src/base/random.js";
import type { Raster } from "../../src/image/raster.js";

const KERNELS = ["lanczos3", "cubic", "mitchell", "nearest"] as const;
const LEAST_SIDE = 96;
const GREATEST_SIDE = 768;
/** A picture is at most enlarged by this. */
const ENLARGEMENT = 2;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const chance = (random: Random, share: number): boolean => random() < share;

/** A part of the picture, 70 to 100 % of each side, mirrored half the time. */
function cropped(picture: Sharp, { width, height }: Raster, random: Random): readonly [Sharp, number] {
  const part = {
    width: Math.max(1, Math.round(width * between(random, 0.7, 1))),
    height: Math.max(1, Math.round(height * between(random, 0.7, 1))),
  };
  const left = Math.floor(random() * (width - part.width + 1));
  const top = Math.floor(random() * (height - part.height + 1));
  const cut = picture.extract({ left, top, ...part });
  return [chance(random, 0.5) ? cut.flop() : cut, Math.max(part.width, part.height)];
}

/** The long side at 96 to 768, evenly on a scale of ratios; one in five is left at its size. */
function resized(picture: Sharp, side: number, random: Random): Sharp {
  const low = Math.min(LEAST_SIDE, side);
  const high = Math.min(GREATEST_SIDE, side * ENLARGEMENT);
  const wanted = Math.round(low * (high / low) ** random());
  const kernel = KERNELS[Math.floor(random() ** 2 * KERNELS.length)] ?? "lanczos3";
  if (chance(random, 0.2)) return picture;
  return picture.resize(wanted, wanted, { fit: "inside", kernel });
}

/** Brightness, contrast, gamma, saturation and hue, each a little and each half the time. */
function recolored(picture: Sharp, random: Random): Sharp {
  const modulation = {
    brightness: chance(random, 0.5) ? between(random, 0.88, 1.12) : 1,
    saturation: chance(random, 0.5) ? between(random, 0.8, 1.25) : 1,
    hue: chance(random, 0.5) ? Math.round(between(random, -6, 6)) : 0,
  };
  const contrast = chance(random, 0.5) ? between(random, 0.88, 1.12) : 1;
  const gamma = chance(random, 0.3) ? between(random, 1.02, 1.25) : undefined;
  const darker = chance(random, 0.5);
  const shifted = picture.modulate(modulation).linear(contrast, 128 * (1 - contrast));
  if (gamma === undefined) return shifted;
  return darker ? shifted.gamma(gamma, 1) : shifted.gamma(1, gamma);
}

function refocused(picture: Sharp, random: Random): Sharp {
  const kind = random();
  const amount = random();
  if (kind < 0.15) return picture.blur(0.3 + 0.9 * amount);
  return kind < 0.3 ? picture.sharpen({ sigma: 0.5 + amount }) : picture;
}

/** The bytes of a file: JPEG of quality 40 to 95, WebP, or without loss. */
function encoded(picture: Sharp, random: Random): Promise<Buffer> {
  const kind = random();
  const quality = Math.round(between(random, 40, 95));
  const chromaSubsampling = chance(random, 0.7) ? "4:2:0" : "4:4:4";
  if (kind < 0.65) return picture.jpeg({ quality, chromaSubsampling }).toBuffer();
  return (
    kind < 0.8 ? picture.webp({ quality, effort: 0 }) : picture.png({ compressionLevel: 1 })
  ).toBuffer();
}

/** Raw pixels between two steps, as sharp orders the operations of one pipeline by itself. */
async function settled(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/**
 * The picture as it could have come by another way: cropped, mirrored, resized, recolored, blurred or sharpened, and
 * encoded anew, so that a model learns what is shown and not where it is from. The same random numbers give the same
 * bytes.
 */
export async function variantOf(raster: Raster, random: Random): Promise<Buffer> {
  const { width, height, data } = raster;
  const whole = sharp(data, { raw: { width, height, channels: 3 } });
  const [cut, side] = cropped(whole, raster, random);
  const sized = await settled(resized(cut, side, random));
  return encoded(refocused(recolored(sized, random), random), random);
}
