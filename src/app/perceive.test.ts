import { describe, expect, it } from "vitest";
import type { Perception } from "../analysis/perception/types.js";
import { ImpromptError } from "../base/error.js";
import type { DecodedImage } from "../image/decoded.js";
import { perceiveFile } from "./perceive.js";

const decoded: DecodedImage = {
  format: "png",
  width: 20,
  height: 10,
  raster: { width: 2, height: 1, data: new Uint8Array(6) },
  transparent: false,
  frames: 1,
  depth: 8,
  grey: false,
  warnings: [],
};

const seen: Perception = {
  medium: { photo: 0.123456, oil_painting: 0.8, anime: 0.076544 },
  scene: { coast_sea: 1 },
  spoken: [{ facet: "medium", text: "oil painting", confidence: 0.91234 }],
  suggested: [],
};

describe("perceiveFile", () => {
  it("shows the perceiver the decoded picture at the size of its file, and ranks and rounds what it says", async () => {
    const sizes: number[] = [];
    const answer = await perceiveFile("a.png", {
      open: (input) => Promise.resolve({ name: String(input), bytes: new Uint8Array() }),
      decode: () => Promise.resolve(decoded),
      perceive: ({ width, height, full }) => {
        sizes.push(width, height, full.width);
        return Promise.resolve(seen);
      },
    });
    expect(sizes).toEqual([20, 10, 2]);
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify({
        file: "a.png",
        medium: { oil_painting: 0.8, photo: 0.1235, anime: 0.0765 },
        scene: { coast_sea: 1 },
        spoken: [{ facet: "medium", text: "oil painting", confidence: 0.912 }],
        suggested: [],
      }),
    );
  });

  it("passes on why a file cannot be decoded", async () => {
    const broken = new ImpromptError("input-corrupt", "is cut short");
    const answer = perceiveFile("b.png", {
      open: () => Promise.resolve({ name: "b.png", bytes: new Uint8Array() }),
      decode: () => Promise.reject(broken),
      perceive: () => Promise.resolve(seen),
    });
    await expect(answer).rejects.toBe(broken);
  });
});
