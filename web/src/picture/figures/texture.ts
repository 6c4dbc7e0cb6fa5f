import type { EntryGroup } from "./figure";

export const TEXTURE: EntryGroup = {
  name: "Texture and making",
  entries: [
    {
      id: "depth-of-field",
      name: "Depth of field",
      meaning: "How much is in focus, and how soft the rest is.",
      figures: [
        ["sharp", "In focus", "share"],
        ["blurred", "Soft", "share"],
        ["plain", "Too plain to tell", "share"],
        ["beside", "Soft beside the focus", "share"],
        ["below", "Soft in the lowest third", "share"],
        ["ratio", "Sharp over soft"],
        ["size", "Measured at", " px"],
        ["box", "Box in focus"],
      ],
    },
    {
      id: "blur-kind",
      name: "Blur",
      meaning: "Out of focus, or moved.",
      figures: [
        ["kind", "Blur"],
        ["finest", "Fine over coarse detail"],
        ["directedness", "Directedness"],
        ["angle", "Direction of the motion", "°"],
      ],
    },
    {
      id: "edge-density",
      name: "Edges",
      meaning: "How much of the picture lies on an edge.",
      figures: [
        ["density", "On an edge", "share"],
        ["spread", "Cells with edges", "share"],
        ["size", "Measured at", " px"],
      ],
    },
    {
      id: "line-work",
      name: "Line work",
      meaning: "Ink on paper, against filled shapes.",
      figures: [
        ["paper", "Paper", "share"],
        ["ground", "Tone of the paper", " of 255"],
        ["ink", "Ink", "share"],
        ["thick", "Ink in filled shapes", "share"],
        ["reach", "Longest piece of ink", "share"],
        ["axial", "Edges along an axis", "share"],
        ["chroma", "Color", " of 255"],
      ],
    },
    {
      id: "flat-fills",
      name: "Flat fills",
      meaning: "Areas of one even color, as in drawings.",
      figures: [
        ["share", "Flat", "share"],
        ["colors", "Colors of the flat parts"],
        ["largest", "Most frequent of them", "share"],
        ["outlines", "Drawn outlines"],
        ["ramps", "Even ramps", "share"],
      ],
    },
    {
      id: "smooth-gradients",
      name: "Smooth gradients",
      meaning: "Even ramps of tone.",
      figures: [["share", "Ramps", "share"]],
    },
    {
      id: "pixel-grid",
      name: "Pixel grid",
      meaning: "Drawn pixels that are larger than those of the file.",
      figures: [
        ["cell", "Side of a drawn pixel", " px"],
        ["onGrid", "Steps on the grid", "share"],
        ["size", "Drawn pixels"],
      ],
    },
    {
      id: "dithering",
      name: "Dithering",
      meaning: "Single dots of another color in a pattern.",
      figures: [["share", "Dots", "share"]],
    },
    {
      id: "halftone",
      name: "Halftone",
      meaning: "A printer's screen of dots.",
      figures: [
        ["share", "Tiles with a screen", "share"],
        ["pitch", "Rows of dots apart by", " px"],
      ],
    },
    {
      id: "brushwork",
      name: "Strokes",
      meaning: "Texture that runs in one direction: paint, hair, fabric.",
      figures: [
        ["textured", "Textured", "share"],
        ["coherence", "Runs one way"],
      ],
    },
    {
      id: "noise",
      name: "Noise",
      meaning: "Grain of the file's own pixels.",
      figures: [
        ["sigma", "Deviation", " of 255"],
        ["blocks", "Blocks that could be measured"],
      ],
    },
    {
      id: "jpeg-damage",
      name: "JPEG damage",
      meaning: "Steps at the borders of 8 × 8 blocks: 1 is clean, from 1.3 on they show.",
      figures: [["blockiness", "Blockiness"]],
    },
    {
      id: "lettering",
      name: "Lettering",
      meaning: "Rows of pieces that look like letters; where one does, the picture is read.",
      figures: [
        ["chance", "Likeness of the best row", "share"],
        ["rows", "Rows like letters"],
      ],
    },
  ],
};
