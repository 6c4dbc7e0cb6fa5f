import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validate } from "../../../test/validators/midjourney.js";
import type { BlueprintDraft, TermDraft } from "../../blueprint/build.js";
import { createBlueprint } from "../../blueprint/build.js";
import type { Reference } from "../../blueprint/types.js";
import { escapePhrase } from "../families/midjourney/escape.js";
import type { ParameterSettings, Prompt } from "../types.js";
import { dialect } from "./index.js";

function print(draft: Partial<BlueprintDraft>, parameters: ParameterSettings = {}, version = "8.2"): Prompt {
  const blueprint = createBlueprint({ frame: { width: 1600, height: 900 }, ...draft });
  return dialect.print(blueprint, { version, parameters });
}

const FOX: TermDraft = { facet: "subject", text: "a fox" };

describe("midjourney text", () => {
  it("ends in parameters, nothing after them", () => {
    const { text, parameters } = print(
      { terms: [FOX, { facet: "text", text: "no text", polarity: "exclude" }] },
      { stylize: 250, seed: 7 },
    );
    expect(text).toBe("a fox --ar 16:9 --s 250 --no text --seed 7");
    expect(parameters).toEqual({ "aspect-ratio": "16:9", stylize: 250, no: "text", seed: 7 });
  });

  it.each([
    ["8.2", ""],
    ["8.1", " --v 8.1"],
    ["7", " --v 7"],
    ["6.1", " --v 6.1"],
    ["niji7", " --niji 7"],
    ["niji6", " --niji 6"],
  ])("says version %s as %j", (version, flag) => {
    expect(print({ terms: [FOX] }, {}, version).text).toBe(`a fox --ar 16:9${flag}`);
  });

  it.each([
    ["a cat --ar 1:1", "a cat - ar 1:1"],
    ["x—y ---z", "x - y - z"],
    ["a::2 b", "a: 2 b"],
    ["{red, blue} bird", "(red, blue) bird"],
    ["see https://a.example/b.png", "see a.example/b.png"],
    ['a 5" pipe', "a 5\u2033 pipe"],
    ['sign "OPEN"', 'sign "OPEN"'],
    ["--", ""],
  ])("reads %j as words", (text, escaped) => {
    expect(escapePhrase(text)).toBe(escaped);
  });

  it("weighs parts up to V6.1 and stresses by order after it", () => {
    const terms: TermDraft[] = [
      FOX,
      { facet: "setting", text: "forest" },
      { facet: "atmosphere", text: "mist", weight: 1.5 },
    ];
    expect(print({ terms }, {}, "6.1").text).toBe("a fox, forest::1 mist::1.5 --ar 16:9 --v 6.1");
    const modern = print({ terms }, {}, "7");
    expect(modern.text).toBe("a fox, mist, forest --ar 16:9 --v 7");
    expect(modern.warnings).toMatchObject([{ code: "weight-dropped", termId: "atmosphere/mist" }]);
  });

  it("needs no weights when all are equal", () => {
    expect(print({ terms: [{ ...FOX, weight: 1.4 }] }, {}, "6.1").text).toBe("a fox --ar 16:9 --v 6.1");
  });

  it("sets --raw for a plain photograph only, and lets the caller refuse", () => {
    const photo: TermDraft = { facet: "medium", text: "black-and-white photograph" };
    expect(print({ terms: [FOX, photo] }).parameters["raw"]).toBe(true);
    expect(print({ terms: [FOX, photo] }, { raw: false }).text).not.toContain("--raw");
    expect(print({ terms: [FOX, photo, { facet: "style", text: "surrealism" }] }).text).not.toContain(
      "--raw",
    );
    expect(print({ terms: [FOX, photo] }, {}, "niji7").text).not.toContain("--raw");
    expect(print({ terms: [FOX, { facet: "medium", text: "oil painting" }] }).text).not.toContain("--raw");
  });

  it("warns above the recommended length without dropping", () => {
    const terms = Array.from(
      { length: 40 },
      (_, index): TermDraft => ({ facet: "detail", text: `two words${index}` }),
    );
    const { spans, warnings } = print({ terms });
    expect(spans).toHaveLength(40);
    expect(warnings.map(({ code }) => code)).toEqual(["over-recommended"]);
  });
});

describe("midjourney parameters", () => {
  it.each([
    ["quality", "4", "8.2"],
    ["omni-reference", "https://a.example/b.png", "8.1"],
    ["character-weight", 50, "7"],
    ["edit", "https://a.example/b.png", "7"],
    ["hd", true, "7"],
    ["experimental", 5, "6.1"],
    ["stop", 50, "8.2"],
    ["draft", true, "niji7"],
  ])("%s is unknown to some versions", (name, value, version) => {
    const { text, warnings } = print({ terms: [FOX] }, { [name]: value }, version);
    expect(validate(print({ terms: [FOX] }, { [name]: value }, version), version)).toEqual([]);
    expect(text).toBe(print({ terms: [FOX] }, {}, version).text);
    expect(warnings.map(({ code }) => code)).toEqual(["parameter-dropped"]);
  });

  it("narrows the ratio under --hd", () => {
    const wide = { frame: { width: 8000, height: 1000 }, terms: [FOX] };
    expect(print(wide).text).toBe("a fox --ar 8:1");
    expect(print(wide, { hd: true })).toMatchObject({
      text: "a fox --ar 4:1 --hd",
      warnings: [{ code: "ratio-approximated" }],
    });
  });

  it("drops what an omni reference excludes", () => {
    const { text } = print(
      { terms: [FOX] },
      { "omni-reference": "https://a.example/b.png", quality: "4", draft: true },
      "7",
    );
    expect(text).toBe("a fox --ar 16:9 --oref https://a.example/b.png --v 7");
  });

  it("lets no value start another parameter", () => {
    const { text, warnings } = print({ terms: [FOX] }, { "style-reference": "random --s 1000" });
    expect(text).toBe("a fox --ar 16:9");
    expect(warnings).toMatchObject([{ code: "parameter-dropped" }]);
  });

  it("joins the caller's exclusions with the blueprint's", () => {
    const terms: TermDraft[] = [FOX, { facet: "detail", text: "snow, ice", polarity: "exclude" }];
    expect(print({ terms }, { no: "people, text" }).text).toBe("a fox --ar 16:9 --no people, text, snow ice");
  });
});

describe("midjourney references", () => {
  const style: Reference = { role: "style", url: "https://a.example/s.png", weight: 0.5 };
  const character: Reference = { role: "character", url: "https://a.example/c.png" };
  const image: Reference = { role: "image", url: "https://a.example/i.webp", weight: 2 };

  it.each([
    ["8.2", " --edit https://a.example/c.png", ""],
    ["7", " --oref https://a.example/c.png", " --v 7"],
    ["6.1", " --cref https://a.example/c.png", " --v 6.1"],
    ["niji7", "", " --niji 7"],
  ])("go where version %s takes them", (version, place, flag) => {
    const { text, warnings } = print({ terms: [FOX], references: [style, character, image] }, {}, version);
    expect(text).toBe(
      `https://a.example/i.webp a fox --ar 16:9 --iw 2 --sref https://a.example/s.png --sw 50${place}${flag}`,
    );
    expect(warnings.length).toBe(place === "" ? 1 : 0);
  });

  it("weigh several styles one by one", () => {
    const { text } = print({ references: [style, { ...style, url: "https://a.example/t.png", weight: 2 }] });
    expect(text).toBe("--ar 16:9 --sref https://a.example/s.png::0.5 https://a.example/t.png::2");
  });

  it("keep the rules for any settings and links", () => {
    const names = [
      ...new Set(
        dialect.versions.flatMap((version) =>
          dialect.capabilities(version).parameters.map(({ name }) => name),
        ),
      ),
    ];
    const value = fc.oneof(
      fc.integer({ min: -10, max: 5000 }),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constantFrom("1", "4", "--s 3", "x, y", "default", "16:9", "https://a.example/z.png"),
    );
    const link = fc.oneof(
      fc.webUrl(),
      fc.constantFrom("https://a.example/a.png", "x", "https://a.example/--s.png"),
    );
    const reference = fc.record({
      role: fc.constantFrom("style" as const, "character" as const, "image" as const),
      url: link,
      weight: fc.double({ min: 0, max: 9, noNaN: true }),
    });
    const free = ["no", "style-reference", "character-reference", "omni-reference", "edit", "personalize"];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names.filter((name) => !free.includes(name))), value),
        fc.array(reference, { maxLength: 8 }),
        fc.constantFrom(...dialect.versions),
        (parameters, references, version) => {
          const prompt = print({ terms: [FOX], references }, parameters, version);
          expect(validate(prompt, version)).toEqual([]);
          expect(prompt.budget.used).toBeLessThanOrEqual(prompt.budget.max);
        },
      ),
      { numRuns: 500 },
    );
  });
});
