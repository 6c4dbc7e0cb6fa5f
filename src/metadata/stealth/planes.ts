/** Pixels as stored: interleaved RGBA of 8 bits, row by row, alpha not multiplied in. */
export interface HidingPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Where the bits lie: the lowest of alpha, or those of red, green and blue in turn. */
export type HidingChannel = "alpha" | "rgb";

interface Plane {
  readonly channel: HidingChannel;
  readonly container: string;
  /** 15 ASCII letters each, ahead of the text. */
  readonly plain: string;
  readonly compressed: string;
}

/** @source the "stealth pnginfo" extension of the A1111 web UI and NovelAI's novelai-image-metadata */
export const PLANES: readonly Plane[] = [
  {
    channel: "alpha",
    container: "alpha channel",
    plain: "stealth_pnginfo",
    compressed: "stealth_pngcomp",
  },
  { channel: "rgb", container: "RGB channels", plain: "stealth_rgbinfo", compressed: "stealth_rgbcomp" },
];

export const MAGIC_BYTES = 15;
/** Big-endian count of the bits that follow. */
export const LENGTH_BYTES = 4;

/** How many whole bytes fit: one bit a pixel in alpha, three in colour. */
export function capacityOf({ width, height }: HidingPixels, channel: HidingChannel): number {
  return Math.floor((width * height * (channel === "alpha" ? 1 : 3)) / 8);
}

/** Index into `data` of the byte that carries the nth bit: column by column, each from the top. */
export function carrierByte({ width, height }: HidingPixels, channel: HidingChannel, bit: number): number {
  const pixel = channel === "alpha" ? bit : Math.floor(bit / 3);
  const offset = channel === "alpha" ? 3 : bit % 3;
  const column = Math.floor(pixel / height);
  return ((pixel - column * height) * width + column) * 4 + offset;
}
