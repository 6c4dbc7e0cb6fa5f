import { createBlueprint } from "imprompt/core";
import { beforeEach, describe, expect, it } from "vitest";
import { boardOfBlueprint } from "../state/new-board";
import { currentBoard, dispatch } from "../state/store";
import { endWeighing, weighLive } from "./weigh-live";

const ID = "subject/fox";

function words(): string[] {
  return currentBoard()?.history.past.map((step) => step.words) ?? [];
}

beforeEach(() => {
  endWeighing();
  const terms = [
    { facet: "subject", text: "fox" },
    { facet: "subject", text: "owl" },
  ] as const;
  const blueprint = createBlueprint({ frame: { width: 1, height: 1 }, terms });
  const board = boardOfBlueprint(blueprint, "test", { kind: "file" });
  dispatch({ type: "opened", board });
  dispatch({ type: "chosen", id: board.id });
});

describe("weighLive", () => {
  it("is one step from where it began, however often it changes", () => {
    for (const weight of [1.1, 1.3, 0.8]) weighLive(ID, () => weight);
    expect(words()).toEqual(['lower "fox" (subject) from weight 1 to 0.8']);
    expect(currentBoard()?.history.present.terms[0]?.weight).toBe(0.8);
  });

  it("is no step when it comes back", () => {
    weighLive(ID, () => 1.1);
    weighLive(ID, () => 1);
    expect(words()).toEqual([]);
    expect(currentBoard()?.history.present.terms[0]?.weight).toBe(1);
  });

  it("begins anew after its end, for another chip and after another edit", () => {
    weighLive(ID, () => 1.1);
    endWeighing();
    weighLive(ID, () => 1.2);
    weighLive("subject/owl", () => 1.5);
    dispatch({ type: "edited", id: currentBoard()?.id ?? "", edit: { kind: "pin", id: ID, pinned: true } });
    weighLive("subject/owl", () => 1.6);
    expect(words()).toHaveLength(5);
  });
});
