import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { preprocessBlip } from "../../models/blip/preprocess.js";
import { preprocessClip } from "../../models/clip/preprocess.js";
import type { Raster } from "../raster.js";
import { coverSquare } from "./cover-square.js";
import { resizeBicubic } from "./resize-bicubic.js";
import { toPlanes } from "./to-planes.js";

const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;

type Pair = readonly [number, number];
interface Expected {
  readonly resized: readonly {
    readonly from: Pair;
    readonly to: Pair;
    readonly sha256: string;
    readonly pixels?: readonly number[];
  }[];
  readonly prepared: readonly {
    readonly from: Pair;
    readonly side: number;
    readonly clip: string;
    readonly blip: string;
    readonly florence: string;
  }[];
}

const expected = JSON.parse(await readFile("test/fixtures/pil/expected.json", "utf8")) as Expected;

/** As tools/golden/pil/fixture.py draws it: noise, every fifth sample 0 or 255. */
function noise([width, height]: Pair): Raster {
  let state = width * 65536 + height;
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return i % 5 === 0 ? 255 * (state >>> 31) : state >>> 24;
  });
  return { width, height, data };
}

function sha256(data: Uint8Array | Uint8ClampedArray | Float32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest("hex");
}

describe("equal to Pillow to the bit", () => {
  test.each(expected.resized)("$from to $to", ({ from, to: [width, height], sha256: hash, pixels }) => {
    const resized = resizeBicubic(noise(from), { width, height });
    if (pixels !== undefined) expect([...resized.data]).toEqual(pixels);
    expect(sha256(resized.data)).toBe(hash);
  });
});

describe("equal to the preparation of open_clip, BLIP and Florence-2 to the bit", () => {
  test.each(expected.prepared)("$from to $side", ({ from, side, clip, blip, florence }) => {
    expect(sha256(preprocessClip(noise(from), side))).toBe(clip);
    expect(sha256(preprocessBlip(noise(from), side))).toBe(blip);
    const squeezed = resizeBicubic(noise(from), { width: side, height: side });
    expect(sha256(toPlanes(squeezed, IMAGENET))).toBe(florence);
  });
});

test("samples may be clamped ones, or a part of a larger buffer", () => {
  const { width, height, data } = noise([23, 17]);
  const larger = new Uint8ClampedArray(data.length + 7);
  larger.set(data, 7);
  const size = { width: 9, height: 5 };
  const resized = resizeBicubic({ width, height, data: larger.subarray(7) }, size);
  expect(resized).toEqual(resizeBicubic({ width, height, data }, size));
});

test("a window is the same part of the whole", () => {
  const side = fc.integer({ min: 1, max: 24 });
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(side, side, side, side, share, share, (width, height, toWidth, toHeight, across, down) => {
      const raster = noise([width, height]);
      const size = { width: toWidth, height: toHeight };
      const left = Math.floor(across * toWidth);
      const top = Math.floor(down * toHeight);
      const whole = resizeBicubic(raster, size);
      const window = { left, top, width: toWidth - left, height: toHeight - top };
      const part = resizeBicubic(raster, size, window);
      for (let y = 0; y < part.height; y++) {
        const from = ((top + y) * toWidth + left) * 3;
        const row = part.data.subarray(y * part.width * 3, (y + 1) * part.width * 3);
        expect([...row]).toEqual([...whole.data.subarray(from, from + part.width * 3)]);
      }
    }),
  );
});

test.each([
  [225, 224, 0],
  [227, 224, 2],
  [229, 224, 2],
  [231, 224, 4],
])("a width of %d leaves %d and %d at the left: halves go to the even side", (width, side, left) => {
  expect(coverSquare({ width, height: side }, side).window.left).toBe(left);
});

test("one flat color stays", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 60 }), (value, side) => {
      const flat = { width: 37, height: 29, data: new Uint8Array(37 * 29 * 3).fill(value) };
      expect(new Set(resizeBicubic(flat, { width: side, height: 61 - side }).data)).toEqual(new Set([value]));
    }),
  );
});
