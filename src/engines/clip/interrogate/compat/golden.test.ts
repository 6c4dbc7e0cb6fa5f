import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clip } from "../../../../models/types.js";
import type { PhraseTable } from "../../phrases/types.js";
import { interrogate } from "../index.js";
import { goldenCases, goldenPicture, goldenTables, openGoldenClip } from "./golden.fixture.js";

const CASES = goldenCases();

describe("the strings of clip-interrogator 0.6.0", () => {
  let clip: Clip;
  let tables: readonly PhraseTable[];

  beforeAll(async () => {
    clip = await openGoldenClip();
    tables = await goldenTables(clip);
  });
  afterAll(() => clip.close());

  it("are asked for at least 20 pictures, among them some with its default settings", () => {
    expect(new Set(CASES.map(({ picture }) => picture)).size).toBeGreaterThanOrEqual(20);
    expect(CASES.some(({ chunk }) => chunk === 2048)).toBe(true);
    expect(CASES.every(({ best, negative }) => best.length === 1 && negative.length <= 2)).toBe(true);
  });

  describe.each(CASES)("picture $picture in chunks of $chunk", (one) => {
    it.each(["fast", "classic", "negative", "best"] as const)("%s", { timeout: 120_000 }, async (mode) => {
      const { data: image } = await clip.embedImages([goldenPicture(one.picture)]);
      const { prompt } = await interrogate(
        { image, caption: one.caption },
        { clip, tables },
        { mode, compat: "clip-interrogator", chunkSize: one.chunk, candidates: one.chunk },
      );
      expect(one[mode]).toContain(prompt);
    });
  });

  it("come from the very picture: its embedding is the package's", async () => {
    for (const { picture, features } of CASES) {
      const { data } = await clip.embedImages([goldenPicture(picture)]);
      features.forEach((value, i) => expect(Math.abs((data[i] as number) - value)).toBeLessThan(1e-5));
    }
  });
});
