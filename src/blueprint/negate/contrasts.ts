import type { Facet } from "../facets.js";
import type { Phrase } from "../poles.js";

interface Contrast {
  readonly facets: readonly Facet[];
  readonly says: RegExp;
  readonly excludes: readonly Phrase[];
}

const MADE: readonly Facet[] = ["medium"];
const LIGHT: readonly Facet[] = ["lighting", "atmosphere"];
const COLOR: readonly Facet[] = ["palette", "medium", "style"];

const PHOTOGRAPH: Phrase = { facet: "medium", text: "photograph" };
const RENDER: Phrase = { facet: "medium", text: "3d render" };
const CARTOON: Phrase = { facet: "medium", text: "cartoon" };
const HARSH_SUN: Phrase = { facet: "lighting", text: "harsh sunlight" };

/** What a generator drifts to when a phrase like this is all it is told, beside the vocabulary's opposites. */
export const CONTRASTS: readonly Contrast[] = [
  {
    facets: MADE,
    says: /\b(?:photo(?:graph(?:y|ic)?)?|film still|polaroid)\b/,
    excludes: [CARTOON, RENDER, { facet: "medium", text: "painting" }],
  },
  {
    facets: MADE,
    says: /\b(?:oil|watercolou?r|gouache|acrylic|painting)\b/,
    excludes: [PHOTOGRAPH, RENDER],
  },
  {
    facets: MADE,
    says: /\b(?:sketch|drawing|line ?art|ink|charcoal|graphite|pencil)\b/,
    excludes: [PHOTOGRAPH, RENDER],
  },
  { facets: MADE, says: /\b(?:anime|cartoon|comic|illustration|vector)\b/, excludes: [PHOTOGRAPH, RENDER] },
  {
    facets: MADE,
    says: /\b(?:3d render(?:ing)?|cgi)\b/,
    excludes: [{ facet: "medium", text: "flat drawing" }],
  },
  {
    facets: MADE,
    says: /\bpixel ?art\b/,
    excludes: [PHOTOGRAPH, { facet: "detail", text: "smooth gradients" }],
  },
  { facets: LIGHT, says: /\b(?:fog|foggy|mist|misty|haze|hazy)\b/, excludes: [HARSH_SUN] },
  { facets: LIGHT, says: /\bovercast\b/, excludes: [HARSH_SUN, { facet: "lighting", text: "hard shadows" }] },
  {
    facets: LIGHT,
    says: /\b(?:calm|serene|tranquil|peaceful|quiet)\b/,
    excludes: [{ facet: "atmosphere", text: "chaotic" }],
  },
  {
    facets: ["lighting"],
    says: /\b(?:soft|diffused?)\b/,
    excludes: [{ facet: "lighting", text: "harsh shadows" }],
  },
  {
    facets: ["lighting", "setting", "atmosphere"],
    says: /\b(?:night|nighttime|midnight|moonlight|moonlit)\b/,
    excludes: [{ facet: "lighting", text: "daylight" }],
  },
  {
    facets: ["lighting"],
    says: /\b(?:golden hour|sunset|sunrise)\b/,
    excludes: [{ facet: "lighting", text: "flat midday light" }],
  },
  {
    facets: COLOR,
    says: /\b(?:black[- ]and[- ]white|b&w|monochrome|gr[ae]yscale)\b/,
    excludes: [{ facet: "palette", text: "color" }],
  },
  {
    facets: COLOR,
    says: /\b(?:vibrant|vivid|colorful|saturated)\b/,
    excludes: [
      { facet: "palette", text: "black and white" },
      { facet: "palette", text: "faded tones" },
    ],
  },
  {
    facets: COLOR,
    says: /\b(?:muted|desaturated|pastel)\b/,
    excludes: [{ facet: "palette", text: "oversaturated" }],
  },
  {
    facets: ["composition", "style"],
    says: /\b(?:minimal(?:ist|ism)?|negative space|plain background|simple background)\b/,
    excludes: [{ facet: "composition", text: "clutter" }],
  },
  {
    facets: ["setting", "atmosphere"],
    says: /\b(?:empty|deserted|abandoned|solitary|uninhabited)\b/,
    excludes: [{ facet: "subject", text: "crowd" }],
  },
  {
    facets: ["camera", "detail", "quality"],
    says: /\b(?:sharp focus|tack[- ]sharp|deep focus)\b/,
    excludes: [{ facet: "camera", text: "blurry" }],
  },
];
