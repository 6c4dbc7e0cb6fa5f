import { describe, expect, it } from "vitest";
import type { TermDraft } from "../../../blueprint/build.js";
import { createBlueprint, createTerms } from "../../../blueprint/build.js";
import { dialect as leonardo } from "../../leonardo/index.js";
import { dialect as sd15 } from "../../sd15/index.js";
import { dialect as sd35 } from "../../sd35/index.js";
import { dialect as sdxl } from "../../sdxl/index.js";
import type { Dialect, ParameterSettings, Prompt } from "../../types.js";
import { escapeA1111 } from "./escape-a1111.js";
import { orderByStress, orderTags } from "./order.js";

const FRAME = { width: 1024, height: 1024 };

function print(
  dialect: Dialect,
  terms: readonly TermDraft[],
  parameters: ParameterSettings = {},
  version: string = dialect.defaultVersion,
): Prompt {
  return dialect.print(createBlueprint({ frame: FRAME, terms }), { version, parameters });
}

describe("escapeA1111", () => {
  it.each([
    ["saber (fate)", "saber \\(fate\\)"],
    ["[x|y]", "\\[x|y\\]"],
    ["C:\\dir\\", "C:\\\\dir\\\\"],
    ["salt AND pepper BREAK SAND", "salt and pepper break SAND"],
    ["<lora:ink:0.8>", "<lora:ink:0.8>"],
  ])("%s", (text, escaped) => {
    expect(escapeA1111(text)).toBe(escaped);
  });
});

describe("order", () => {
  const terms = createTerms([
    { facet: "quality", text: "q" },
    { facet: "lighting", text: "l", weight: 1.4 },
    { facet: "setting", text: "s", weight: 0.5 },
    { facet: "medium", text: "m", weight: 1.5 },
    { facet: "subject", text: "a" },
  ]);

  it("puts content first, the medium after it, praise last", () => {
    expect(orderTags(terms).map(({ text }) => text)).toEqual(["a", "s", "m", "l", "q"]);
  });

  it("stresses by place where there are no weights", () => {
    expect(orderByStress(terms).map(({ text }) => text)).toEqual(["a", "m", "l", "q", "s"]);
  });
});

describe("tag dialects", () => {
  it("weigh a phrase whole, its own parentheses escaped, lettering quoted within", () => {
    const { text, spans } = print(sd15, [
      { facet: "subject", text: "saber (fate)", weight: 1.3 },
      { facet: "text", text: "OPEN", weight: 0.8 },
    ]);
    expect(text).toBe('(saber \\(fate\\):1.3), (text "OPEN":0.8)');
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["saber \\(fate\\)", "OPEN"]);
  });

  it("do not count weight syntax as tokens", () => {
    const plain = print(sd15, [{ facet: "subject", text: "fox" }]);
    const heavy = print(sd15, [{ facet: "subject", text: "fox", weight: 1.25 }]);
    expect(heavy.budget.used).toBe(plain.budget.used);
  });

  it("clamp a weight with a warning", () => {
    const { text, warnings } = print(sdxl, [{ facet: "subject", text: "fox", weight: 2.9 }]);
    expect(text).toBe("(fox:2)");
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "weight-clamped", termId: "subject/fox" }),
    );
  });

  it("say weights by order alone where the target has none", () => {
    const { text, warnings } = print(leonardo, [
      { facet: "subject", text: "fox" },
      { facet: "setting", text: "forest" },
      { facet: "lighting", text: "dusk", weight: 1.5 },
    ]);
    expect(text).toBe("fox, dusk, forest");
    expect(warnings).toMatchObject([{ code: "weight-dropped", termId: "lighting/dusk" }]);
  });

  it("phrase exclusions away where guidance is off", () => {
    const terms: TermDraft[] = [
      { facet: "subject", text: "fox" },
      { facet: "camera", text: "blurry", polarity: "exclude" },
    ];
    expect(print(sd35, terms)).toMatchObject({ text: "fox", negative: "blurry" });
    const turbo = print(sd35, terms, {}, "large-turbo");
    expect(turbo).toMatchObject({ target: "sd35@large-turbo", text: "fox, sharp focus", negative: null });
    expect(turbo.warnings.map(({ code }) => code)).toContain("negative-rephrased");
  });

  it("take the caller's size instead of the frame's, on multiples of 8", () => {
    const { parameters, warnings } = print(sd15, [], {
      width: 770,
      height: 512,
      "clip-skip": 2,
      hires: true,
    });
    expect(parameters).toEqual({ width: 768, height: 512, "clip-skip": 2 });
    expect(warnings.map(({ code }) => code)).toEqual([
      "parameter-dropped",
      "parameter-clamped",
      "budget-estimated",
    ]);
  });

  it("carry no seed over from the file unasked", () => {
    const blueprint = createBlueprint({
      frame: FRAME,
      recovered: {
        tool: "a1111",
        prompt: "fox",
        negative: "",
        parameters: { seed: "7", steps: 28 },
        confidence: 1,
      },
    });
    const { parameters } = sd15.print(blueprint, { version: "1.5", parameters: {} });
    expect(Object.keys(parameters)).toEqual(["width", "height"]);
  });
});
