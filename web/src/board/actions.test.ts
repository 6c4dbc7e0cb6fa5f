import type { Term } from "imprompt/core";
import { createBlueprint } from "imprompt/core";
import { beforeEach, describe, expect, it } from "vitest";
import { boardOfBlueprint } from "../state/new-board";
import { useNotices } from "../state/notices";
import { currentBoard, dispatch } from "../state/store";
import { dropChip, promoteChip, rewordChip, swapChip, toggleExclude } from "./actions";
import { calm, useBoardUi } from "./board-ui";

function terms(): readonly Term[] {
  return currentBoard()?.history.present.terms ?? [];
}

function term(id: string): Term | undefined {
  return terms().find((each) => each.id === id);
}

function steps(): number {
  return currentBoard()?.history.past.length ?? 0;
}

beforeEach(() => {
  calm();
  const blueprint = createBlueprint({
    frame: { width: 1, height: 1 },
    terms: [
      { facet: "subject", text: "fox", confidence: 0.3, evidence: [{ source: "file-name" }] },
      { facet: "subject", text: "owl", weight: 1.2, confidence: 0.9 },
      { facet: "lighting", text: "soft light", confidence: 0.9 },
      { facet: "lighting", text: "rim light", confidence: 0.9 },
      { facet: "artist", text: "Nobody Known", confidence: 0.2 },
    ],
  });
  const board = boardOfBlueprint(blueprint, "test", { kind: "file" });
  dispatch({ type: "opened", board });
  dispatch({ type: "chosen", id: board.id });
});

describe("rewordChip", () => {
  it("takes the person's words as sure and keeps where the phrase came from", () => {
    rewordChip("subject/fox", "  red fox, ");
    expect(term("subject/fox")).toMatchObject({
      text: "red fox",
      confidence: 1,
      evidence: [{ source: "user" }, { source: "file-name" }],
    });
    expect(steps()).toBe(1);
  });

  it("leaves an artist a guess, and does nothing where the words are the same", () => {
    rewordChip("artist/nobody-known", "Somebody Else");
    expect(term("artist/nobody-known")?.hypothesis).toBe(true);
    rewordChip("subject/fox", "fox ");
    expect(steps()).toBe(1);
  });
});

describe("dropChip", () => {
  it("hands the keyboard to the next chip and can be taken back", () => {
    dropChip("subject/fox");
    expect(term("subject/fox")).toBeUndefined();
    expect(useBoardUi.getState().wanted).toBe("subject/owl");
    useNotices.getState().list.at(-1)?.action?.run();
    expect(terms()[0]?.id).toBe("subject/fox");
    expect(steps()).toBe(0);
  });

  it("puts the phrase back even after other edits, which stay", () => {
    dropChip("subject/fox");
    toggleExclude("lighting/rim-light");
    useNotices.getState().list.at(-1)?.action?.run();
    expect(terms()[0]?.id).toBe("subject/fox");
    expect(term("lighting/rim-light")?.polarity).toBe("exclude");
  });

  it("hands the keyboard back from the last chip", () => {
    dropChip("artist/nobody-known");
    expect(useBoardUi.getState().wanted).toBe("lighting/rim-light");
  });
});

describe("promoteChip", () => {
  it("takes a guess up into the prompts", () => {
    promoteChip("artist/nobody-known");
    expect(term("artist/nobody-known")?.pinned).toBe(true);
  });

  it("goes to the front, as heavy as the heaviest, as one step", () => {
    promoteChip("subject/owl");
    expect(terms()[0]).toMatchObject({ id: "subject/owl", weight: 1.2 });
    expect(term("subject/owl")?.pinned).toBeUndefined();
    expect(steps()).toBe(1);
  });
});

describe("swapChip", () => {
  it("puts the contrary in its place and leaves what agrees with it", () => {
    useBoardUi.setState({ mode: { kind: "details", id: "lighting/soft-light" } });
    swapChip("lighting/soft-light", "hard light");
    expect(terms().map(({ text }) => text)).toEqual([
      "fox",
      "owl",
      "hard light",
      "rim light",
      "Nobody Known",
    ]);
    expect(useBoardUi.getState().mode).toEqual({ kind: "details", id: "lighting/hard-light" });
  });
});
