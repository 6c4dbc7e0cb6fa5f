import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTerms } from "../../../blueprint/build.js";
import type { Facet } from "../../../blueprint/facets.js";
import { FACETS } from "../../../blueprint/facets.js";
import { spansOfPieces, textOfPieces } from "../../../layout/piece.js";
import { composeProse } from "./compose.js";

type Row = readonly [facet: Facet, text: string, weight?: number];

function say(...rows: readonly Row[]): string {
  const drafts = rows.map(([facet, text, weight = 1]) => ({ facet, text, weight }));
  return textOfPieces(composeProse(createTerms(drafts)));
}

describe("composeProse", () => {
  it("says a whole picture as a person would", () => {
    const text = say(
      ["subject", "red fox"],
      ["action", "resting"],
      ["setting", "quiet snowy street"],
      ["setting", "at dusk"],
      ["lighting", "soft side light from the left"],
      ["atmosphere", "misty atmosphere"],
      ["palette", "teal"],
      ["palette", "slate"],
      ["palette", "amber"],
      ["medium", "photograph"],
      ["composition", "minimal"],
      ["composition", "subject on the right third"],
      ["camera", "85mm lens"],
      ["camera", "f/1.8"],
      ["camera", "shallow depth of field"],
    );
    expect(text).toBe(
      "A photograph of a red fox resting in a quiet snowy street at dusk. Soft side light from the left and a misty " +
        "atmosphere set the mood, in a palette of teal, slate and amber. The composition is minimal, with the subject " +
        "on the right third. Shot with an 85mm lens at f/1.8, with a shallow depth of field.",
    );
  });

  it.each<[string, readonly Row[], string]>([
    ["nothing", [], "An image."],
    [
      "a style alone",
      [
        ["medium", "oil painting"],
        ["style", "moody"],
      ],
      "A moody oil painting.",
    ],
    ["no medium", [["subject", "red bicycle"]], "A red bicycle."],
    [
      "the weather, which is no mood",
      [
        ["subject", "red bicycle"],
        ["lighting", "high-key"],
        ["atmosphere", "overcast"],
        ["atmosphere", "serene"],
      ],
      "A red bicycle. The lighting is high-key, the weather is overcast and the mood is serene.",
    ],
    [
      "several subjects",
      [
        ["subject", "fox"],
        ["subject", "two crows"],
        ["subject", "lantern"],
      ],
      "A fox, two crows and a lantern.",
    ],
    [
      "a clause",
      [
        ["medium", "photograph"],
        ["subject", "a cat sits on a mat"],
      ],
      "A photograph in which a cat sits on a mat.",
    ],
    [
      "a medium named twice",
      [
        ["medium", "photograph"],
        ["subject", "photo of a duck"],
      ],
      "A photo of a duck. It is a photograph.",
    ],
    [
      "a material",
      [
        ["medium", "gouache"],
        ["subject", "mill"],
      ],
      "A work in gouache showing a mill.",
    ],
    [
      "an art",
      [
        ["medium", "pixel art"],
        ["subject", "knights"],
      ],
      "Pixel art of knights.",
    ],
    [
      "a way",
      [
        ["medium", "anime"],
        ["subject", "owl"],
      ],
      "An anime image of an owl.",
    ],
    [
      "no subject but an action",
      [
        ["medium", "sketch"],
        ["action", "running"],
      ],
      "A sketch of a subject running.",
    ],
    [
      "traits",
      [
        ["subject", "woman"],
        ["subject", "long hair"],
        ["action", "smile"],
        ["action", "holding a cup"],
      ],
      "A woman with long hair and a smile, holding a cup.",
    ],
    [
      "labels",
      [
        ["subject", "owl"],
        ["subject", "1girl"],
        ["subject", "solo"],
      ],
      "An owl. Tags: 1girl, solo.",
    ],
    ["one word of lettering", [["text", "OPEN"]], 'The word "OPEN" appears in the picture.'],
    [
      "lettering with quotes inside",
      [["text", 'he said "hi"']],
      "The words \"he said 'hi'\" appear in the picture.",
    ],
    [
      "lettering that is described",
      [["text", "an illegible signature"]],
      "An illegible signature appears in the picture.",
    ],
    [
      "a place with its own article",
      [
        ["subject", "owl"],
        ["setting", "the Dolomites"],
      ],
      "An owl in the Dolomites.",
    ],
    [
      "times",
      [
        ["subject", "owl"],
        ["setting", "night"],
        ["setting", "forest"],
      ],
      "An owl in a forest at night.",
    ],
    ["plural light", [["lighting", "neon lights"]], "Neon lights shape the scene."],
    ["a state of light", [["lighting", "backlit"]], "The scene is backlit."],
    [
      "a camera beside a painting",
      [
        ["medium", "oil painting"],
        ["camera", "85mm lens"],
      ],
      "An oil painting. It looks as if shot with an 85mm lens.",
    ],
    [
      "film and aperture",
      [
        ["camera", "shot on Kodak Portra 400"],
        ["camera", "f/2.8"],
      ],
      "Shot on Kodak Portra 400 at f/2.8.",
    ],
    ["an artist", [["artist", "Hokusai"]], "The work is in the manner of Hokusai."],
  ])("says %s", (_, rows, said) => {
    expect(say(...rows)).toBe(said);
  });

  it("says weights by order and wording", () => {
    expect(say(["subject", "lantern"], ["subject", "fox", 2])).toBe("A fox and a lantern.");
    expect(say(["lighting", "rim light", 0.5], ["lighting", "deep shadows", 1.5])).toBe(
      "Pronounced deep shadows and a hint of rim light shape the scene.",
    );
    expect(say(["medium", "photograph"], ["style", "moody", 1.4])).toBe("A very moody photograph.");
  });

  it("puts codes before the colours that they are of, and after all else those that no phrase names", () => {
    const terms = createTerms([{ facet: "palette", text: "teal" }]);
    const swatches = [
      { hex: "#1f4e5a", name: "teal", share: 0.5 },
      { hex: "#c08a2e", name: "amber", share: 0.2 },
    ];
    expect(textOfPieces(composeProse(terms, { swatches }))).toBe(
      "The palette is built on #1f4e5a teal. The exact colors are #c08a2e amber.",
    );
    expect(textOfPieces(composeProse([], { swatches }))).toBe("An image.");
  });

  it("orders a change and says what stays", () => {
    const restyle = createTerms([{ facet: "medium", text: "oil painting" }]);
    expect(textOfPieces(composeProse(restyle, { instruct: true }))).toBe(
      "Restyle this picture as an oil painting. Keep the subject, the pose, the setting, the lighting, the colors and " +
        "the composition unchanged.",
    );
  });
});

const PHRASES: { readonly [F in Facet]: readonly string[] } = {
  subject: [
    "red fox",
    "1girl",
    "an owl",
    "two crows",
    "long hair",
    "a cat sits on a mat",
    "photo of a duck",
    "Tokyo Tower",
    "portrait",
    "赤い鳥居",
    "A market. People walk there",
    "salt and pepper",
    "a woman, smiling",
  ],
  action: ["resting", "looking at viewer", "arms crossed", "jumps over a fence", "at rest", "smile"],
  setting: [
    "snowy street",
    "at dusk",
    "Tokyo",
    "outdoors",
    "mountains",
    "white background",
    "rainy night",
    "urban",
    "an empty scene",
  ],
  lighting: [
    "soft light",
    "backlit",
    "from the left",
    "by candlelight",
    "neon lights",
    "high-key",
    "lit from behind",
  ],
  atmosphere: ["misty atmosphere", "serene", "fog", "like a dream", "with smoke"],
  palette: [
    "teal",
    "warm gray",
    "muted colors",
    "monochrome",
    "black and white",
    "magenta and cyan",
    "in shades of blue",
    "ochre walls",
  ],
  medium: [
    "photograph",
    "oil on canvas",
    "anime",
    "pixel art",
    "black and white",
    "made of paper",
    "Ukiyo-e prints",
    "portrait of a king",
  ],
  style: [
    "moody",
    "art deco",
    "retro style",
    "in the style of Mucha",
    "anime screencap",
    "inspired by film noir",
    "cinematic",
  ],
  artist: ["Hokusai", "by Greg", "in the style of Dali"],
  detail: ["film grain", "highly detailed", "intricate details", "with visible brushstrokes", 'a 5" ruler'],
  composition: [
    "minimal",
    "wide shot",
    "low angle",
    "rule of thirds",
    "negative space",
    "from above",
    "centered composition",
    "16:9",
  ],
  camera: [
    "85mm lens",
    "f/1.8",
    "Canon EOS R5",
    "shallow depth of field",
    "shot on film",
    "handheld",
    "ISO 400",
  ],
  text: ["OPEN", 'he said "hi"', "a neon sign", '"QUOTED"'],
  quality: ["8k", "masterpiece", "sharp focus", "highly detailed", "award winning"],
};

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc
    .constantFrom(...FACETS)
    .chain((facet) =>
      fc
        .record({ text: fc.constantFrom(...PHRASES[facet]), weight: fc.constantFrom(0.5, 1, 1.5) })
        .map(({ text, weight }): Row => [facet, text, weight]),
    ),
  { maxLength: 24 },
);

describe("any mixture of phrases", () => {
  it("is clean prose that says each phrase once", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (mixture, instruct) => {
        const unique = mixture.filter(
          ([facet, text], index) => mixture.findIndex((row) => row[0] === facet && row[1] === text) === index,
        );
        const terms = createTerms(unique.map(([facet, text, weight = 1]) => ({ facet, text, weight })));
        const pieces = composeProse(terms, { instruct });
        const text = textOfPieces(pieces);
        expect(text).not.toMatch(/\s\s|^\s|\s$/u);
        expect(text).not.toMatch(/ [,.;]|[,;]{2}|,\.|\.\./u);
        expect(text).not.toMatch(/\b(?:an?|the) (?:an?|the)\b/iu);
        expect(text).not.toMatch(/\b(of|with|in|and|is) \1\b/iu);
        expect(text).toMatch(/^["'(]?[^\p{Ll}]/u);
        expect(text).toMatch(/[.!?]["')]?$/u);
        expect((text.match(/"/gu) ?? []).length % 2).toBe(0);
        const spans = spansOfPieces(pieces);
        expect(spans.map((span) => span.termId).sort()).toEqual(terms.map((term) => term.id).sort());
        const folded = (said: string): string => said.toLowerCase().replace(/["'″]/gu, "'");
        for (const { start, end, termId } of spans) {
          const term = terms.find((candidate) => candidate.id === termId);
          expect(folded(text.slice(start, end))).toBe(folded(term?.text ?? ""));
        }
        expect(textOfPieces(composeProse(terms, { instruct }))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
