import { expect, it } from "vitest";
import { createTerms } from "../../../blueprint/build.js";
import { spansOfPieces, textOfPieces } from "../../../layout/piece.js";
import { composeCaption } from "./caption.js";

it("places each phrase in Ideogram 4's schema", () => {
  const terms = createTerms([
    {
      facet: "subject",
      text: 'fox with a "crown"',
      evidence: [{ source: "user", region: { x: 0.1, y: 0.25, width: 0.5, height: 0.5 } }],
    },
    { facet: "setting", text: "snowy street" },
    { facet: "lighting", text: "soft light" },
    { facet: "medium", text: "photograph" },
    { facet: "camera", text: "85mm lens" },
    { facet: "style", text: "moody" },
    { facet: "text", text: "OPEN" },
  ]);
  const pieces = composeCaption(terms, [{ hex: "#1f4e5a", name: "teal", share: 1 }]);
  const text = textOfPieces(pieces);
  expect(JSON.parse(text)).toEqual({
    high_level_description: 'A photograph of a fox with a "crown" in a snowy street.',
    style_description: {
      aesthetics: "moody",
      lighting: "soft light",
      photo: "85mm lens",
      medium: "photograph",
      color_palette: ["#1F4E5A"],
    },
    compositional_deconstruction: {
      background: "A scene in a snowy street.",
      elements: [
        { type: "obj", bbox: [250, 100, 750, 600], desc: 'fox with a "crown"' },
        { type: "text", text: "OPEN", desc: "lettering in the picture" },
      ],
    },
  });
  expect(
    spansOfPieces(pieces)
      .map((span) => span.termId)
      .sort(),
  ).toEqual(terms.map((term) => term.id).sort());
});

it("is JSON with nothing to say", () => {
  expect(JSON.parse(textOfPieces(composeCaption([], [])))).toHaveProperty(
    "high_level_description",
    "An image.",
  );
});
