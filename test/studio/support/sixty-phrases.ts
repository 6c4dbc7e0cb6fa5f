import type { Blueprint, TermDraft } from "../../../src/core.js";
import { createBlueprint, type Facet } from "../../../src/core.js";

const SAID: { readonly [F in Facet]?: readonly string[] } = {
  subject: ["a red fox", "two lanterns", "a stone well", "a wooden bridge", "a cedar", "a crow"],
  action: ["drinking from a puddle", "looking over its shoulder"],
  setting: ["mountain village", "narrow street", "early spring", "wet cobbles", "distant hills"],
  lighting: ["soft window light", "rim light", "low sun", "warm lamp glow", "long shadows"],
  atmosphere: ["quiet", "thin mist", "after the rain", "homely"],
  palette: ["rust orange", "slate blue", "moss green", "cream white"],
  medium: ["gouache painting", "visible brush strokes", "paper grain"],
  style: ["storybook illustration", "folk art", "muted realism", "flat shapes"],
  detail: ["damp fur", "moss between the stones", "peeling paint", "smoke from a chimney", "reflections"],
  composition: ["rule of thirds", "leading lines", "low horizon", "framed by eaves", "wide negative space"],
  camera: ["eye level", "35 mm lens", "shallow depth of field", "slight tilt"],
  text: ["INN"],
  quality: ["finely finished", "crisp edges", "clean silhouettes"],
};

const EXCLUDED: readonly (readonly [Facet, string])[] = [
  ["subject", "people"],
  ["detail", "power lines"],
  ["text", "watermark"],
  ["quality", "blur"],
  ["quality", "noise"],
  ["composition", "tilted frame"],
  ["palette", "neon colors"],
  ["subject", "cars"],
  ["style", "photograph"],
];

/** What a term wears beside its words: each kind that the board shows is there. */
const MARKS: { readonly [text: string]: Partial<TermDraft> } = {
  "a red fox": {
    pinned: true,
    evidence: [
      {
        source: "user",
        note: "named by hand",
        region: { x: 0.1, y: 0.5, width: 0.3, height: 0.4 },
      },
    ],
  },
  "thin mist": {
    confidence: 0.4,
    evidence: [{ source: "analysis:light", note: "low contrast", score: 0.42 }],
  },
  "low sun": { confidence: 0.62, evidence: [{ source: "analysis:light", note: "warm light from the left" }] },
  "folk art": { confidence: 0.7, hypothesis: true },
  "two lanterns": { weight: 1.2 },
};

/** A blueprint of 60 phrases in every facet but the artist's: weighed, pinned, unsure, guessed and excluded ones among them. */
export function sixtyPhrases(): Blueprint {
  const said = Object.entries(SAID).flatMap(([facet, texts]) =>
    texts.map((text): TermDraft => ({ facet: facet as Facet, text, ...MARKS[text] })),
  );
  const excluded = EXCLUDED.map(([facet, text]): TermDraft => ({ facet, text, polarity: "exclude" }));
  return createBlueprint({ frame: { width: 1216, height: 832 }, terms: [...said, ...excluded] });
}
