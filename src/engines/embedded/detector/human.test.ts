import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Raster } from "../../../image/raster.js";
import type { Detect } from "./human.js";
import { openHuman } from "./human.js";

/** Whether the optional package is here; where it is not, the adapter says so. */
function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve("@vladmandic/human");
    return true;
  } catch {
    return false;
  }
}

const ambient = globalThis.fetch;
let detect: Detect | undefined;

beforeAll(async () => {
  detect = await openHuman();
});
afterAll(() => {
  globalThis.fetch = ambient;
});

describe("openHuman", () => {
  it("opens where its package is installed, and only there", () => {
    expect(detect !== undefined).toBe(isInstalled());
  });

  it("finds nothing in an even gray, however the picture is shaped", async () => {
    for (const [width, height] of [
      [96, 64],
      [40, 120],
    ] as const) {
      const gray: Raster = { width, height, data: new Uint8Array(width * height * 3).fill(128) };
      const seen = await detect?.(gray);
      expect(seen?.objects ?? []).toEqual([]);
      expect(seen?.faces ?? []).toEqual([]);
    }
  });

  it("leaves its process no way to a network", async () => {
    if (!isInstalled()) return;
    await expect(fetch("https://example.com/model.json")).rejects.toThrow("is not fetched from here");
  });
});
