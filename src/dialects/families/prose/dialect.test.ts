import { describe, expect, it } from "vitest";
import { type BlueprintDraft, createBlueprint } from "../../../blueprint/build.js";
import { loadTarget } from "../../registry.js";
import type { ParameterSettings, Prompt } from "../../types.js";

async function print(
  target: string,
  draft: Partial<BlueprintDraft>,
  parameters: ParameterSettings = {},
): Promise<Prompt> {
  const { dialect, version } = await loadTarget(target);
  const blueprint = createBlueprint({ frame: { width: 1600, height: 900 }, ...draft });
  return dialect.print(blueprint, { version, parameters });
}

function codes(prompt: Prompt): string[] {
  return prompt.warnings.map((warning) => warning.code);
}

const FOX = [
  { facet: "subject", text: "red fox" },
  { facet: "medium", text: "photograph" },
] as const;

describe("exclusions", () => {
  const terms = [...FOX, { facet: "subject", text: "people", polarity: "exclude" }] as const;

  it("stand in the negative field where there is one", async () => {
    const prompt = await print("firefly", { terms });
    expect(prompt.negative).toBe("people");
    expect(prompt.text).toBe("A photograph of a red fox.");
  });

  it("are asked for in positive words, and told, where there is none", async () => {
    const prompt = await print("flux", { terms });
    expect(prompt.negative).toBeNull();
    expect(prompt.text).not.toContain("people");
    expect(codes(prompt)).toContain("negative-rephrased");
  });
});

describe("settings", () => {
  it("follow the medium, unless the caller says otherwise", async () => {
    expect((await print("dalle3", { terms: FOX })).parameters["style"]).toBe("natural");
    expect((await print("dalle3", { terms: FOX }, { style: "vivid" })).parameters["style"]).toBe("vivid");
    expect((await print("firefly", { terms: FOX })).parameters["content-class"]).toBe("photo");
    expect(
      (await print("firefly", { terms: [{ facet: "medium", text: "etching" }] })).parameters["content-class"],
    ).toBe("art");
    expect((await print("firefly", {})).parameters).not.toHaveProperty("content-class");
    expect((await print("ideogram", { terms: FOX })).parameters["style-type"]).toBe("REALISTIC");
    expect(
      (await print("ideogram", { terms: [{ facet: "medium", text: "vector logo" }] })).parameters[
        "style-type"
      ],
    ).toBe("DESIGN");
  });

  it("keep a size that the target draws and replace one that it does not", async () => {
    const good = await print("dalle3", { terms: FOX }, { width: 1024, height: 1024 });
    expect(good.parameters).toMatchObject({ width: 1024, height: 1024 });
    const bad = await print("dalle3", { terms: FOX }, { width: 1111, height: 1024 });
    expect(bad.parameters).toMatchObject({ width: 1792, height: 1024 });
    expect(codes(bad)).toContain("parameter-dropped");
    const uneven = await print("flux", { terms: FOX }, { width: 1001, height: 1024 });
    expect(Number(uneven.parameters["width"]) % 16).toBe(0);
    expect(codes(uneven)).toContain("parameter-dropped");
  });

  it("stay within 3:1 for GPT Image 2, and say so", async () => {
    const prompt = await print("gpt-image", { terms: FOX, frame: { width: 8000, height: 1000 } });
    expect(Number(prompt.parameters["width"]) / Number(prompt.parameters["height"])).toBeLessThanOrEqual(3);
    expect(codes(prompt)).toContain("ratio-approximated");
  });

  it("name the character's picture for Ideogram's character version", async () => {
    const references = [{ role: "character", url: "https://example.com/knight.png" }] as const;
    const prompt = await print("ideogram@character", { terms: FOX, references });
    expect(prompt.parameters["character-reference"]).toBe("https://example.com/knight.png");
    expect(codes(prompt)).not.toContain("parameter-dropped");
    expect(codes(await print("ideogram", { terms: FOX, references }))).toContain("parameter-dropped");
  });
});

describe("weights", () => {
  it("are told where they are only hinted at", async () => {
    const terms = [{ facet: "lighting", text: "rim light", weight: 0.5 }] as const;
    const prompt = await print("gemini", { terms });
    expect(prompt.text).toBe("A hint of rim light shapes the scene.");
    expect(codes(prompt)).toContain("weight-dropped");
  });
});

describe("budgets", () => {
  const crowd = Array.from({ length: 90 }, (_, index) => ({
    facet: "detail" as const,
    text: `carved panel number ${index} with gilded leaves`,
  }));

  it.each(["flux@schnell", "firefly", "minimax", "realistic", "imagen"])(
    "%s drops whole phrases and tells each",
    async (target) => {
      const prompt = await print(target, { terms: [...FOX, ...crowd] });
      expect(prompt.budget.used).toBeLessThanOrEqual(prompt.budget.max);
      expect(prompt.text).toContain("red fox");
      const dropped = prompt.warnings.filter((warning) => warning.code === "phrase-dropped");
      expect(dropped.length + prompt.spans.length).toBe(crowd.length + FOX.length);
      expect(dropped.length).toBeGreaterThan(0);
    },
  );

  it("warns above Seedream's recommendation without dropping", async () => {
    const prompt = await print("seedream", { terms: [...FOX, ...crowd] });
    expect(codes(prompt)).toContain("over-recommended");
    expect(prompt.spans).toHaveLength(crowd.length + FOX.length);
  });
});
