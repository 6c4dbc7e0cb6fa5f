import { describe, expect, it } from "vitest";
import { showPerception } from "./perception.js";

const PLAIN = { colour: false, width: 100 };

describe("showPerception", () => {
  it("lists the three likeliest of each head, what is said and what may be", () => {
    const shown = showPerception(
      {
        file: "dusk.jpg",
        medium: { oil_painting: 0.93, photo: 0.04, anime: 0.02, cartoon: 0.01 },
        scene: { coast_sea: 0.5, sky: 0.4, desert: 0.1 },
        spoken: [
          { facet: "medium", text: "oil painting", confidence: 0.95 },
          { facet: "setting", text: "coast", confidence: 0.9 },
        ],
        suggested: [{ facet: "lighting", text: "at sunset", confidence: 0.6 }],
      },
      PLAIN,
    );
    expect(shown.split("\n")).toEqual([
      "dusk.jpg",
      "  medium   93 % oil painting          4 % photo                 2 % anime",
      "  scene    50 % coast sea            40 % sky                  10 % desert",
      "  says     95 % oil painting (medium)",
      "           90 % coast (setting)",
      "  may be   60 % at sunset (lighting)",
      "",
      "",
    ]);
  });

  it("says that nothing is said", () => {
    const shown = showPerception(
      { file: "x.png", medium: { photo: 1 }, scene: { sky: 1 }, spoken: [], suggested: [] },
      PLAIN,
    );
    expect(shown).toContain("  says         nothing\n");
    expect(shown).not.toContain("may be");
  });
});
