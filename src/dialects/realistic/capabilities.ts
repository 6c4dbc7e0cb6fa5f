import type { Capabilities, Source } from "../capabilities.js";

const OWN: Source = {
  date: "2026-11",
  from: "our own choice: what FLUX.1 [schnell]'s 256 T5 tokens hold with room to spare",
  unsure: true,
};

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "realistic",
    version: "1",
    title: "Plain photographic prose",
    vendor: "imprompt",
    status: "current",
    form: "prose",
    budget: { unit: "word", max: 120, source: OWN },
    negative: { kind: "none" },
    weights: { kind: "none" },
    frame: { kind: "any-ratio", min: 1 / 4, max: 4, parameter: "aspect-ratio", source: OWN },
    lettering: "quotes",
    parameters: [{ name: "aspect-ratio", type: "text", note: "said in the text", source: OWN }],
    notes: [
      "For any model that makes photographs: plain sentences, no syntax, the frame said in words.",
      "Always a photograph. What only a painting or drawing has (its medium, brushwork, paper) is left out, and told.",
    ],
  },
];
