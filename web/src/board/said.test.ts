import { createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { saidOf } from "./said";

describe("saidOf", () => {
  it("tells what the prompts leave out and what they say on a guess", () => {
    const blueprint = createBlueprint({
      frame: { width: 1, height: 1 },
      terms: [
        { facet: "subject", text: "fox", confidence: 0.4 },
        { facet: "subject", text: "owl", confidence: 0.4, pinned: true },
        { facet: "setting", text: "moor", confidence: 0.6, hypothesis: true },
        { facet: "artist", text: "Nobody Known", confidence: 0.9, evidence: [{ source: "clip:x" }] },
        { facet: "artist", text: "Somebody Else", confidence: 0.9, evidence: [{ source: "user" }] },
        { facet: "quality", text: "blurry", polarity: "exclude" },
      ],
    });
    const { out, guesses } = saidOf(blueprint, 0.5);
    expect([...out]).toEqual(["subject/fox", "artist/nobody-known"]);
    expect([...guesses]).toEqual(["setting/moor"]);
  });
});
