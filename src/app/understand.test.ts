import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "./understand.js";

describe("understand", () => {
  it("keeps the order of the text and says where each phrase stands", () => {
    const text = "neon lights, (a red fox:1.3), neon lights";
    const { blueprint, places } = understand(text, "a1111");
    expect(blueprint.terms.map((term) => [term.text, term.facet, term.weight])).toEqual([
      ["neon lights", "lighting", 1],
      ["a red fox", "subject", 1.3],
      ["neon lights", "lighting", 1],
    ]);
    for (const { id, text: words } of blueprint.terms) {
      const span = places.terms[id];
      expect(text.slice(span?.start, span?.end)).toBe(words);
    }
    expect(blueprint.frame).toEqual({ width: 1024, height: 1024 });
  });

  it("reads a generation text whole", () => {
    const text =
      "a fox, <lora:ink:0.8>\nNegative prompt: blurry, (crowd:1.4)\nSteps: 30, Sampler: Euler a, CFG scale: 6.5, Seed: 123, Size: 512x768, Model: foo";
    const { grammar, blueprint, parameters, loras, places, warnings } = understand(text);
    expect(grammar).toBe("a1111");
    expect(blueprint.terms.map((term) => [term.text, term.polarity, term.weight])).toEqual([
      ["a fox", "include", 1],
      ["blurry", "exclude", 1],
      ["crowd", "exclude", 1.4],
    ]);
    expect(parameters).toEqual({
      steps: 30,
      sampler: "Euler a",
      "cfg-scale": 6.5,
      seed: 123,
      width: 512,
      height: 768,
    });
    expect(blueprint.frame).toEqual({ width: 512, height: 768 });
    expect(loras).toMatchObject([{ name: "ink", weight: 0.8 }]);
    const at = (span: { start: number; end: number } | undefined): string =>
      text.slice(span?.start, span?.end);
    expect(at(loras[0]?.span)).toBe("<lora:ink:0.8>");
    expect(at(places.terms[blueprint.terms[2]?.id ?? ""])).toBe("crowd");
    expect(at(places.parameters["seed"])).toBe("Seed: 123");
    expect(at(places.parameters["width"])).toBe("Size: 512x768");
    expect(warnings).toMatchObject([
      { code: "parameter-dropped", message: expect.stringContaining("Model") },
    ]);
  });

  it("reads Midjourney's flags, links and --no", () => {
    const text =
      "https://a.b/c.png a fox --aspect 7:5 --niji 6 --style raw --stylize 50 --iw 2 --no text --sref https://x.y/z.png 1234 --sw 60 --p";
    const { blueprint, parameters, places } = understand(text, "midjourney");
    expect(parameters).toEqual({
      "aspect-ratio": "7:5",
      version: "niji6",
      raw: true,
      stylize: 50,
      "style-reference": "1234",
      "style-weight": 60,
      personalize: "default",
    });
    expect(blueprint.frame.width / blueprint.frame.height).toBeCloseTo(7 / 5, 9);
    expect(blueprint.references).toEqual([
      { role: "image", url: "https://a.b/c.png", weight: 2 },
      { role: "style", url: "https://x.y/z.png", weight: 0.6 },
    ]);
    expect(blueprint.terms.map((term) => [term.text, term.polarity])).toEqual([
      ["a fox", "include"],
      ["text", "exclude"],
    ]);
    const span = places.parameters["stylize"];
    expect(text.slice(span?.start, span?.end)).toBe("--stylize 50");
  });

  it("takes the word of a structured prompt for what its phrases are", () => {
    const text = JSON.stringify({
      subjects: [{ description: "a fox", action: "resting" }],
      mood: "crimson velvet",
      lighting: "from a lantern",
      aspect_ratio: "16:9",
    });
    const { blueprint, parameters } = understand(text, "flux-json");
    expect(blueprint.terms.map((term) => [term.text, term.facet])).toEqual([
      ["a fox", "subject"],
      ["resting", "action"],
      ["crimson velvet", "atmosphere"],
      ["from a lantern", "lighting"],
    ]);
    expect(parameters).toEqual({ "aspect-ratio": "16:9" });
  });

  it("does not read a summary and what it sums up", () => {
    const text = JSON.stringify({
      high_level_description: "A fox by a lake.",
      compositional_deconstruction: { background: "a lake", elements: [{ type: "obj", desc: "a fox" }] },
    });
    const { blueprint, warnings } = understand(text, "ideogram-json");
    expect(blueprint.terms.map((term) => term.text)).toEqual(["a lake", "a fox"]);
    expect(warnings).toMatchObject([{ code: "syntax-approximated" }]);
    expect(
      understand('{"high_level_description":"A fox by a lake."}', "ideogram-json").blueprint.terms,
    ).toHaveLength(1);
  });

  it("takes denials and negative weights for exclusions, and tells of weights that it cannot keep", () => {
    const { blueprint, warnings } = understand("a fox, no text, (fog:-0.5), (rain:9), (snow:0)", "a1111");
    expect(blueprint.terms.map((term) => [term.text, term.polarity, term.weight])).toEqual([
      ["a fox", "include", 1],
      ["text", "exclude", 1],
      ["fog", "exclude", 0.5],
      ["rain", "include", 3],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["weight-clamped", "phrase-dropped"]),
    );
  });

  it("divides captions only when asked", () => {
    const text = "fog, (cinematic still of a person in a cyberpunk city:1.2)";
    expect(understand(text, "a1111").blueprint.terms).toHaveLength(2);
    const { blueprint, places } = understand(text, "a1111", { divide: true });
    expect(blueprint.terms.map((term) => [term.facet, term.text, term.weight])).toEqual([
      ["atmosphere", "fog", 1],
      ["medium", "cinematic still", 1.2],
      ["subject", "a person", 1.2],
      ["setting", "in a cyberpunk city", 1.2],
    ]);
    for (const { id, text: words } of blueprint.terms) {
      const span = places.terms[id];
      expect(text.slice(span?.start, span?.end)).toBe(words);
    }
  });

  it("never throws, and places everything within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const { places, blueprint } = understand(text);
        expect(blueprint.frame.width).toBeGreaterThan(0);
        for (const { start, end } of Object.values(places.terms)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
