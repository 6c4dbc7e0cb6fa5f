import sharp from "sharp";
import { expect, it } from "vitest";
import { decodeImage } from "./index.js";

const WIDE = { create: { width: 4, height: 2, channels: 3, background: "#c04020" } } as const;

it("keeps turned pictures as they lie in the file", async () => {
  const turned = await sharp(WIDE).withMetadata({ orientation: 6 }).png().toBuffer();
  const shown = await decodeImage(turned);
  const stored = await decodeImage(turned, { asStored: true });
  expect([shown.width, shown.height, shown.raster.width]).toEqual([2, 4, 2]);
  expect([stored.width, stored.height, stored.raster.width]).toEqual([4, 2, 4]);
});

it("applies no color profile, and leaves alpha out", async () => {
  const { data: numbers } = await sharp(WIDE)
    .withIccProfile("p3")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wide = await sharp(WIDE).withIccProfile("p3").png().toBuffer();
  const shown = await decodeImage(wide);
  const stored = await decodeImage(wide, { asStored: true });
  expect([...stored.raster.data.slice(0, 3)]).toEqual([...numbers.subarray(0, 3)]);
  expect([...stored.raster.data.slice(0, 3)]).not.toEqual([...shown.raster.data.slice(0, 3)]);
  const faint = { ...WIDE.create, channels: 4, background: { r: 10, g: 20, b: 30, alpha: 0 } } as const;
  const clear = await sharp({ create: faint }).png().toBuffer();
  expect([...(await decodeImage(clear, { asStored: true })).raster.data.slice(0, 3)]).toEqual([10, 20, 30]);
  expect([...(await decodeImage(clear)).raster.data.slice(0, 3)]).toEqual([255, 255, 255]);
});
