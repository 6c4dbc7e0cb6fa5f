import sharp from "sharp";
import type { Raster } from "../../raster.js";

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/** The raster with its values read through an ICC profile and written as sRGB; `undefined` when the profile is unusable. */
export async function fromProfile(raster: Raster, profile: Uint8Array): Promise<Raster | undefined> {
  try {
    const tiff = tiffWithProfile(raster, profile);
    if ((await sharp(tiff).metadata()).icc === undefined) return undefined;
    const { data, info } = await sharp(tiff)
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return info.channels === 3 ? { width: info.width, height: info.height, data } : undefined;
  } catch {
    return undefined;
  }
}

/** The Display P3 profile that comes with libvips. */
export async function displayP3(): Promise<Uint8Array | undefined> {
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } });
  return (await sharp(await pixel.withIccProfile("p3").png().toBuffer()).metadata()).icc;
}

/** An uncompressed TIFF: the one container in which plain pixels and a profile meet without a conversion. @source TIFF 6.0, section 8 */
function tiffWithProfile(raster: Raster, profile: Uint8Array): Uint8Array {
  const pixelsAt = 8;
  const profileAt = pixelsAt + raster.data.length;
  const depthsAt = profileAt + profile.length;
  const directoryAt = depthsAt + 6 + ((depthsAt + 6) % 2);
  const fields: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, raster.width],
    [257, LONG, 1, raster.height],
    [258, SHORT, 3, depthsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, 3],
    [278, LONG, 1, raster.height],
    [279, LONG, 1, raster.data.length],
    [34675, UNDEFINED, profile.length, profileAt],
  ];
  const tiff = Buffer.alloc(directoryAt + 2 + fields.length * 12 + 4);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(directoryAt, 4);
  tiff.set(raster.data, pixelsAt);
  tiff.set(profile, profileAt);
  for (let i = 0; i < 3; i++) tiff.writeUInt16LE(8, depthsAt + i * 2);
  tiff.writeUInt16LE(fields.length, directoryAt);
  fields.forEach(([tag, type, count, value], i) => {
    const at = directoryAt + 2 + i * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  });
  return tiff;
}
