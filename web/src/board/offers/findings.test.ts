import type { Capabilities } from "imprompt/core";
import { applyEdit, createBlueprint, loadTarget } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { checking, excluding, pruning, together } from "./findings";
import { spread } from "./spread";

const BOARD = createBlueprint({
  frame: { width: 1, height: 1 },
  terms: [
    { facet: "subject", text: "red fox in snow", confidence: 0.9 },
    { facet: "subject", text: "oil painting", confidence: 0.6 },
    { facet: "lighting", text: "soft light", confidence: 0.9 },
    { facet: "lighting", text: "hard light", confidence: 0.6 },
    { facet: "medium", text: "photograph", confidence: 0.95 },
    { facet: "setting", text: "moor", confidence: 0.7, hypothesis: true },
    { facet: "quality", text: "8k", confidence: 0.8 },
    { facet: "detail", text: "snowflakes", confidence: 0.3 },
  ],
});

async function capabilitiesOf(target: string): Promise<Capabilities> {
  const { dialect, version } = await loadTarget(target);
  return dialect.capabilities(version);
}

function touched(changes: ReturnType<typeof pruning>): (string | undefined)[] {
  return changes.map(({ termId }) => termId);
}

describe("pruning", () => {
  it("gives a reason for each phrase, and takes words without effect by the target", async () => {
    const tags = pruning(BOARD, 0.5, await capabilitiesOf("sdxl"));
    expect(touched(tags)).toEqual(["lighting/hard-light", "detail/snowflakes"]);
    expect(tags[0]?.words).toMatch(/^Drop "hard light" \(lighting\): contradicts "soft light"/u);
    expect(touched(pruning(BOARD, 0.5, await capabilitiesOf("flux")))).toContain("quality/8k");
  });
});

describe("checking", () => {
  const classify = (text: string) =>
    text === "oil painting"
      ? ({ facet: "medium", confidence: 0.95 } as const)
      : ({ facet: "subject", confidence: 0.2 } as const);

  it("leaves unsure phrases, and finds what is misplaced or only guessed", () => {
    const changes = checking(BOARD, 0.5, null, classify);
    expect(touched(changes)).toEqual(["lighting/hard-light", "subject/oil-painting", "setting/moor"]);
    expect(changes[1]?.edit).toEqual({ kind: "move", id: "subject/oil-painting", facet: "medium" });
    expect(changes[2]?.isDoubtful).toBe(true);
  });

  it("finds no guess that the prompts do not say", () => {
    expect(touched(checking(BOARD, 0.8, null, null))).toEqual(["lighting/hard-light"]);
  });
});

describe("excluding", () => {
  const changes = excluding(BOARD, { purposes: ["clean", "quality"], derive: true }, (phrase) =>
    phrase === "photograph" ? ["etching"] : [],
  );

  it("adds any choice of them in reading order", () => {
    const chosen = changes.filter((_, index) => index % 2 === 0);
    const { terms } = applyEdit(BOARD, together("exclude", chosen)).blueprint;
    const whole = applyEdit(BOARD, together("exclude", changes)).blueprint.terms.map(({ id }) => id);
    expect(terms.map(({ id }) => id)).toEqual(whole.filter((id) => terms.some((term) => term.id === id)));
    expect(terms.filter(({ polarity }) => polarity === "include")).toEqual(BOARD.terms);
    expect(terms).toHaveLength(BOARD.terms.length + chosen.length);
  });

  it("says why", () => {
    expect(changes.find(({ words }) => words === 'Exclude "etching"')?.why).toContain("photograph");
  });
});

describe("spread", () => {
  it("takes some of all of a list", () => {
    expect(spread([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
    expect(spread([1, 2], 24)).toEqual([1, 2]);
    expect(spread([], 3)).toEqual([]);
  });
});
