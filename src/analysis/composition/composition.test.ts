import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../base/random.js";
import { Picture } from "../../image/picture.js";
import { aspectRatio, snapRatio } from "./aspect-ratio.js";
import { backdrop } from "./backdrop.js";
import { complexity } from "./complexity.js";
import { depth } from "./depth.js";
import { horizon } from "./horizon.js";
import { leadingLines } from "./leading-lines.js";
import { negativeSpace } from "./negative-space.js";
import { saliency } from "./saliency.js";
import { subjectPlacement } from "./subject-placement.js";
import { symmetry } from "./symmetry.js";

type Color = readonly [number, number, number];

/** A picture from a color for each place, both coordinates 0..1 at pixel centers. */
function paint(width: number, height: number, color: (x: number, y: number) => Color): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) data.set(color((x + 0.5) / width, (y + 0.5) / height), p);
  }
  return new Picture({ width, height, data });
}

const disc = (cx: number, cy: number, radius: number, ground: Color = [235, 235, 230]): Picture =>
  paint(480, 320, (x, y) => (Math.hypot((x - cx) * 1.5, y - cy) < radius ? [190, 30, 20] : ground));

const words = (observations: readonly { readonly text: string }[]): readonly string[] =>
  observations.map(({ text }) => text);

describe("aspect ratio", () => {
  it.each([
    [1920, 1080, "16:9", true, 0],
    [1024, 1024, "1:1", true, 0],
    [1365, 1024, "4:3", true, -0.0002],
    [1344, 768, "16:9", false, -0.0156],
    [832, 1216, "2:3", false, 0.0263],
    [1080, 1920, "9:16", true, 0],
    [5000, 1000, "3:1", false, 0.6667],
  ])("snaps %i x %i to %s", (width, height, ratio, exact, error) => {
    expect(snapRatio(width, height)).toEqual({ ratio, exact, error: expect.closeTo(error, 4) });
  });

  it("mirrors landscape and portrait", () => {
    const side = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const [across, down] = snapRatio(width, height).ratio.split(":");
        expect(snapRatio(height, width).ratio).toBe(`${down}:${across}`);
      }),
    );
  });

  it.each([
    [3000, 2000, { orientation: "landscape", panoramic: false, ratio: "3:2" }],
    [2000, 3000, { orientation: "portrait", panoramic: false, ratio: "2:3" }],
    [1000, 1010, { orientation: "square", panoramic: false, ratio: "1:1" }],
    [4200, 1800, { orientation: "landscape", panoramic: true, ratio: "21:9" }],
    [900, 2100, { orientation: "portrait", panoramic: true, ratio: "9:21" }],
  ])("measures %d x %d and leaves it to the target's parameter", (width, height, shape) => {
    const raster = { width: 2, height: 2, data: new Uint8Array(12) };
    const value = aspectRatio.measure(new Picture(raster, { width, height }));
    expect(value).toMatchObject(shape);
    expect(aspectRatio.phrase(value)).toEqual([]);
  });
});

describe("symmetry", () => {
  const blobs = (x: number, y: number): number =>
    128 + 100 * Math.sin(9 * x + 7 * y * y) * Math.cos(5 * y - 4 * x * x);

  it("finds mirrored halves", () => {
    const value = symmetry.measure(
      paint(480, 320, (x, y) => {
        const tone = blobs(Math.abs(x - 0.5), y);
        return [tone, tone, tone];
      }),
    );
    expect(value.vertical).toBeGreaterThan(0.98);
    expect(value.axis).toBeCloseTo(0.5, 3);
    expect(words(symmetry.phrase(value))).toEqual(["symmetrical composition"]);
  });

  it("says nothing of other halves, nor of rows of one tone", () => {
    const free = symmetry.measure(
      paint(480, 320, (x, y) => {
        const tone = blobs(x, y);
        return [tone, tone, tone];
      }),
    );
    expect(free.vertical).toBeLessThan(0.6);
    expect(symmetry.phrase(free)).toEqual([]);
    const rows = symmetry.measure(paint(480, 320, (_x, y) => [255 * y, 255 * y, 255 * y]));
    expect(symmetry.phrase(rows)).toEqual([]);
  });
});

describe("subject placement", () => {
  it.each([
    [0.5, 0.5, ["centered composition"]],
    [1 / 3, 0.6, ["rule of thirds, subject on the left"]],
    [2 / 3, 0.4, ["rule of thirds, subject on the right"]],
    [0.42, 0.5, []],
  ])("finds a disc at %f, %f", (x, y, terms) => {
    const ground = (u: number, v: number): Color => [
      200 + 20 * Math.sin(20 * u),
      205 + 20 * Math.sin(17 * v),
      215,
    ];
    const value = subjectPlacement.measure(
      paint(480, 320, (u, v) => (Math.hypot((u - x) * 1.5, v - y) < 0.13 ? [190, 30, 20] : ground(u, v))),
    );
    expect(Math.abs(value.x - x)).toBeLessThan(0.015);
    expect(Math.abs(value.y - y)).toBeLessThan(0.015);
    expect(value.area).toBeCloseTo((Math.PI * 0.13 ** 2) / 1.5, 1);
    expect(value.dominance).toBeGreaterThan(0.95);
    expect(words(subjectPlacement.phrase(value))).toEqual(terms);
  });

  it("finds nothing where nothing stands out", () => {
    expect(subjectPlacement.measure(paint(300, 200, () => [90, 90, 90])).box).toBeNull();
  });
});

describe("room", () => {
  it("calls a small thing in an empty frame negative space, and minimal", () => {
    const picture = disc(0.3, 0.7, 0.12, [120, 160, 190]);
    const space = negativeSpace.measure(picture);
    expect(space.largest).toBeGreaterThan(0.85);
    expect(words(negativeSpace.phrase(space))).toEqual(["ample negative space"]);
    expect(words(complexity.phrase(complexity.measure(picture)))).toEqual(["minimalist composition"]);
  });

  it("calls an empty frame neither", () => {
    const picture = paint(480, 320, () => [120, 160, 190]);
    expect(negativeSpace.phrase(negativeSpace.measure(picture))).toEqual([]);
    expect(complexity.phrase(complexity.measure(picture))).toEqual([]);
  });

  it("calls detail in every corner busy, never minimal", () => {
    const random = seededRandom(5);
    const tones = Array.from({ length: 120 * 80 }, () => Math.floor(255 * random()));
    const value = complexity.measure(
      paint(480, 320, (x, y) => {
        const tone = tones[Math.floor(y * 80) * 120 + Math.floor(x * 120)] as number;
        return [tone, tone, tone];
      }),
    );
    expect(value.occupied).toBe(1);
    expect(value.evenness).toBeGreaterThan(0.98);
    expect(words(complexity.phrase(value))).toEqual(["busy composition, filled edge to edge"]);
  });

  it.each([
    [[255, 255, 255], ["plain white background"]],
    [[0, 0, 0], ["plain black background"]],
    [[120, 160, 190], []],
  ] as const)("names a ground of %j", (ground, terms) => {
    const value = backdrop.measure(disc(0.5, 0.5, 0.4, ground));
    expect(value.uniformity).toBe(1);
    expect(value.share).toBeCloseTo(1 - (Math.PI * 0.4 ** 2) / 1.5, 1);
    expect(words(backdrop.phrase(value))).toEqual(terms);
  });
});

describe("saliency", () => {
  it("is a map of 24 cells on the long side that is highest where the disc is", () => {
    const { rows, peak, x, y } = saliency.measure(disc(0.7, 0.25, 0.15));
    expect(rows).toHaveLength(16);
    expect(rows.every((row) => /^[\da-f]{24}$/u.test(row))).toBe(true);
    expect(Number.parseInt(rows[4]?.[16] ?? "", 16)).toBe(Math.round(15 * peak));
    expect(Number.parseInt(rows[12]?.[4] ?? "", 16)).toBeLessThan(3);
    expect(x).toBeGreaterThan(0.6);
    expect(y).toBeLessThan(0.4);
    expect(peak).toBeGreaterThan(0.5);
  });

  it("is dark and centered where nothing stands out, whatever the size", () => {
    const plain = saliency.measure(paint(480, 320, () => [90, 120, 90]));
    expect(plain).toEqual({ rows: Array(16).fill("0".repeat(24)), peak: 0, x: 0.5, y: 0.5 });
    expect(saliency.measure(paint(1, 1, () => [9, 9, 9])).rows).toEqual(["0"]);
    expect(saliency.measure(paint(3, 500, () => [9, 9, 9])).rows).toHaveLength(24);
  });
});

describe("horizon", () => {
  const scene = (height: number, tilt: number): Picture => {
    const slope = Math.tan((tilt * Math.PI) / 180);
    const random = seededRandom(3);
    const grain = Array.from({ length: 480 * 320 }, () => 60 * random());
    return paint(480, 320, (x, y) => {
      if (y * 320 < height * 320 + slope * (x - 0.5) * 480) return [150 + 30 * y, 180 + 30 * y, 220];
      const rough = grain[Math.floor(y * 320) * 480 + Math.floor(x * 480)] as number;
      return [40 + rough, 60 + rough, 40 + rough / 2];
    });
  };

  it.each([
    [0.7, 0],
    [0.5, 6],
    [0.4, -9.5],
    [0.65, 12],
  ])("measures a line at %f, tilted by %f degrees", (height, tilt) => {
    const value = horizon.measure(scene(height, tilt));
    expect(value.y).toBeCloseTo(height, 1.7);
    expect(Math.abs(value.tilt - tilt)).toBeLessThan(0.5);
    expect(value.coverage).toBeGreaterThan(0.9);
  });

  it("is clear where nothing rivals it, and none on a plain ground", () => {
    expect(horizon.measure(scene(0.7, 3)).line).toBe("clear");
    expect(horizon.measure(disc(0.5, 0.5, 0.2)).line).toBe("none");
    const half = paint(480, 320, (x, y) => (y < 0.5 || x > 0.7 ? [200, 200, 210] : [60 + 40 * x, 50, 40]));
    expect(horizon.measure(half).line).toBe("doubtful");
  });

  it("speaks of a low level one only", () => {
    const said = (height: number, tilt: number): readonly string[] =>
      words(horizon.phrase(horizon.measure(scene(height, tilt))));
    expect(said(0.72, 0)).toEqual(["low horizon"]);
    expect(said(0.5, 0)).toEqual([]);
    expect(said(0.72, 8)).toEqual([]);
  });
});

describe("leading lines and depth", () => {
  const rays = (cx: number, cy: number): Picture =>
    paint(480, 320, (x, y) => {
      const turn = Math.atan2((y - cy) * 320, (x - cx) * 480);
      const far = Math.hypot((y - cy) * 320, (x - cx) * 480);
      const tone =
        120 + 12 * Math.sin(far / 20) + (Math.floor((turn / Math.PI) * 9 + 40.3) % 2 === 0 ? 60 : -60);
      return [tone, tone, tone];
    });

  it.each([
    [0.5, 0.4],
    [0.3, 0.55],
    [0.7, 0.3],
  ])("finds the vanishing point at %f, %f", (x, y) => {
    const picture = rays(x, y);
    const value = leadingLines.measure(picture);
    expect(Math.abs((value.point?.x ?? 0) - x)).toBeLessThan(0.03);
    expect(Math.abs((value.point?.y ?? 0) - y)).toBeLessThan(0.04);
    expect(words(leadingLines.phrase(value))).toEqual(["leading lines"]);
    expect(words(depth.phrase(depth.measure(picture)))).toEqual(["deep perspective"]);
  });

  it("finds none in parallel lines", () => {
    const value = leadingLines.measure(
      paint(480, 320, (x, y) =>
        Math.floor((x * 480 + y * 160) / 24) % 2 === 0 ? [60, 60, 60] : [190, 190, 190],
      ),
    );
    expect(leadingLines.phrase(value)).toEqual([]);
  });

  it("calls flat fills flat", () => {
    const picture = paint(480, 320, (x, y) => {
      if (Math.hypot((x - 0.3) * 1.5, y - 0.5) < 0.3) return [230, 80, 40];
      return Math.hypot((x - 0.7) * 1.5, y - 0.5) < 0.25 ? [40, 90, 200] : [250, 240, 220];
    });
    expect(depth.measure(picture).kind).toBe("flat");
    expect(words(depth.phrase(depth.measure(picture)))).toEqual([]);
  });
});
