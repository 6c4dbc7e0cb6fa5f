import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { useWorkspace } from "../state/store";
import { EMPTY_WORKSPACE } from "../state/workspace";
import { bringPrompt, bringText, nameOfText } from "./bring-text";

beforeEach(() => useWorkspace.setState(EMPTY_WORKSPACE, true));

function shown() {
  const { boards, current } = useWorkspace.getState();
  return current === null ? undefined : boards[current];
}

describe("a prompt as a board", () => {
  it("has its phrases, its grammar and what it states, for each target as far as it takes it", async () => {
    expect(await bringPrompt("a lighthouse at dusk, long exposure --ar 3:2 --s 250")).toBe(true);
    const board = shown();
    expect(board?.origin).toEqual({ kind: "prompt", grammar: "midjourney" });
    expect(board?.history.present.terms.map(({ text }) => text)).toContain("long exposure");
    expect(board?.history.present.frame.width).toBeGreaterThan(board?.history.present.frame.height ?? 0);
    expect(board?.parameters["midjourney"]).toMatchObject({ "aspect-ratio": "3:2", stylize: 250 });
    expect(board?.parameters["dalle3"]?.["stylize"]).toBeUndefined();
  });

  it("is read in the grammar that is asked for", async () => {
    await bringPrompt("a (red:1.3) boat", "prose");
    expect(shown()?.origin).toEqual({ kind: "prompt", grammar: "prose" });
  });

  it("that has no phrase opens nothing", async () => {
    expect(await bringPrompt("--ar 3:2")).toBe(false);
    expect(shown()).toBeUndefined();
  });
});

describe("text of unknown kind", () => {
  it("may be a blueprint", async () => {
    await bringText('{"version":1,"terms":[],"frame":{"width":2,"height":1},"palette":[],"references":[]}');
    expect(shown()).toMatchObject({ name: "Pasted board", origin: { kind: "file" } });
  });

  it("may be a structured prompt", async () => {
    await bringText('{"scene": "a quiet harbor", "style": "woodcut"}');
    expect(shown()?.origin).toEqual({ kind: "prompt", grammar: "flux-json" });
  });

  it("that is blank is nothing", async () => {
    await bringText(" \n ");
    expect(useWorkspace.getState()).toEqual(EMPTY_WORKSPACE);
  });
});

describe("a board's name", () => {
  it("is the first words, whole, on one line", () => {
    expect(nameOfText("  a  heron\nat dawn ")).toBe("a heron at dawn");
    expect(nameOfText("a very long walk along the shore of a lake, in heavy rain")).toBe(
      "a very long walk along the shore of a lake, in…",
    );
  });

  it("is never long, and never empty where there are words", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const name = nameOfText(text);
        expect(name.length).toBeLessThanOrEqual(49);
        expect(name === "").toBe(text.trim() === "");
      }),
    );
  });
});
