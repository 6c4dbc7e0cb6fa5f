import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TermDraft } from "../build.js";
import { createBlueprint, createTerms } from "../build.js";
import { parseBlueprint } from "../schema.js";
import { distil } from "../style/distil.js";
import type { Blueprint } from "../types.js";
import { fill } from "./fill.js";
import { escapeBraces, scanPlaceholders } from "./placeholders.js";
import type { Recipe, Slot } from "./recipe.js";
import { recipeOf } from "./recipe-of.js";
import { parseRecipe } from "./schema.js";

function recipe(terms: readonly TermDraft[], slots: readonly Slot[] = []): Recipe {
  return { version: 1, name: "foxes", terms: createTerms(terms), slots, palette: [] };
}

const SUBJECT: Slot = { name: "subject", facet: "subject", required: true };

function textsOf({ blueprint }: { blueprint: Blueprint }): string[] {
  return blueprint.terms.map(({ text }) => text);
}

describe("scanPlaceholders", () => {
  it.each([
    [
      "a {animal} runs",
      [
        { kind: "words", text: "a " },
        { kind: "place", name: "animal" },
        { kind: "words", text: " runs" },
      ],
    ],
    ["{setting=a quiet street}", [{ kind: "place", name: "setting", default: "a quiet street" }]],
    ["{a=}", [{ kind: "place", name: "a", default: "" }]],
    [
      "{a}{b-2}",
      [
        { kind: "place", name: "a" },
        { kind: "place", name: "b-2" },
      ],
    ],
    ["\\{a\\} {", [{ kind: "words", text: "{a} {" }]],
    ["{red|blue} {two words} {} {2}", [{ kind: "words", text: "{red|blue} {two words} {} {2}" }]],
    [
      "{{a}}",
      [
        { kind: "words", text: "{" },
        { kind: "place", name: "a" },
        { kind: "words", text: "}" },
      ],
    ],
    [
      "{tier=fuchs} {größe}",
      [
        { kind: "place", name: "tier", default: "fuchs" },
        { kind: "words", text: " " },
        { kind: "place", name: "größe" },
      ],
    ],
    ["", []],
  ])("%s", (text, pieces) => {
    expect(scanPlaceholders(text)).toEqual(pieces);
  });

  it("reads any escaped text back as it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\\")),
        (text) => {
          const words = scanPlaceholders(escapeBraces(text));
          expect(words).toEqual(text === "" ? [] : [{ kind: "words", text }]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("stays linear in braces", () => {
    expect(scanPlaceholders("{a=".repeat(100_000))).toHaveLength(1);
  });
});

describe("fill", () => {
  it("puts values in, in every text, with the user's word as evidence", () => {
    const terms: TermDraft[] = [
      { facet: "subject", text: "{subject}" },
      { facet: "action", text: "{subject} at play" },
      { facet: "setting", text: "{setting=a quiet street}" },
    ];
    const filled = fill(recipe(terms, [SUBJECT]), { subject: "a red fox" });
    expect(textsOf(filled)).toEqual(["a red fox", "a red fox at play", "a quiet street"]);
    expect(filled.warnings).toEqual([]);
    expect(filled.blueprint.terms[0]?.evidence).toEqual([{ source: "user", note: 'slot "subject"' }]);
    expect(filled.blueprint.terms[2]?.evidence[0]?.source).toBe("recipe:foxes");
    expect(textsOf(fill(recipe(terms), { subject: "x", setting: "the moon" }))).toContain("the moon");
  });

  it("names every required slot without a value", () => {
    const open = recipe([{ facet: "subject", text: "{subject} and {friend}" }], [SUBJECT]);
    expect(() => fill(open, { subject: "  " })).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        message: 'the recipe needs a value for "subject", "friend"',
      }),
    );
  });

  it("leaves a term out whose optional places stay empty", () => {
    const mood: Slot = { name: "mood", facet: "atmosphere", required: false };
    const terms: TermDraft[] = [
      { facet: "subject", text: "fox" },
      { facet: "atmosphere", text: "{mood} mood" },
      { facet: "camera", text: "{lens=85mm} lens" },
    ];
    expect(textsOf(fill(recipe(terms, [mood]), {}))).toEqual(["fox", "85mm lens"]);
    expect(textsOf(fill(recipe(terms, [mood]), { mood: "grim" }))).toContain("grim mood");
  });

  it("prefers the text's default to the slot's, and either to none", () => {
    const slot: Slot = { name: "a", facet: "subject", required: false, default: "cat" };
    expect(textsOf(fill(recipe([{ facet: "subject", text: "{a=dog}" }], [slot]), {}))).toEqual(["dog"]);
    expect(textsOf(fill(recipe([{ facet: "subject", text: "{a}" }], [slot]), {}))).toEqual(["cat"]);
  });

  it("gives a slot without a place a phrase of its own, in reading order", () => {
    const open = recipe([{ facet: "medium", text: "watercolor" }], [SUBJECT]);
    expect(textsOf(fill(open, { subject: "a red fox" }))).toEqual(["a red fox", "watercolor"]);
  });

  it("warns of a value that no slot takes", () => {
    const { warnings } = fill(recipe([{ facet: "subject", text: "{a=1}" }]), { b: "x" });
    expect(warnings).toEqual([
      { code: "option-ignored", message: 'the recipe has no slot "b"', where: "foxes" },
    ]);
  });

  it("does not read places in a value", () => {
    const open = recipe([{ facet: "subject", text: "{subject}" }], [SUBJECT]);
    expect(textsOf(fill(open, { subject: "{subject} {x=1}" }))).toEqual(["{subject} {x=1}"]);
  });

  it("gives a valid blueprint for any value", () => {
    const open = recipe(
      [
        { facet: "subject", text: "{subject}, {more=and more}" },
        { id: "subject/fox~2", facet: "subject", text: "wolf" },
        { id: "subject/fox", facet: "subject", text: "bear" },
      ],
      [SUBJECT, { name: "other", facet: "subject", required: false }],
    );
    const value = fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constant("fox"));
    fc.assert(
      fc.property(value, value, (subject, other) => {
        fc.pre(subject.trim() !== "");
        expect(() => parseBlueprint(fill(open, { subject, other }).blueprint)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseRecipe", () => {
  const good = recipe([{ facet: "subject", text: "{subject}" }], [SUBJECT]);

  it("takes a recipe through JSON", () => {
    expect(parseRecipe(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, object]>([
    ["a later version", { version: 2 }],
    ["a date", { created: "2026-01-01" }],
    ["a slot that is no name", { slots: [{ ...SUBJECT, name: "two words" }] }],
    ["a slot twice", { slots: [SUBJECT, SUBJECT] }],
    ["a required slot with a default", { slots: [{ ...SUBJECT, default: "fox" }] }],
    ["an id twice", { terms: [...good.terms, ...good.terms] }],
  ])("refuses %s", (_, change) => {
    expect(() => parseRecipe({ ...good, ...change })).toThrow(
      expect.objectContaining({ code: "invalid-blueprint" }),
    );
  });
});

describe("recipeOf", () => {
  const painted = (subject: string, medium: string): Blueprint =>
    createBlueprint({
      frame: { width: 16, height: 9 },
      terms: [
        { facet: "subject", text: "fox" },
        { facet: "action", text: subject },
        { facet: "medium", text: medium },
        { facet: "style", text: "wabi {sabi}" },
        { facet: "text", text: "watermark", polarity: "exclude" },
      ],
      palette: [{ hex: "#336699", name: "blue", share: 0.5 }],
    });
  const style = distil([
    { name: "1", blueprint: painted("running", "watercolor") },
    { name: "2", blueprint: painted("sleeping", "watercolor") },
    { name: "3", blueprint: painted("eating", "photograph") },
    { name: "4", blueprint: painted("hiding", "photograph") },
  ]);
  const made = recipeOf(
    style,
    [SUBJECT, { name: "place", facet: "setting", default: "a wood", required: false }],
    "foxes",
  );

  it("keeps what is consistent, opens the slots, and takes one of what contradicts", () => {
    expect(made.terms.map(({ text }) => text)).toEqual([
      "{subject}",
      "{place}",
      "photograph",
      "wabi \\{sabi\\}",
      "watermark",
    ]);
    expect(made.frame).toEqual({ width: 16, height: 9 });
    expect(made.palette).toEqual([{ hex: "#336699", name: "blue", share: 0.5 }]);
    expect(made.terms[3]?.evidence).toEqual([
      { source: "style:consensus", score: 1, note: "said by 4 of 4" },
    ]);
  });

  it("is a valid recipe that fills", () => {
    expect(parseRecipe(JSON.parse(JSON.stringify(made)))).toEqual(made);
    const { blueprint } = fill(made, { subject: "a red fox" });
    expect(blueprint.terms.map(({ text }) => text)).toEqual([
      "a red fox",
      "a wood",
      "photograph",
      "wabi {sabi}",
      "watermark",
    ]);
    expect(blueprint.frame).toEqual({ width: 16, height: 9 });
  });

  it.each<[string, readonly Slot[]]>([
    ["misnamed", [{ ...SUBJECT, name: "1" }]],
    ["there twice", [SUBJECT, SUBJECT]],
    ["required with a default", [{ ...SUBJECT, default: "x" }]],
  ])("refuses a slot that is %s", (_, slots) => {
    expect(() => recipeOf(style, slots, "x")).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});
