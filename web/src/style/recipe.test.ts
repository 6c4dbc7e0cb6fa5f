import { createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { boardOfBlueprint } from "../state/new-board";
import { distilBoards, makeRecipe } from "./consensus";
import { fillWith, listed } from "./fillings";
import { fileNameOf, readRecipe, writeRecipe } from "./recipe-file";

const board = (name: string, ...texts: readonly string[]) =>
  boardOfBlueprint(
    createBlueprint({
      frame: { width: 3, height: 2 },
      terms: texts.map((text) => ({ facet: "lighting", text })),
    }),
    name,
    { kind: "file" },
  );

const SLOTS = [{ name: "subject", facet: "subject", required: true }] as const;

function recipe() {
  const distilled = distilBoards([board("a", "soft light", "rim light"), board("b", "soft light")]);
  if (distilled.kind === "refused") throw new Error(distilled.message);
  const made = makeRecipe(distilled.consensus, SLOTS, " Soft ");
  if (made.kind === "refused") throw new Error(made.message);
  return made.recipe;
}

describe("distilBoards", () => {
  it("says why there is no style of one board", () => {
    expect(distilBoards([board("a", "soft light")])).toMatchObject({ kind: "refused" });
  });
});

describe("makeRecipe", () => {
  it("holds what the references share, and the slots", () => {
    expect(recipe()).toMatchObject({ name: "Soft", slots: SLOTS });
    expect(recipe().terms.map(({ text }) => text)).toEqual(["{subject}", "soft light"]);
  });

  it("refuses a recipe without a name, and a slot that is misnamed, in words", () => {
    const distilled = distilBoards([board("a", "x"), board("b", "x")]);
    if (distilled.kind === "refused") throw new Error(distilled.message);
    expect(makeRecipe(distilled.consensus, SLOTS, "  ").kind).toBe("refused");
    const misnamed = [{ ...SLOTS[0], name: "2nd" }];
    expect(makeRecipe(distilled.consensus, misnamed, "n")).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("2nd"),
    });
  });
});

describe("recipe files", () => {
  it("come back as they were", () => {
    expect(readRecipe(writeRecipe(recipe()), "soft.json")).toEqual({ kind: "opened", recipe: recipe() });
  });

  it.each([
    ["half a {", "no JSON"],
    ['{"version": 1}', "not a recipe"],
  ])("say what is wrong with %s", (text, message) => {
    const opened = readRecipe(text, "x.json");
    expect(opened).toMatchObject({ kind: "refused", message: expect.stringContaining(message) });
    expect(opened.kind === "refused" && opened.message).toMatch(/^x\.json: /u);
  });

  it("are named after the recipe in any script", () => {
    expect(fileNameOf("Rainy Neon, 2!", "json")).toBe("rainy-neon-2.json");
    expect(fileNameOf("夜の街", "json")).toBe("夜の街.json");
    expect(fileNameOf("../..", "txt")).toBe("recipe.txt");
  });
});

describe("fillWith", () => {
  it("names what is missing", () => {
    expect(fillWith(recipe(), SLOTS, { subject: "  " })).toEqual({ kind: "open", missing: ["subject"] });
  });

  it("fills, and leaves values of other recipes aside without a warning", () => {
    const filling = fillWith(recipe(), SLOTS, { subject: "a fox", place: "a lake" });
    expect(filling).toMatchObject({ kind: "filled", warnings: [] });
    expect(filling.kind === "filled" && filling.blueprint.terms.map(({ text }) => text)).toEqual([
      "a fox",
      "soft light",
    ]);
  });
});

describe("listed", () => {
  it("puts an and before the last", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
});
