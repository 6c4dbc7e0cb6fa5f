import type { EntryGroup } from "./figure";

export const COLOR: EntryGroup = {
  name: "Color",
  entries: [
    {
      id: "palette",
      name: "Named colors",
      meaning: "The colors that are large enough to be named in a prompt.",
      figures: [
        ["swatches", null],
        ["names", "Names"],
        ["covered", "Covered by them", "share"],
      ],
    },
    {
      id: "saturation",
      name: "Saturation",
      meaning: "How colorful the picture is, and in which way.",
      figures: [
        ["saturation", "Saturation"],
        ["meanChroma", "Mean chroma"],
        ["chroma90", "Chroma that 90% stay below"],
        ["pastel", "Pastel", "share"],
        ["earth", "Earthy", "share"],
        ["vivid", "Vivid", "share"],
      ],
    },
    {
      id: "palette-temperature",
      name: "Temperature",
      meaning: "Warm against cool, among what has color at all.",
      figures: [
        ["temperature", "Temperature"],
        ["warm", "Warm", "share"],
        ["cool", "Cool", "share"],
        ["chromaticShare", "Has color", "share"],
      ],
    },
    {
      id: "harmony",
      name: "Harmony",
      meaning: "Whether the hues follow one of the classic schemes.",
      figures: [
        ["harmony", "Scheme"],
        ["covered", "Fits the scheme", "share"],
        ["center", "Central hue", "°"],
      ],
    },
    {
      id: "monochrome",
      name: "Toning",
      meaning: "Whether color follows lightness alone, as in a print of one or two inks.",
      figures: [
        ["toning", "Toning"],
        ["meanChroma", "Mean chroma"],
        ["chroma99", "Chroma that 99% stay below"],
        ["offCurve", "Strays from one curve"],
        ["hue", "Mean hue", "°"],
      ],
    },
  ],
};
