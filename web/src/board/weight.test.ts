import { MAX_WEIGHT, MIN_WEIGHT } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { steppedWeight } from "./weight";

describe("steppedWeight", () => {
  it("comes back to where it was, without the dust of floating point", () => {
    let weight = 1;
    for (let step = 0; step < 7; step += 1) weight = steppedWeight(weight, 0.1);
    expect(weight).toBe(1.7);
    for (let step = 0; step < 14; step += 1) weight = steppedWeight(weight, -0.05);
    expect(weight).toBe(1);
  });

  it("stays within what a blueprint holds", () => {
    expect(steppedWeight(MAX_WEIGHT, 0.1)).toBe(MAX_WEIGHT);
    expect(steppedWeight(0.1, -0.1)).toBe(MIN_WEIGHT);
  });
});
