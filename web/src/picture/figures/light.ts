import type { EntryGroup } from "./figure";

export const LIGHT: EntryGroup = {
  name: "Light",
  entries: [
    {
      id: "key",
      name: "Key",
      meaning: "Whether dark or light tones carry the picture.",
      figures: [
        ["key", "Key"],
        ["mean", "Mean lightness"],
        ["dark", "Dark", "share"],
        ["light", "Light", "share"],
      ],
    },
    {
      id: "contrast",
      name: "Contrast",
      meaning: "How far the tones are spread.",
      figures: [
        ["contrast", "Contrast"],
        ["range", "Range of lightness"],
        ["deviation", "Deviation of lightness"],
        ["stops", "Range of light", " stops"],
      ],
    },
    {
      id: "light-direction",
      name: "Direction",
      meaning: "Where lightness falls off the same way at every height.",
      figures: [
        ["from", "Light from"],
        ["brighter", "Brighter at"],
        ["across", "Gain, left to right"],
        ["down", "Gain, top to bottom"],
        ["explained", "Explained by the slope", "share"],
        ["agreement", "Heights that agree", "share"],
      ],
    },
    {
      id: "light-softness",
      name: "Softness",
      meaning: "How steep the strong edges of light and shadow are.",
      figures: [
        ["soft", "Soft"],
        ["sharpness", "Steepness"],
        ["edges", "Strong edges", "share"],
      ],
    },
    {
      id: "light-warmth",
      name: "Warmth of the light",
      meaning: "Whether the lit parts lean to yellow or to blue.",
      figures: [
        ["light", "Light"],
        ["lightB", "Lean of the lit half, blue to yellow"],
        ["yellow", "Yellowish", "share"],
        ["blue", "Bluish", "share"],
      ],
    },
    {
      id: "golden-hour",
      name: "Golden hour",
      meaning: "A low sun's warm glow in the upper half.",
      figures: [
        ["hour", "Hour"],
        ["glowing", "Glowing", "share"],
        ["warmSky", "Warm in the upper half", "share"],
        ["hue", "Hue of the warm parts", "°"],
      ],
    },
    {
      id: "blue-hour",
      name: "Blue hour",
      meaning: "A deep blue sky with lamps lit under it.",
      figures: [
        ["blueHour", "Blue hour"],
        ["blueSky", "Blue in the upper half", "share"],
        ["mean", "Mean lightness"],
        ["warmLights", "Warm lights"],
      ],
    },
    {
      id: "night",
      name: "Night",
      meaning: "A dark picture with small separate lights.",
      figures: [
        ["night", "Night"],
        ["dark", "Dark", "share"],
        ["top", "Lightness at the top"],
        ["lights", "Lights"],
        ["lit", "Covered by lights", "share"],
        ["largest", "Largest light", "share"],
      ],
    },
    {
      id: "neon",
      name: "Neon",
      meaning: "Saturated lights of hues far apart, with a glow around them.",
      figures: [
        ["neon", "Neon"],
        ["emitting", "Under the lights", "share"],
        ["glow", "Under their glow", "share"],
        ["lights", "Lights"],
        ["hues", "Hues, of six"],
      ],
    },
    {
      id: "silhouette",
      name: "Silhouette",
      meaning: "A dark shape without inner detail against the light.",
      figures: [
        ["silhouette", "Silhouette"],
        ["dark", "Dark side", "share"],
        ["bright", "Bright side", "share"],
        ["detail", "Detail in the dark side"],
        ["outline", "Outline against the light", "share"],
      ],
    },
    {
      id: "haze",
      name: "Haze",
      meaning: "A pale veil that lifts the darkest tones and melts edges.",
      figures: [
        ["haze", "Haze"],
        ["veil", "Veil"],
        ["smooth", "Without edges", "share"],
        ["chroma", "Chroma that 90% stay below"],
      ],
    },
  ],
};
