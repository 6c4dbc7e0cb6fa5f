import { expect, test } from "vitest";
import { bodyName } from "./body-name.js";
import type { CameraShot } from "./index.js";
import { phraseCamera } from "./index.js";

const texts = (shot: CameraShot): string[] =>
  phraseCamera(shot).map(({ facet, text }) => `${facet}: ${text}`);

test("a portrait lens wide open", () => {
  expect(
    texts({
      make: "NIKON CORPORATION",
      model: "NIKON D850",
      lens: "AF-S NIKKOR 85mm f/1.8G",
      focalLengthMm: 85,
      focalLength35Mm: 85,
      fNumber: 1.8,
      exposureSeconds: 1 / 500,
      iso: 100,
    }),
  ).toEqual([
    "camera: shot on Nikon D850",
    "camera: 85mm lens",
    "camera: f/1.8",
    "camera: shallow depth of field",
  ]);
});

test.each<[string | undefined, string | undefined, string | undefined]>([
  ["NIKON CORPORATION", "NIKON Z 6_2", "Nikon Z6 II"],
  ["Canon", "Canon EOS 5D Mark IV", "Canon EOS 5D Mark IV"],
  ["SONY", "ILCE-7RM3", "Sony A7R III"],
  ["SONY", "ILCE-6000", "Sony A6000"],
  ["SONY", "DSC-RX100M3", "Sony RX100 III"],
  ["FUJIFILM", "X-T3", "Fujifilm X-T3"],
  ["OLYMPUS IMAGING CORP.  ", "E-M5", "Olympus E-M5"],
  ["Apple", "iPhone 13 Pro", "iPhone 13 Pro"],
  ["Google", "Pixel 7", "Google Pixel 7"],
  ["LEICA CAMERA AG", "LEICA Q2", "Leica Q2"],
  ["motorola", "moto g(7)", "Motorola moto g(7)"],
  ["samsung", "SM-G998B", undefined],
  ["EPSON", "Perfection V600", undefined],
  ["Unknown Software", "Thing", undefined],
  ["prompt:{}", 'workflow:{"nodes":[]}', undefined],
  ["Canon", undefined, undefined],
  [undefined, "", undefined],
])("%s, %s is called %s", (make, model, name) => {
  expect(bodyName(make, model)).toBe(name);
});

test.each<[string, CameraShot]>([
  ["f/0", { fNumber: 0 }],
  ["no focal length", { focalLengthMm: 0, focalLength35Mm: 0 }],
  ["a focal length of 10 m", { focalLengthMm: 10_000 }],
  ["ISO 0", { iso: 0 }],
  ["a microsecond", { exposureSeconds: 1e-6 }],
  ["an exposure of days", { exposureSeconds: 1e6 }],
  ["1970", { takenAt: "1970-06-01T23:10:00" }],
  ["2036", { takenAt: "2036-06-01T23:10:00" }],
  ["a clock never set", { takenAt: "2021-01-01T23:10:00" }],
  ["no month", { takenAt: "2021-13-01T23:10:00" }],
  [
    "not a number",
    { fNumber: Number.NaN, focalLengthMm: Number.NaN, iso: Number.NaN, exposureSeconds: Number.NaN },
  ],
  ["nothing", {}],
])("%s is passed over", (_, shot) => {
  expect(phraseCamera(shot)).toEqual([]);
});

test("depth of field is named only where focal length and aperture leave no doubt", () => {
  const depth = (focalLengthMm: number, fNumber: number, focalLength35Mm?: number): string[] =>
    texts({ focalLengthMm, fNumber, ...(focalLength35Mm === undefined ? {} : { focalLength35Mm }) }).filter(
      (text) => text.includes("depth"),
    );
  expect(depth(50, 1.4)).toEqual(["camera: shallow depth of field"]);
  expect(depth(200, 2.8)).toEqual(["camera: shallow depth of field"]);
  expect(depth(4.2, 1.8, 26)).toEqual([]);
  expect(depth(50, 4)).toEqual([]);
  expect(depth(300, 8)).toEqual([]);
  expect(depth(20, 16)).toEqual(["camera: deep depth of field"]);
  expect(depth(85, 16)).toEqual([]);
});

test("a phone's lens is named by its equivalent, and not at all when the file does not say it", () => {
  expect(texts({ focalLengthMm: 4.2, focalLength35Mm: 26 })).toEqual(["camera: 26mm lens"]);
  expect(texts({ focalLengthMm: 4.2 })).toEqual([]);
});

test("a compact camera's short lens is not named without its equivalent: 10 mm may be its normal one", () => {
  expect(texts({ focalLengthMm: 10 })).toEqual([]);
  expect(texts({ focalLengthMm: 49 })).toEqual([]);
  expect(texts({ focalLengthMm: 85 })).toEqual(["camera: 85mm lens"]);
});

test("wide and long lenses", () => {
  expect(texts({ focalLengthMm: 14, lens: "14mm F2.8" })).toContain("camera: wide-angle lens");
  expect(texts({ focalLengthMm: 24, lens: "24mm F1.4" })).toEqual(["camera: 24mm lens"]);
  expect(texts({ focalLengthMm: 16, focalLength35Mm: 24 })).toContain("camera: wide-angle lens");
  expect(texts({ focalLengthMm: 400 })).toContain("camera: telephoto lens");
  expect(texts({ focalLengthMm: 10, lens: "10mm F2.8 EX DC Fisheye" })).toContain("camera: fisheye lens");
});

test("exposure, sensitivity and flash", () => {
  expect(texts({ exposureSeconds: 30 })).toEqual(["camera: long exposure"]);
  expect(texts({ exposureSeconds: 1 / 4 })).toEqual(["camera: long exposure"]);
  expect(texts({ exposureSeconds: 1 / 60 })).toEqual([]);
  expect(texts({ exposureSeconds: 1 / 2000 })).toEqual(["camera: fast shutter speed"]);
  expect(texts({ exposureSeconds: 0.5, flashFired: true })).toEqual(["lighting: camera flash"]);
  expect(texts({ iso: 12_800 })).toEqual(["camera: high ISO grain"]);
  expect(texts({ iso: 400 })).toEqual([]);
});

test("the hour is a weak guess of its own source, and silent where the exposure belies it", () => {
  const [night] = phraseCamera({ takenAt: "2021-06-03T23:10:00" });
  expect(night).toMatchObject({ facet: "setting", text: "night", confidence: 0.3, hypothesis: true });
  expect(night?.evidence.source).toBe("clock:exif");
  expect(texts({ takenAt: "2021-06-03T17:10:00" })).toEqual(["lighting: late afternoon light"]);
  expect(texts({ takenAt: "2021-06-03T12:10:00" })).toEqual([]);
  const bright = { fNumber: 8, exposureSeconds: 1 / 500, iso: 100 };
  expect(texts({ takenAt: "2021-06-03T23:10:00", ...bright })).toEqual(["camera: f/8"]);
});

test("each phrase tells its tag and value", () => {
  expect(phraseCamera({ fNumber: 5.6 })[0]?.evidence).toEqual({ source: "exif:camera", note: "FNumber 5.6" });
});
