import { readdirSync, readFileSync } from "node:fs";
import { expect, it, describe as suite } from "vitest";
import { describe, read, TARGET_IDS } from "../src/index.js";

const PROMPT =
  "a lone cyclist with a clear umbrella, rain-slicked neon street at night, wet reflections, cinematic";
const carriers = readdirSync("examples/metadata");
const pictures = readdirSync("examples").filter((name) => /\.(?:jpg|png)$/u.test(name));

suite("examples/metadata", () => {
  it("has a file for each family", () => expect(carriers.length).toBeGreaterThanOrEqual(17));
  it.each(carriers)("%s carries the prompt, its negative and its settings", async (name) => {
    const { recovered, warnings } = await read(readFileSync(`examples/metadata/${name}`));
    const isMidjourney = name.startsWith("midjourney");
    expect(recovered?.prompt).toBe(isMidjourney ? `${PROMPT} --ar 16:9 --v 7` : PROMPT);
    expect(recovered?.negative).toBe(isMidjourney ? "" : "blurry, watermark, text");
    if (!isMidjourney)
      expect(recovered?.parameters).toMatchObject({ steps: 28, cfgScale: 6.5, seed: "20261121" });
    expect(warnings).toEqual([]);
  });
});

suite("examples", () => {
  it.each(pictures)("%s is described, and every target says something of it", async (name) => {
    const { blueprint, prompts } = await describe(`examples/${name}`, {
      targets: ["all"],
      subject: "a scene",
    });
    expect(blueprint.palette.length).toBeGreaterThan(0);
    expect(blueprint.terms.length).toBeGreaterThan(1);
    expect(prompts.map((prompt) => prompt.target)).toEqual(TARGET_IDS);
    for (const prompt of prompts) expect(prompt.text).toContain("scene");
  });
});
