import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, it, describe as suite } from "vitest";
import { compile, createBlueprint, describe, ImpromptError, parseBlueprint, read } from "../src/index.js";
import { addPngTexts } from "../src/metadata/write.js";

const plain = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#204060" } })
  .png()
  .toBuffer();
const carrying = addPngTexts(plain, [
  {
    key: "parameters",
    text: "a lighthouse, storm\nSteps: 5, Sampler: Euler, CFG scale: 2, Seed: 1, Size: 64x48",
  },
]);

suite("the library", () => {
  it("describes bytes and a data: URL alike, but for the name", async () => {
    const fromBytes = await describe(carrying, { targets: ["sdxl"] });
    const fromUrl = await describe(`data:image/png;base64,${Buffer.from(carrying).toString("base64")}`, {
      targets: ["sdxl"],
    });
    expect({ ...fromUrl, file: "" }).toEqual({ ...fromBytes, file: "" });
    expect(fromBytes.recovered?.prompt).toBe("a lighthouse, storm");
    expect(parseBlueprint(JSON.parse(JSON.stringify(fromBytes.blueprint)))).toEqual(fromBytes.blueprint);
  });

  it("is deterministic and leaves its input alone", async () => {
    const before = Uint8Array.from(carrying);
    expect(await describe(carrying, { targets: ["all"] })).toEqual(
      await describe(carrying, { targets: ["all"] }),
    );
    expect(Uint8Array.from(carrying)).toEqual(before);
  });

  it("reads without describing", async () => {
    expect((await read(carrying)).recovered?.parameters).toMatchObject({
      steps: 5,
      sampler: "Euler",
      seed: "1",
    });
    expect((await read(plain)).recovered).toBeNull();
  });

  it("compiles a blueprint of one's own", async () => {
    const blueprint = createBlueprint({
      frame: { width: 1600, height: 900 },
      terms: [{ facet: "subject", text: "a red fox" }],
    });
    const prompt = await compile(blueprint, "midjourney", { parameters: { stylize: 250 } });
    expect(prompt.text).toContain("a red fox");
    expect(prompt.text).toContain("--ar 16:9");
    expect(prompt.text).toContain("--s 250");
  });

  it.each([
    ["bytes over the limit", { maxBytes: 10 }, "input-too-large"],
    ["pixels over the limit", { maxPixels: 100 }, "input-too-large"],
  ])("refuses %s", async (_, limits, code) => {
    const refused = await describe(plain, {}, limits).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImpromptError);
    expect(refused).toMatchObject({ code });
  });

  it("publishes the schema that it checks with", () => {
    const schema = JSON.parse(readFileSync("schema/blueprint.json", "utf8"));
    expect(schema.properties.terms.items.properties.facet.enum).toContain("lighting");
  });
});
