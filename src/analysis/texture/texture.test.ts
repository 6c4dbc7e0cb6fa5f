import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../base/random.js";
import { Picture } from "../../image/picture.js";
import { areaAverage } from "./area-average.js";
import { blurKind } from "./blur-kind.js";
import { brushwork } from "./brushwork.js";
import { depthOfField } from "./depth-of-field.js";
import { dithering } from "./dithering.js";
import { edgeDensity } from "./edge-density.js";
import { flatFills } from "./flat-fills.js";
import { powerSpectrum } from "./fourier.js";
import { halftone } from "./halftone.js";
import { jpegDamage } from "./jpeg-damage.js";
import { lineWork } from "./line-work.js";
import { noise } from "./noise.js";
import { pixelGrid } from "./pixel-grid.js";
import { smoothGradients } from "./smooth-gradients.js";

type Tone = (x: number, y: number) => number;

/** A grey picture from a tone for each pixel. */
function grey(width: number, height: number, tone: Tone, fileWidth: number = width): Picture {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) data.fill(tone(x, y), p, p + 3);
  }
  return new Picture(
    { width, height, data },
    { width: fileWidth, height: Math.round((height * fileWidth) / width) },
  );
}

/** Squares of random tone, `cell` pixels wide. */
function squares(cell: number, seed = 1): Tone {
  const random = seededRandom(seed);
  const tones = Array.from({ length: 400 * 400 }, () => 255 * random());
  return (x, y) => tones[Math.floor(y / cell) * 400 + Math.floor(x / cell)] as number;
}

const words = (observations: readonly { readonly text: string }[]): readonly string[] =>
  observations.map(({ text }) => text);

/** Gaussian blur of a grey picture by sharp; `sigma` in pixels. */
async function blurred(picture: Picture, sigma: number): Promise<Picture> {
  const { width, height, data } = picture.full;
  const raw = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer();
  return new Picture({ width, height, data: new Uint8Array(raw) });
}

describe("building blocks", () => {
  it("averages areas: whole factors give block means, any factor keeps the mean", () => {
    const data = Float32Array.from({ length: 36 }, (_, i) => (i * 7) % 11);
    const plane = { width: 6, height: 6, data };
    const third = areaAverage(plane, 2, 2);
    let first = 0;
    for (const i of [0, 1, 2, 6, 7, 8, 12, 13, 14]) first += (data[i] as number) / 9;
    expect(third.data[0]).toBeCloseTo(first, 5);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), (width, height) => {
        const mean = (values: Float32Array): number =>
          values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(mean(areaAverage(plane, width, height).data)).toBeCloseTo(mean(data), 4);
      }),
    );
  });

  it("transforms like the definition of the Fourier sum", () => {
    const side = 8;
    const random = seededRandom(2);
    const samples = Float64Array.from({ length: side * side }, () => random() - 0.5);
    const power = powerSpectrum(samples, side);
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [3, 2],
      [7, 5],
    ] as const) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < samples.length; i++) {
        const angle = (-2 * Math.PI * (u * (i % side) + v * Math.floor(i / side))) / side;
        re += (samples[i] as number) * Math.cos(angle);
        im += (samples[i] as number) * Math.sin(angle);
      }
      expect(power[v * side + u]).toBeCloseTo(re * re + im * im, 8);
    }
  });
});

describe("traces of single pixels", () => {
  it.each([2, 5, 10, 20])("measures noise of sigma %i", (sigma) => {
    const random = seededRandom(7);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const tone: Tone = (x, y) => 90 + 0.1 * x + 0.15 * y + sigma * normal();
    const value = noise.measure(grey(384, 256, tone)).sigma as number;
    expect(value / sigma).toBeGreaterThan(0.88);
    expect(value / sigma).toBeLessThan(1.12);
    expect(noise.measure(grey(384, 256, tone, 768)).sigma).toBeNull();
  });

  it("sees the blocks of a JPEG of quality 10, and none at quality 95", async () => {
    const waves = grey(
      384,
      256,
      (x, y) => 128 + 60 * Math.sin(x / 17 + y / 29) + 40 * Math.sin(y / 11 - x / 41),
    );
    const { width, height, data } = waves.full;
    const at = async (quality: number): Promise<number> => {
      const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
        .jpeg({ quality })
        .toBuffer();
      const raw = await sharp(jpeg).raw().toBuffer();
      return jpegDamage.measure(new Picture({ width, height, data: new Uint8Array(raw) }))
        .blockiness as number;
    };
    expect(await at(10)).toBeGreaterThan(2);
    expect(await at(95)).toBeLessThan(1.3);
    expect(jpegDamage.measure(grey(384, 256, () => 5, 800)).blockiness).toBeNull();
  });

  it("finds the side of enlarged pixels", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), fc.integer({ min: 0, max: 1 }), (cell, off) => {
        const tone = squares(cell);
        const value = pixelGrid.measure(grey(360, 300, (x, y) => tone(x + off, y)));
        expect(value.cell).toBe(cell);
        expect(words(pixelGrid.phrase(value))).toEqual(["pixel art"]);
      }),
      { numRuns: 20 },
    );
  });

  it("finds it in a shrunk file, and nowhere without a grid", () => {
    const tone = squares(16);
    const shrunk = (x: number, y: number): number =>
      (tone(1.5 * x, 1.5 * y) + tone(1.5 * x + 1, 1.5 * y + 1)) / 2;
    expect(pixelGrid.measure(grey(400, 300, shrunk, 600)).cell).toBe(16);
    expect(pixelGrid.measure(grey(400, 300, squares(1))).cell).toBeNull();
    expect(
      pixelGrid.measure(grey(400, 300, (x, y) => (Math.hypot(x - 200, y - 150) < 90 ? 20 : 220))).cell,
    ).toBeNull();
  });

  it("finds ordered and diffused dither", () => {
    const matrix = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
    const ramp = (x: number): number => 0.25 + (0.5 * x) / 320;
    const ordered = grey(320, 240, (x, y) =>
      ramp(x) * 16 > (matrix[(y % 4) * 4 + (x % 4)] as number) + 0.5 ? 255 : 0,
    );
    const debts = new Float64Array(320 * 242 + 2);
    const diffused = grey(320, 240, (x, y) => {
      const i = y * 320 + x;
      const wanted = 255 * ramp(x) + (debts[i] as number);
      const given = wanted > 127 ? 255 : 0;
      for (const [step, part] of [
        [1, 7],
        [319, 3],
        [320, 5],
        [321, 1],
      ] as const) {
        debts[i + step] = (debts[i + step] as number) + ((wanted - given) * part) / 16;
      }
      return given;
    });
    for (const picture of [ordered, diffused]) {
      expect(words(dithering.phrase(dithering.measure(picture)))).toEqual(["dithered shading"]);
    }
    const plain = dithering.measure(grey(320, 240, (x) => 255 * ramp(x)));
    expect(plain.share).toBe(0);
    const random = seededRandom(9);
    expect(dithering.phrase(dithering.measure(grey(320, 240, () => 255 * random())))).toEqual([]);
  });

  it.each([
    [5, 45],
    [7, 15],
    [9, 75],
    [6, 0],
  ])("measures a halftone screen of %i px at %i degrees", (pitch, angle) => {
    const cos = Math.cos((angle * Math.PI) / 180);
    const sin = Math.sin((angle * Math.PI) / 180);
    const value = halftone.measure(
      grey(512, 384, (x, y) => {
        const across = Math.cos((2 * Math.PI * (x * cos + y * sin)) / pitch);
        const down = Math.cos((2 * Math.PI * (y * cos - x * sin)) / pitch);
        return (2 + across + down) / 4 > 0.25 + (0.5 * x) / 512 ? 20 : 240;
      }),
    );
    expect(Math.abs((value.pitch as number) - pitch) / pitch).toBeLessThan(0.1);
    expect(words(halftone.phrase(value))).toEqual(["halftone dots"]);
  });

  it("takes stripes and noise for no screen", () => {
    const stripes = halftone.measure(grey(512, 384, (x) => (x % 8 < 4 ? 20 : 240)));
    expect(halftone.phrase(stripes)).toEqual([]);
    expect(halftone.phrase(halftone.measure(grey(512, 384, squares(1))))).toEqual([]);
  });
});

describe("focus", () => {
  const leaves = squares(4, 3);

  it("finds a sharp disc before a blurred ground", async () => {
    const sharpAll = grey(480, 360, leaves);
    const soft = (await blurred(sharpAll, 9)).full.data;
    const contrast = (tone: number): number => 128 + 3 * (tone - 128);
    const picture = grey(480, 360, (x, y) =>
      Math.hypot(x - 240, y - 200) < 110 ? leaves(x, y) : contrast(soft[3 * (y * 480 + x)] as number),
    );
    const value = depthOfField.measure(picture);
    expect(value.sharp).toBeGreaterThan(0.15);
    expect(value.sharp).toBeLessThan(0.4);
    expect(value.blurred).toBeGreaterThan(0.4);
    const said = depthOfField.phrase(value);
    expect(words(said)).toEqual(["shallow depth of field"]);
    const box = said[0]?.evidence.region;
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(0.5, 1);
    expect(depthOfField.phrase(depthOfField.measure(sharpAll))).toEqual([]);
  });

  it("keeps silent on soft clouds over a sharp land", async () => {
    const soft = (await blurred(grey(480, 360, squares(12, 8)), 9)).full.data;
    const value = depthOfField.measure(
      grey(480, 360, (x, y) => (y > 250 ? leaves(x, y) : (soft[3 * (y * 480 + x)] as number))),
    );
    expect(value.blurred).toBeGreaterThan(0.35);
    expect(depthOfField.phrase(value)).toEqual([]);
  });

  it("tells motion from defocus, and the direction", async () => {
    const ground = grey(480, 360, leaves);
    expect(blurKind.measure(ground).kind).toBe("none");
    const soft = (await blurred(ground, 8)).full.data;
    const defocused = grey(480, 360, (x, y) => 128 + 2 * ((soft[3 * (y * 480 + x)] as number) - 128));
    expect(blurKind.measure(defocused).kind).toBe("defocus");
    for (const [dx, dy, angle] of [
      [1, 0, 0],
      [1, -1, 45],
      [0, 1, 90],
      [1, 1, -45],
    ] as const) {
      const moved = grey(480, 360, (x, y) => {
        let sum = 0;
        for (let k = 0; k < 24; k++) sum += leaves(x + 24 + k * dx, y + 24 + k * dy);
        return 128 + 2 * (sum / 24 - 128);
      });
      const value = blurKind.measure(moved);
      expect(value.kind).toBe("motion");
      expect(value.angle).toBe(angle);
    }
  });
});

describe("surface", () => {
  it("measures edges by their length", () => {
    const stripes = (period: number): number =>
      edgeDensity.measure(grey(320, 320, (x) => (x % period < period / 2 ? 40 : 200))).density;
    expect(stripes(40) / stripes(80)).toBeCloseTo(2, 0);
    expect(edgeDensity.phrase(edgeDensity.measure(grey(320, 320, () => 90)))).toEqual([]);
    expect(words(edgeDensity.phrase(edgeDensity.measure(grey(320, 320, squares(3)))))).toEqual([
      "intricate detail",
    ]);
  });

  it("calls thin lines on white paper line art, and no filled shape, photo or table", () => {
    const ring =
      (radius: number, width: number): Tone =>
      (x, y) =>
        Math.abs(Math.hypot(x - 240, y - 180) - radius) < width ||
        Math.abs(Math.hypot(x - 200, y - 160) - radius / 2) < width
          ? 10
          : 255;
    const said = (tone: Tone): readonly string[] =>
      words(lineWork.phrase(lineWork.measure(grey(480, 360, tone))));
    expect(said(ring(140, 2))).toEqual(["line art"]);
    expect(said(ring(80, 30))).toEqual([]);
    expect(said((x, y) => (x % 60 < 2 || y % 60 < 2 ? 10 : 255))).toEqual([]);
    expect(said(squares(6))).toEqual([]);
  });

  it("calls a few flat fills a vector drawing, and no shading", () => {
    const picture = (shade: number): Picture =>
      grey(480, 360, (x, y) => {
        if (Math.hypot(x - 150, y - 180) < 110) return 60 + shade * x;
        return Math.hypot(x - 340, y - 180) < 100 ? 140 + shade * y : 250 - shade * x;
      });
    const flat = flatFills.measure(picture(0));
    expect(flat.share).toBeGreaterThan(0.9);
    expect(flat.colors).toBe(3);
    expect(words(flatFills.phrase(flat))).toEqual(["flat vector style"]);
    expect(flatFills.phrase(flatFills.measure(picture(0.4)))).toEqual([]);
    expect(flatFills.phrase(flatFills.measure(grey(480, 360, () => 255)))).toEqual([]);
  });

  it("measures ramps and strokes", () => {
    expect(smoothGradients.measure(grey(480, 360, (x, y) => 0.3 * x + 0.2 * y)).share).toBeGreaterThan(0.9);
    expect(smoothGradients.measure(grey(480, 360, () => 128)).share).toBe(0);
    expect(smoothGradients.measure(grey(480, 360, squares(5))).share).toBeLessThan(0.02);
    const strokes = brushwork.measure(grey(320, 240, (x, y) => 128 + 25 * Math.sin((x + 2 * y) / 3)));
    const grain = squares(3);
    const grains = brushwork.measure(grey(320, 240, (x, y) => 110 + 0.15 * grain(x, y)));
    expect(strokes.coherence).toBeGreaterThan(0.95);
    expect(grains.coherence).toBeLessThan(0.6);
  });
});
