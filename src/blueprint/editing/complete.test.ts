import { describe, expect, it } from "vitest";
import { createBlueprint } from "../build.js";
import type { Facet } from "../facets.js";
import { applyEdit } from "./apply.js";
import { complete } from "./complete.js";

const LEXICON: { readonly [facet: string]: readonly string[] } = {
  lighting: ["golden hour", "blue hour", "night", "soft light", "soft lighting", "hard light", "rim light"],
  palette: ["teal and orange", "vivid colors"],
  camera: ["35mm", "50mm", "85mm", "100mm", "f/2.8", "f/8"],
};

function lexicon(facet: Facet): readonly string[] {
  return LEXICON[facet] ?? [];
}

const base = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    { facet: "subject", text: "fox" },
    { facet: "setting", text: "street at night" },
    { facet: "medium", text: "black and white photograph" },
    { facet: "palette", text: "teal and orange", polarity: "exclude" },
    { facet: "style", text: "baroque", polarity: "exclude" },
  ],
});

describe("complete", () => {
  it("offers the wishes that nobody said, in their order, each once", () => {
    const offered = complete(base, ["camera", "subject", "style", "lighting", "camera", "text"], lexicon);
    expect(offered.map(({ facet }) => facet)).toEqual(["camera", "style", "lighting", "text"]);
    expect(offered[2]?.why).toBe("nothing says how it is lit");
    expect(offered[3]?.examples).toEqual([]);
  });

  it("offers nothing that contradicts or repeats what is said or excluded", () => {
    const [lighting, palette] = complete(base, ["lighting", "palette"], lexicon);
    expect(lighting?.examples.map(({ text }) => text)).toEqual([
      "night",
      "soft light",
      "soft lighting",
      "hard light",
      "rim light",
    ]);
    expect(palette?.examples).toEqual([]);
  });

  it("offers as many as asked, five unless said", () => {
    expect(complete(base, ["camera"], lexicon)[0]?.examples).toHaveLength(5);
    expect(complete(base, ["camera"], lexicon, { examples: 2 })[0]?.examples).toHaveLength(2);
  });

  it("adds an example only when its edit is applied, where the facet belongs", () => {
    const edit = complete(base, ["lighting"], lexicon)[0]?.examples[0]?.edit;
    if (edit === undefined) throw new Error("no example");
    const { blueprint } = applyEdit(base, edit);
    expect(blueprint.terms.map(({ id }) => id).slice(1, 4)).toEqual([
      "setting/street-at-night",
      "lighting/night",
      "medium/black-and-white-photograph",
    ]);
    expect(complete(blueprint, ["lighting"], lexicon)).toEqual([]);
  });
});
