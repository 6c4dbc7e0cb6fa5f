import { describe, expect, it } from "vitest";
import type { HumanResult } from "./human-result.js";
import { detectionOf } from "./human-result.js";
import { squareOf } from "./square.js";

const EMPTY: HumanResult = { error: null, object: [], face: [], body: [] };

/** 4 by 2 pixels in a square of 4: the picture lies one pixel below the top. */
const SQUARE = squareOf({ width: 4, height: 2, data: Uint8Array.from({ length: 24 }, (_, at) => at + 1) });

describe("squareOf", () => {
  it("puts a wide picture into the middle of a black square, pixel by pixel", () => {
    expect(SQUARE).toMatchObject({ side: 4, left: 0, top: 1, width: 4, height: 2 });
    expect([...SQUARE.data.subarray(0, 12)]).toEqual(Array.from({ length: 12 }, () => 0));
    expect([...SQUARE.data.subarray(12, 36)]).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect([...SQUARE.data.subarray(36)]).toEqual(Array.from({ length: 12 }, () => 0));
  });

  it("does so with a tall one", () => {
    const tall = squareOf({ width: 1, height: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) });
    expect(tall).toMatchObject({ side: 3, left: 1, top: 0 });
    expect([...tall.data.subarray(0, 9)]).toEqual([0, 0, 0, 1, 2, 3, 0, 0, 0]);
  });
});

describe("detectionOf", () => {
  it("gives boxes of the square as shares of the picture, cut at its edges", () => {
    const box = [1, 1, 2, 3] as const;
    const { objects } = detectionOf({ ...EMPTY, object: [{ label: "dog", score: 0.5, box }] }, SQUARE);
    expect(objects).toEqual([{ label: "dog", score: 0.5, region: { x: 0.25, y: 0, width: 0.5, height: 1 } }]);
  });

  it("counts turns to the right and looks upward as positive degrees, and takes the lesser score", () => {
    const face = { score: 1, faceScore: 0.7, boxScore: 0.9, box: [0, 1, 4, 2] as const };
    const angle = { yaw: Math.PI / 6, pitch: -Math.PI / 9 };
    const { faces } = detectionOf(
      {
        ...EMPTY,
        face: [
          { ...face, rotation: { angle } },
          { ...face, rotation: null },
        ],
      },
      SQUARE,
    );
    expect(faces[0]).toMatchObject({ score: 0.7, yaw: -30, pitch: 20 });
    expect(faces[1]).not.toHaveProperty("yaw");
  });

  it("names the points of a body in words, and leaves out a body without points", () => {
    const keypoints = [
      { part: "leftShoulder", score: 0.5, position: [1, 2] },
      { part: "rightAnkle", score: 0.6, position: [3, 3] },
    ];
    const { bodies } = detectionOf(
      {
        ...EMPTY,
        body: [
          { score: 0.6, keypoints },
          { score: 0, keypoints: [] },
        ],
      },
      SQUARE,
    );
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.points.map(({ part }) => part)).toEqual(["left shoulder", "right ankle"]);
    expect(bodies[0]?.region).toEqual({ x: 0.25, y: 0.5, width: 0.5, height: 0.5 });
  });

  it("throws the package's own error", () => {
    expect(() => detectionOf({ ...EMPTY, error: "no backend" }, SQUARE)).toThrow("no backend");
  });
});
