import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Raster } from "../../../src/image/raster.js";
import type { OpenedModels } from "../../../src/runtime/models/index.js";
import { openModels } from "../../../src/runtime/models/index.js";
import { descendantsOf, until } from "../../../src/runtime/workers/processes.fixture.js";
import type { TinyModels } from "./tiny-models.js";
import { tinyModels } from "./tiny-models.js";

let tiny: TinyModels;
let models: OpenedModels;
beforeAll(async () => {
  tiny = await tinyModels(["ViT-L-14/openai", "ViT-H-14/laion2b_s32b_b79k", "blip-base"]);
  models = await openModels();
});
afterAll(() => tiny.remove());
afterEach(async () => {
  await models.close();
  await until(() => descendantsOf(process.pid).length === 0);
});

const RASTER: Raster = { width: 30, height: 20, data: new Uint8Array(1800).map((_, at) => (at * 13) % 256) };

describe("openModels", () => {
  it("opens the model of a name, each in a process of its own, and the best where none is named", async () => {
    const [large, same, best] = [
      await models.clip("ViT-L/14"),
      await models.clip("sd15"),
      await models.clip(),
    ];
    expect([large.name, same.name, best.name]).toEqual([
      "ViT-L-14/openai",
      "ViT-L-14/openai",
      "ViT-H-14/laion2b_s32b_b79k",
    ]);
    expect(large.fingerprint).not.toBe(best.fingerprint);
    expect(descendantsOf(process.pid)).toHaveLength(2);
    const texts = ["a door", "a red door"];
    const [one, other] = [await same.embedTexts(texts), await large.embedTexts(texts)];
    one.data.forEach((value, at) => {
      expect(value).toBeCloseTo(other.data[at] ?? Number.NaN, 5);
    });
  });

  it("captions as CLIP Interrogator asks, or as it is told", async () => {
    const captioner = await models.captioner();
    expect(captioner.name).toBe("blip-base");
    const [caption = "", again] = await captioner.caption([RASTER, RASTER]);
    expect(caption).toMatch(/\w/u);
    expect(again).toBe(caption);
    const [short = ""] = await captioner.caption([RASTER], { maxTokens: 2 });
    expect(short.length).toBeLessThan(caption.length);
    expect(caption.startsWith(short)).toBe(true);
  });

  it("works again after it was closed", async () => {
    expect((await models.clip("ViT-L/14")).width).toBeGreaterThan(0);
    await models.close();
    expect((await models.clip("ViT-L/14")).width).toBeGreaterThan(0);
  });

  it("starts nothing for what is not here, and says how to get it", async () => {
    const folder = join(tiny.folder, "none");
    mkdirSync(folder);
    const none = await openModels({ folder });
    await expect(none.clip()).rejects.toMatchObject({
      code: "model-missing",
      sentence:
        "the weights of ViT-L-14/openai are not on this machine. Get them with imprompt models pull ViT-L-14/openai (1.7 GB, once).",
    });
    await expect(none.captioner("blip-large")).rejects.toMatchObject({ code: "model-missing" });
    await expect(none.clip("nobody")).rejects.toMatchObject({ code: "model-unknown" });
    expect(descendantsOf(process.pid)).toEqual([]);
  });
});
