import { createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { arrange, shownOrder } from "./arrange";

const { terms } = createBlueprint({
  frame: { width: 1, height: 1 },
  terms: [
    { facet: "lighting", text: "soft light" },
    { facet: "subject", text: "fox" },
    { facet: "quality", text: "blurry", polarity: "exclude" },
    { facet: "lighting", text: "fog" },
    { facet: "subject", text: "crowd", polarity: "exclude" },
  ],
});

describe("arrange", () => {
  it("keeps the blueprint's order within a row and puts rows in reading order", () => {
    expect(shownOrder(arrange(terms))).toEqual([
      "subject/fox",
      "lighting/soft-light",
      "lighting/fog",
      "!quality/blurry",
      "!subject/crowd",
    ]);
  });

  it("shows every group, and names the facets that nothing is said of", () => {
    const groups = arrange(terms);
    expect(groups.map(({ id }) => id)).toEqual([
      "subject",
      "light",
      "style",
      "composition",
      "finish",
      "excluded",
    ]);
    expect(groups[0]?.unsaid).toEqual(["action", "setting"]);
    expect(groups[4]).toEqual({ id: "finish", rows: [], unsaid: ["text", "quality"] });
  });
});
