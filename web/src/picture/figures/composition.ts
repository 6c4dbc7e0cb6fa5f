import type { EntryGroup } from "./figure";

export const COMPOSITION: EntryGroup = {
  name: "Composition",
  entries: [
    {
      id: "aspect-ratio",
      name: "Shape of the frame",
      meaning: "The nearest ratio that generators take, and how far off it is.",
      figures: [
        ["ratio", "Nearest ratio"],
        ["exact", "Met to the pixel"],
        ["error", "Wider than it by", "share"],
        ["orientation", "Orientation"],
        ["panoramic", "Panoramic"],
      ],
    },
    {
      id: "saliency",
      name: "Attention",
      meaning: "Where the eye goes first; the overlay draws the whole map.",
      figures: [
        ["rows", null],
        ["peak", "Peak"],
        ["x", "Center, from the left", "share"],
        ["y", "Center, from the top", "share"],
      ],
    },
    {
      id: "subject-placement",
      name: "Subject",
      meaning: "The one thing that stands out most.",
      figures: [
        ["box", "Box"],
        ["x", "Center, from the left", "share"],
        ["y", "Center, from the top", "share"],
        ["area", "Covers", "share"],
        ["dominance", "Of all that stands out", "share"],
        ["contrast", "Stands out by"],
        ["ground", "Border of one color", "share"],
      ],
    },
    {
      id: "horizon",
      name: "Horizon",
      meaning: "The longest straight line that is nearly level.",
      figures: [
        ["line", "Line"],
        ["y", "Height, from the top", "share"],
        ["tilt", "Falls to the right by", "°"],
        ["coverage", "Seen in the columns", "share"],
        ["rival", "Best other line", "share"],
        ["contrast", "Lighter above by", " of 255"],
        ["plainAbove", "Plain above", "share"],
        ["plainBelow", "Plain below", "share"],
        ["ground", "Border of one color", "share"],
      ],
    },
    {
      id: "symmetry",
      name: "Symmetry",
      meaning: "How alike the halves are: 1 is a mirror image, 0 unrelated.",
      figures: [
        ["vertical", "Left and right"],
        ["horizontal", "Top and bottom"],
        ["axis", "Axis, from the left", "share"],
        ["deviation", "Deviation of tone", " of 255"],
      ],
    },
    {
      id: "negative-space",
      name: "Negative space",
      meaning: "Room without detail.",
      figures: [
        ["plain", "Plain in all", "share"],
        ["largest", "Largest plain area", "share"],
        ["x", "Its middle, from the left", "share"],
        ["y", "Its middle, from the top", "share"],
        ["subject", "Lone subject", "share"],
      ],
    },
    {
      id: "complexity",
      name: "Complexity",
      meaning: "How much of the picture holds detail, and how evenly.",
      figures: [
        ["occupied", "Holds detail", "share"],
        ["evenness", "Evenness"],
        ["density", "On an edge", "share"],
        ["subject", "Lone subject", "share"],
        ["size", "Measured at", " px"],
      ],
    },
    {
      id: "leading-lines",
      name: "Leading lines",
      meaning: "The point that slanted edges run towards.",
      figures: [
        ["point", "Point"],
        ["support", "Edges that run there", "share"],
        ["rays", "Directions, of 24"],
        ["slanted", "Slanted edges", "share"],
        ["flat", "Without any slope", "share"],
      ],
    },
    {
      id: "depth",
      name: "Depth",
      meaning: "Whether lines or haze lead into the distance.",
      figures: [
        ["kind", "Depth"],
        ["haze", "Tone in the distance over tone near by"],
      ],
    },
    {
      id: "backdrop",
      name: "Backdrop",
      meaning: "A ground of one color all around, in OKLab.",
      figures: [
        ["uniformity", "Border of one color", "share"],
        ["share", "Picture of that color", "share"],
        ["l", "Its lightness"],
        ["a", "Green to red"],
        ["b", "Blue to yellow"],
      ],
    },
  ],
};
