import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observation } from "../../test/arbitraries.js";
import { standingsOf } from "./axes.js";
import type { Facet } from "./facets.js";
import { fuse } from "./fuse.js";
import type { Observation } from "./observation.js";

const frame = { width: 4, height: 3 };

function seen(facet: Facet, text: string, source: string, confidence = 0.9): Observation {
  return { facet, text, confidence, evidence: { source } };
}

function textsOf(sources: readonly (readonly Observation[])[]): string[] {
  return fuse(sources, { frame }).blueprint.terms.map((term) => term.text);
}

describe("fuse", () => {
  it("merges equal meanings and joins their evidence", () => {
    const { blueprint } = fuse(
      [
        [seen("lighting", "Soft lighting", "metadata:x", 0.8)],
        [seen("lighting", "soft light", "analysis:light", 0.5)],
      ],
      { frame },
    );
    expect(blueprint.terms).toHaveLength(1);
    expect(blueprint.terms[0]).toMatchObject({ text: "Soft lighting", confidence: 0.9 });
  });

  it("lets the file's prompt outrank a surer measurement, and says so", () => {
    const { blueprint, warnings } = fuse(
      [
        [seen("lighting", "warm light", "analysis:light", 0.99)],
        [seen("lighting", "cool light", "metadata:comfyui", 0.7)],
      ],
      { frame },
    );
    expect(blueprint.terms.map((term) => term.text)).toEqual(["cool light"]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain("light temperature");
  });

  it("lets confidence decide among equals", () => {
    const sources = [
      [seen("composition", "minimalist composition", "analysis:a", 0.6)],
      [seen("composition", "busy composition", "clip:b", 0.8)],
    ];
    expect(textsOf(sources)).toEqual(["busy composition"]);
  });

  it("takes the user's exclusion over what was seen", () => {
    const exclusion: Observation = { ...seen("subject", "crowd", "user", 1), polarity: "exclude" };
    const { blueprint } = fuse([[seen("subject", "the crowd", "clip:x")], [exclusion]], { frame });
    expect(blueprint.terms.map((term) => term.polarity)).toEqual(["exclude"]);
  });

  it("lets an author contradict himself", () => {
    expect(
      textsOf([[seen("lighting", "warm light", "metadata:x"), seen("lighting", "cool light", "metadata:x")]]),
    ).toHaveLength(2);
  });

  it("keeps the author's order within a facet and puts it before measurements", () => {
    const measured = [seen("lighting", "rim light", "analysis:light", 1)];
    const said = [
      seen("lighting", "neon", "metadata:x", 0.9),
      seen("lighting", "rain reflections", "metadata:x", 0.9),
    ];
    expect(textsOf([measured, said])).toEqual(["neon", "rain reflections", "rim light"]);
  });

  it("always treats an artist as a hypothesis", () => {
    expect(
      fuse([[seen("artist", "Claude Monet", "metadata:x")]], { frame }).blueprint.terms[0]?.hypothesis,
    ).toBe(true);
  });

  it("loses nothing without a warning", () => {
    fc.assert(
      fc.property(fc.array(fc.array(observation, { maxLength: 12 }), { maxLength: 4 }), (sources) => {
        const { blueprint, warnings } = fuse(sources, { frame });
        const alone = fuse([sources.flat().map((one) => ({ ...one, evidence: { source: "same" } }))], {
          frame,
        });
        expect(alone.warnings).toEqual([]);
        expect(blueprint.terms.length + warnings.length).toBeGreaterThanOrEqual(alone.blueprint.terms.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("standingsOf", () => {
  it.each([
    ["lighting", "warm light from the left", ["light temperature=warm", "light direction=left"]],
    ["subject", "night owl", []],
    ["medium", "oil painting", ["medium=painting"]],
    ["lighting", "warm and cool light", []],
  ] as const)("%s: %s", (facet, text, wanted) => {
    expect(standingsOf(facet, text).map(({ axis, pole }) => `${axis}=${pole}`)).toEqual(wanted);
  });
});
