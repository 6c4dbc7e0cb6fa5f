import { describe, expect, it } from "vitest";
import { createBlueprint } from "../blueprint/build.js";
import { TARGET_IDS } from "../dialects/registry.js";
import type { Prompt } from "../dialects/types.js";
import { GRAMMARS } from "../language/syntax/tree.js";
import type { TranslateOptions } from "./translate.js";
import { translate, translateBlueprint } from "./translate.js";

async function one(text: string, to: string, options: Partial<TranslateOptions> = {}): Promise<Prompt> {
  const { prompts } = await translate(text, { ...options, to: [to] });
  return prompts[0] as Prompt;
}

const GENERATED =
  "a red fox, (neon lights:1.3), <lora:ink:0.8>\nNegative prompt: text, (crowd:1.4)\nSteps: 30, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 123, Size: 1344x768";

describe("translate", () => {
  it("carries a ratio to a size and back", async () => {
    const sdxl = await one("a fox --ar 16:9 --seed 5", "sdxl", { from: "midjourney" });
    expect(sdxl.parameters).toMatchObject({ width: 1344, height: 768, seed: 5 });
    const midjourney = await one(GENERATED, "midjourney");
    expect(midjourney.text).toBe("a red fox, neon lights --ar 16:9 --no text, crowd --seed 123");
  });

  it("carries an unusual ratio to the letter", async () => {
    const { text } = await one("a fox --ar 7:5", "midjourney", { from: "midjourney" });
    expect(text).toBe("a fox --ar 7:5");
  });

  it("keeps a stated size where it is drawn well, else takes the nearest, and tells", async () => {
    const text = "a fox\nSteps: 20, Size: 512x768";
    expect((await one(text, "sd15")).parameters).toMatchObject({ width: 512, height: 768 });
    const sdxl = await one(text, "sdxl");
    expect(sdxl.parameters).toMatchObject({ width: 832, height: 1216 });
    const told = sdxl.warnings.find(({ code }) => code === "ratio-approximated");
    expect(text.slice(told?.span?.start, told?.span?.end)).toBe("Size: 512x768");
    expect((await one(text, "comfyui")).parameters).toMatchObject({ width: 512, height: 768 });
  });

  it("spells samplers as the tool does", async () => {
    expect((await one(GENERATED, "sdxl")).parameters).toMatchObject({
      sampler: "DPM++ 2M",
      scheduler: "Karras",
    });
    expect((await one(GENERATED, "sdxl", { grammar: "comfyui" })).parameters).toMatchObject({
      sampler: "dpmpp_2m",
      scheduler: "karras",
    });
  });

  it("carries the guidance only to its own scale", async () => {
    expect((await one(GENERATED, "leonardo")).parameters).toMatchObject({ guidance: 7 });
    const flux = await one(GENERATED, "flux");
    expect(flux.parameters).not.toHaveProperty("guidance");
    expect(flux.warnings).toContainEqual(
      expect.objectContaining({ code: "parameter-dropped", message: expect.stringContaining("cfg-scale") }),
    );
  });

  it("does not make another seed of one that is out of range", async () => {
    const { parameters, warnings } = await one("a fox\nSteps: 20, Seed: 4294967290", "ideogram");
    expect(parameters).not.toHaveProperty("seed");
    expect(warnings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("4294967290") }),
    );
  });

  it.each([
    ["a1111", "a red fox, (neon lights:1.3), <lora:ink:0.8>", "text, (crowd:1.4)"],
    ["comfyui", "a red fox, (neon lights:1.3)", "text, (crowd:1.4)"],
    ["compel", "a red fox, (neon lights)1.3", "text, (crowd)1.4"],
    ["novelai", "a red fox, 1.3::neon lights::", "text, 1.4::crowd::"],
  ] as const)(
    "writes the weights of %s for a target that several tools run",
    async (grammar, text, negative) => {
      expect(await one(GENERATED, "sdxl", { grammar })).toMatchObject({ target: "sdxl", text, negative });
      expect(await one(GENERATED, grammar)).toMatchObject({ target: grammar, text, negative });
    },
  );

  it("means the target by a name that is a grammar's too", async () => {
    const text = "a fox::2 mist::0.5 --v 6.1";
    const { prompts } = await translate(text, {
      from: "midjourney",
      to: ["midjourney", "midjourney@6.1", "grammar:midjourney"],
    });
    expect(prompts.map((prompt) => [prompt.target, prompt.text])).toEqual([
      ["midjourney", "a fox, mist --ar 1:1"],
      ["midjourney@6.1", "a fox::2 mist::0.5 --ar 1:1 --v 6.1"],
      ["grammar:midjourney", "a fox::2 mist::0.5 --v 6.1"],
    ]);
    expect(prompts[0]?.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["weight-dropped", "parameter-dropped"]),
    );
    expect(prompts[1]?.warnings).toEqual([]);
  });

  it("gives every flag back in Midjourney's own grammar", async () => {
    const text =
      "https://a.b/c.png a fox --no text --ar 16:9 --raw --s 250 --c 5 --iw 2 --sref https://x.y/z.png --sw 60 --q 2 --seed 5 --tile --p --v 6.1";
    const { text: printed, warnings } = await one(text, "grammar:midjourney", { from: "midjourney" });
    expect(printed.split(" --").toSorted()).toEqual(text.split(" --").toSorted());
    expect(warnings).toEqual([]);
  });

  it("names the place of whatever is lost", async () => {
    const text = "https://a.b/c.png a fox, (mist:0.5) --s 250 --no a blue parrot";
    const { warnings } = await one(text, "flux", { from: "midjourney" });
    const lost = warnings.filter(({ code }) => code !== "budget-estimated");
    expect(lost.map(({ code, span }) => [code, text.slice(span?.start, span?.end)])).toEqual(
      expect.arrayContaining([
        ["negative-dropped", "a blue parrot"],
        ["parameter-dropped", "--s 250"],
        ["parameter-dropped", "https://a.b/c.png"],
      ]),
    );
  });

  it("says once what the text says twice, with the stronger weight, and tells", async () => {
    const { text, warnings } = await one("fox, mist, (fog:1.4)", "sdxl", { from: "a1111" });
    expect(text).toBe("fox, (mist:1.4)");
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "phrase-dropped", span: { start: 12, end: 15 } }),
    );
    expect((await one("fox, mist, (fog:1.4)", "comfyui", { from: "a1111" })).text).toBe(
      "fox, mist, (fog:1.4)",
    );
  });

  it("answers for every target and grammar, within every budget", async () => {
    const long = `${Array.from({ length: 400 }, (_, index) => `thing number ${index}`).join(", ")}. `;
    const { prompts } = await translate(long, { to: ["all", ...GRAMMARS] });
    expect(prompts.map(({ target }) => target)).toEqual([
      ...TARGET_IDS,
      ...GRAMMARS.filter((grammar) => !TARGET_IDS.includes(grammar)),
    ]);
    for (const { budget } of prompts) expect(budget.used).toBeLessThanOrEqual(budget.max);
    expect(JSON.parse(JSON.stringify(prompts))).toEqual(prompts);
  });

  it("lets the caller's settings outrank the text's", async () => {
    const { parameters } = await one("a fox --seed 5", "sdxl", {
      from: "midjourney",
      parameters: { seed: 7 },
    });
    expect(parameters).toMatchObject({ seed: 7 });
  });

  it("refuses names that it does not know", async () => {
    await expect(translate("fox", { to: ["nobody"] })).rejects.toMatchObject({ code: "unknown-target" });
    await expect(translate("fox", { to: ["grammar:flux"] })).rejects.toMatchObject({
      code: "unknown-target",
    });
  });
});

describe("translateBlueprint", () => {
  it("prints a picture's own frame in every grammar, and only what is sure", async () => {
    const blueprint = createBlueprint({
      frame: { width: 1600, height: 900 },
      terms: [
        { facet: "subject", text: "a fox" },
        { facet: "setting", text: "a forest", confidence: 0.2 },
      ],
    });
    const { prompts, from } = await translateBlueprint(blueprint, { to: ["a1111", "grammar:midjourney"] });
    expect(from).toBe("blueprint");
    expect(prompts.map(({ text, parameters }) => [text, parameters])).toEqual([
      ["a fox", { width: 1344, height: 768 }],
      ["a fox --ar 16:9", { "aspect-ratio": "16:9" }],
    ]);
  });
});
