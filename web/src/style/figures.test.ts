import { createBlueprint, distil } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { placeOf, rangesOf, reasonInWords } from "./figures";

function reference(name: string, measurements: { readonly [id: string]: number }) {
  return { name, blueprint: createBlueprint({ frame: { width: 1, height: 1 } }), measurements };
}

const REFERENCES = [
  reference("a", { "key.mean": 0.8, "contrast.stops": 5, "edge-density.size": 320 }),
  reference("b", { "key.mean": 0.2, "contrast.stops": 6, "horizon.y": 0.5 }),
];

describe("rangesOf", () => {
  const ranges = rangesOf(distil(REFERENCES), REFERENCES);

  it("puts what varies most on its own scale first, and leaves out what one reference alone has", () => {
    expect(ranges.map(({ figure }) => figure.id)).toEqual(["key.mean", "contrast.stops"]);
    expect(ranges[0]?.width).toBeCloseTo(0.6);
    expect(ranges[1]?.width).toBeCloseTo(0.1);
  });

  it("names who has which value, lowest first", () => {
    expect(ranges[0]?.values.map(({ name }) => name)).toEqual(["b", "a"]);
  });

  it("draws what lies beyond the scale at its end", () => {
    const contrast = ranges[1]?.figure;
    expect(contrast && [placeOf(contrast, 12), placeOf(contrast, -1)]).toEqual([1, 0]);
  });
});

describe("reasonInWords", () => {
  it("says a figure by its title and unit", () => {
    expect(reasonInWords("its key.mean is 0.2, the others' mean is 0.61")).toBe(
      "lightness is 20% of white, where the others' mean is 61%",
    );
  });

  it("leaves other reasons as they are", () => {
    expect(reasonInWords('it lacks "soft light", which all others say')).toContain("it lacks");
  });

  it("says a figure that has no title by its plain name", () => {
    expect(reasonInWords("its golden-hour.warmSky is 0.1, the others' mean is -2e-3")).toBe(
      "its golden hour warm sky is 0.1, where the others' mean is -2e-3",
    );
  });

  it("knows the reasons that distil gives", () => {
    const even = [0.5, 0.5, 0.5, 0.5, 0.5].map((value, at) => reference(`${at}`, { "key.mean": value }));
    const { outliers } = distil([...even, reference("odd", { "key.mean": 0.9 })]);
    expect(outliers.map(({ name, reason }) => [name, reasonInWords(reason)])).toEqual([
      ["odd", "lightness is 90% of white, where the others' mean is 50%"],
    ]);
  });
});
