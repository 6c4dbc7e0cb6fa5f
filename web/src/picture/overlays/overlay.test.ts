import { describe, expect, it } from "vitest";
import type { Facts } from "../../state/board";
import { lightConfidence, overlayStates } from "./overlay";

const facts = (measurements: Facts["measurements"]): Facts => ({
  recovered: null,
  provenance: null,
  measurements,
  warnings: [],
});

const horizon = { line: "clear", y: 0.738, tilt: -2.1, coverage: 0.91 };
const light = { from: "unclear", brighter: "top-left", across: -0.3, down: -0.4, agreement: 0.875 };

describe("overlayStates", () => {
  it("needs nothing measured for the thirds, and says of the others that they were not", () => {
    const states = overlayStates(null);
    expect(states.thirds.has).toBe(true);
    for (const id of ["saliency", "subject", "horizon", "light"] as const) {
      expect(states[id]).toEqual({ has: false, why: "not measured for this board" });
    }
  });

  it("draws a clear horizon and tells its tilt; a doubtful one is called so", () => {
    expect(overlayStates(facts({ horizon })).horizon).toMatchObject({
      drawing: { kind: "line", y: 0.738, tilt: -2.1, sure: true },
      label: "Horizon 2.1° down to the left",
      words: "at 74% of the height, 2.1° down to the left, seen in 91% of the columns.",
    });
    expect(
      overlayStates(facts({ horizon: { ...horizon, line: "doubtful", tilt: 0.2 } })).horizon,
    ).toMatchObject({
      drawing: { sure: false },
      label: "Horizon? level",
    });
    for (const none of [
      { ...horizon, line: "none" },
      { ...horizon, y: null },
    ]) {
      expect(overlayStates(facts({ horizon: none })).horizon.has).toBe(false);
    }
  });

  it("points the light's arrow away from where it comes from, with the phrase's confidence", () => {
    const term = {
      id: "a",
      facet: "lighting",
      text: "light from the left",
      weight: 1,
      confidence: 0.75,
      polarity: "include",
      evidence: [{ source: "analysis:light-direction" }],
    } as const;
    expect(
      overlayStates(facts({ "light-direction": { ...light, from: "left" } }), lightConfidence([term])).light,
    ).toMatchObject({
      drawing: { kind: "arrow", dx: 1, dy: 0, sure: true },
      words: "from the left, 75% sure; 88% of the heights fall off alike.",
    });
    const leaning = overlayStates(facts({ "light-direction": light })).light;
    expect(leaning).toMatchObject({ label: "Brighter at the top left", drawing: { sure: false } });
    if (leaning.has && leaning.drawing.kind === "arrow") {
      expect(leaning.drawing.dx).toBeCloseTo(0.6, 9);
      expect(leaning.drawing.dy).toBeCloseTo(0.8, 9);
    }
    expect(overlayStates(facts({ "light-direction": { ...light, brighter: "even" } })).light.has).toBe(false);
  });

  it("reads the map of attention and the subject's box", () => {
    const subject = {
      box: { x: 0.2, y: 0.3, width: 0.4, height: 0.5 },
      x: 0.4,
      y: 0.5,
      area: 0.12,
      dominance: 1,
    };
    const states = overlayStates(
      facts({ saliency: { rows: ["0f", "70"], peak: 0.9, x: 0.7, y: 0.3 }, "subject-placement": subject }),
    );
    expect(states.saliency).toMatchObject({
      drawing: {
        grid: [
          [0, 1],
          [7 / 15, 0],
        ],
      },
    });
    expect(states.subject).toMatchObject({
      drawing: { box: subject.box },
      words: expect.stringContaining("covers 12% of the picture; nothing else stands out; center 40% across"),
    });
    const flat = overlayStates(
      facts({
        saliency: { rows: ["00"], peak: 0, x: 0.5, y: 0.5 },
        "subject-placement": { ...subject, box: null },
      }),
    );
    expect(flat.saliency).toEqual({ has: false, why: "nothing stands out in an even picture" });
    expect(flat.subject).toEqual({ has: false, why: "no single thing stands out" });
  });
});
