import { compileWith, createBlueprint, loadTarget } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { parameterOf, troubleOf, withSettings } from "./settings";
import { aboutParameter, isSlidable, stepOf, titleOf } from "./words";

const source = { date: "2026-08", from: "a test" };

describe("words of parameters", () => {
  it("reads names as titles", () => {
    expect(["cfg-scale", "aspect-ratio", "hd", "no", "raw"].map(titleOf)).toEqual([
      "CFG scale",
      "Aspect ratio",
      "HD",
      "No",
      "Raw",
    ]);
  });

  it("tells all that is known", () => {
    const spec = {
      name: "stylize",
      flag: "--s",
      type: "integer",
      min: 0,
      max: 1000,
      default: 100,
      source,
    } as const;
    expect(aboutParameter({ ...spec, source: { ...source, unsure: true } })).toBe(
      "Stylize: --s; 0 to 1000; default 100. Source: a test, 2026-08 (unsure)",
    );
  });

  it("slides over what a slider can resolve", () => {
    const seed = { name: "seed", type: "integer", min: 0, max: 4294967295, source } as const;
    expect(isSlidable(seed)).toBe(false);
    expect(isSlidable({ ...seed, max: 100 })).toBe(true);
    expect(stepOf({ ...seed, type: "number", max: 3 })).toBe(0.05);
  });
});

describe("settings", () => {
  it("set, and take back", () => {
    expect(withSettings({ a: 1, b: 2 }, { a: undefined, c: true })).toEqual({ b: 2, c: true });
  });

  it("finds what is wrong with a parameter in the prompt's own warnings", async () => {
    const target = await loadTarget("midjourney");
    const blueprint = createBlueprint({
      frame: { width: 1, height: 1 },
      terms: [{ facet: "subject", text: "fox" }],
    });
    const parameters = { stylize: 2000, quality: "4", chaos: 5 };
    const { warnings } = compileWith(target, blueprint, { parameters });
    expect(troubleOf("stylize", warnings)).toBe("2000 is outside 0 to 1000; 1000 is used.");
    expect(troubleOf("chaos", warnings)).toBeUndefined();
    const names = Object.keys(parameters);
    expect(warnings.map((warning) => parameterOf(warning, names))).toEqual(["stylize", "quality"]);
  });
});
