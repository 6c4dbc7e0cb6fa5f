import ExifReader from "exifreader";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cameraOf } from "./camera-of.js";
import { carrierOf } from "./carrier-of.js";
import { exifBlock } from "./write-exif.js";

const canvas = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#777" } });

async function photo(): Promise<Buffer> {
  return canvas()
    .withExif({
      IFD0: { Make: "Acme", Model: "Eye 3", Software: "firmware 7" },
      IFD2: {
        LensModel: "Acme 50mm f/1.8",
        FocalLength: "50/1",
        FocalLengthIn35mmFilm: "75",
        FNumber: "18/10",
        ExposureTime: "1/250",
        ISOSpeedRatings: "400",
        ExposureBiasValue: "-2/3",
        Flash: "9",
        DateTimeOriginal: "2026:11:21 17:05:00",
      },
    })
    .jpeg()
    .toBuffer();
}

describe("cameraOf", () => {
  it("reads what libexif wrote", async () => {
    const facts = cameraOf(carrierOf(await photo()).carrier.exif);
    expect(facts).toEqual({
      make: "Acme",
      model: "Eye 3",
      lens: "Acme 50mm f/1.8",
      focalLengthMm: 50,
      focalLength35Mm: 75,
      fNumber: 1.8,
      exposureSeconds: 0.004,
      iso: 400,
      exposureBiasEv: -2 / 3,
      flashFired: true,
      takenAt: "2026-11-21T17:05:00",
      software: "firmware 7",
    });
  });

  it("agrees with ExifReader", async () => {
    const bytes = await photo();
    const facts = cameraOf(carrierOf(bytes).carrier.exif);
    const tags = ExifReader.load(bytes);
    expect(tags["FNumber"]?.description).toBe(`f/${facts.fNumber}`);
    expect(tags["FocalLength"]?.description).toBe(`${facts.focalLengthMm} mm`);
    expect(tags["LensModel"]?.description).toBe(facts.lens);
  });

  it("takes aperture and time from their APEX values where nothing else states them", async () => {
    const bytes = await canvas()
      .withExif({ IFD2: { ApertureValue: "4/1", ShutterSpeedValue: "7/1" } })
      .jpeg()
      .toBuffer();
    expect(cameraOf(carrierOf(bytes).carrier.exif)).toMatchObject({ fNumber: 4, exposureSeconds: 1 / 128 });
  });

  it("leaves out zeros, impossible dates and graphs in the maker's place", async () => {
    const bytes = await canvas()
      .withExif({ IFD2: { FNumber: "0/1", FocalLength: "50/0", DateTimeOriginal: "0000:00:00 00:00:00" } })
      .jpeg()
      .toBuffer();
    const facts = cameraOf(carrierOf(bytes).carrier.exif);
    expect(facts).not.toHaveProperty("fNumber");
    expect(facts).not.toHaveProperty("focalLengthMm");
    expect(facts).not.toHaveProperty("takenAt");
    expect(cameraOf(exifBlock({ make: 'workflow:{"nodes":[]}', model: 'prompt:{"1":{}}' }))).toEqual({});
    expect(cameraOf(null)).toEqual({});
  });
});
