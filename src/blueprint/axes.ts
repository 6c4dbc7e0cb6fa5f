import type { Facet } from "./facets.js";

interface Pole {
  readonly name: string;
  readonly says: RegExp;
}

interface Axis {
  readonly name: string;
  /** Only phrases of these facets are placed on the axis: "night sky" as a subject is no time of day. */
  readonly facets: readonly Facet[];
  /** A picture stands at one pole at most. */
  readonly poles: readonly Pole[];
}

const LIGHT: readonly Facet[] = ["lighting", "atmosphere", "setting"];

const AXES: readonly Axis[] = [
  {
    name: "light temperature",
    facets: ["lighting"],
    poles: [
      { name: "warm", says: /\bwarm\b/ },
      { name: "cool", says: /\b(?:cool|cold)\b/ },
    ],
  },
  {
    name: "palette temperature",
    facets: ["palette"],
    poles: [
      { name: "warm", says: /\bwarm\b/ },
      { name: "cool", says: /\b(?:cool|cold)\b/ },
    ],
  },
  {
    name: "key",
    facets: LIGHT,
    poles: [
      { name: "high", says: /\bhigh[- ]key\b/ },
      { name: "low", says: /\blow[- ]key\b/ },
    ],
  },
  {
    name: "contrast",
    facets: ["lighting", "palette", "quality", "detail"],
    poles: [
      { name: "high", says: /\bhigh[- ]contrast\b/ },
      { name: "low", says: /\blow[- ]contrast\b/ },
    ],
  },
  {
    name: "light quality",
    facets: ["lighting"],
    poles: [
      { name: "soft", says: /\b(?:soft|diffused?)\b/ },
      { name: "hard", says: /\b(?:hard|harsh)\b/ },
    ],
  },
  {
    name: "light direction",
    facets: ["lighting"],
    poles: [
      { name: "left", says: /\bfrom the left\b/ },
      { name: "right", says: /\bfrom the right\b/ },
    ],
  },
  {
    name: "time of day",
    facets: LIGHT,
    poles: [
      { name: "day", says: /\b(?:daylight|midday|noon|daytime|sunny day)\b/ },
      { name: "low sun", says: /\b(?:golden hour|sunset|sunrise|magic hour)\b/ },
      { name: "blue hour", says: /\bblue hour\b/ },
      { name: "night", says: /\b(?:night|nighttime|midnight|moonlight|moonlit)\b/ },
    ],
  },
  {
    name: "sun",
    facets: LIGHT,
    poles: [
      {
        name: "up",
        // A "sunny day" stands on the axis of the hours.
        says: /\b(?:sunny(?! day)|sunlight|sunlit|sunshine)\b/,
      },
      { name: "down", says: /\b(?:night|nighttime|midnight|moonlight|moonlit|starlight)\b/ },
    ],
  },
  {
    name: "weather",
    facets: LIGHT,
    poles: [
      {
        name: "clear",
        says: /\b(?:sunny|sunlit|sunlight|sunshine|clear (?:blue )?sky|clear day)\b/,
      },
      {
        name: "clouded",
        says: /\b(?:overcast|cloudy|fog|foggy|rain|rainy|drizzle|storm|stormy|thunderstorm)\b/,
      },
    ],
  },
  {
    name: "color",
    facets: ["palette", "medium", "style"],
    poles: [
      { name: "none", says: /\b(?:black[- ]and[- ]white|b&w|gr[ae]yscale)\b/ },
      { name: "vivid", says: /\b(?:vibrant|vivid|colorful|saturated|neon colors?)\b/ },
      { name: "muted", says: /\b(?:muted|desaturated)\b/ },
    ],
  },
  {
    name: "medium",
    facets: ["medium"],
    poles: [
      { name: "photograph", says: /\b(?:photo(?:graph(?:y|ic)?)?|film still|polaroid)\b/ },
      { name: "painting", says: /\b(?:oil|watercolou?r|gouache|acrylic|painting)\b/ },
      { name: "drawing", says: /\b(?:sketch|drawing|line ?art|ink|charcoal|graphite)\b/ },
      { name: "render", says: /\b(?:3d render(?:ing)?|cgi|octane render)\b/ },
      { name: "pixel art", says: /\bpixel art\b/ },
      { name: "vector", says: /\b(?:vector|flat design|logo)\b/ },
      { name: "anime", says: /\b(?:anime|manga)\b/ },
      { name: "cartoon", says: /\b(?:cartoon|comic)\b/ },
      { name: "screenshot", says: /\b(?:screenshot|user interface)\b/ },
      { name: "diagram", says: /\bdiagram\b/ },
    ],
  },
  {
    name: "depth of field",
    facets: ["camera", "composition", "detail"],
    poles: [
      { name: "shallow", says: /\b(?:shallow depth of field|bokeh|blurr(?:y|ed) background)\b/ },
      { name: "deep", says: /\bdeep (?:focus|depth of field)\b/ },
    ],
  },
  {
    name: "busyness",
    facets: ["composition"],
    poles: [
      { name: "minimal", says: /\bminimal(?:ist|ism)?\b|\bnegative space\b/ },
      { name: "busy", says: /\b(?:busy|cluttered|dense|crowded)\b/ },
    ],
  },
  {
    name: "placement",
    facets: ["composition"],
    poles: [
      { name: "center", says: /\bcent(?:er|re)ed\b/ },
      { name: "left", says: /\b(?:left third|on the left|off-center to the left)\b/ },
      { name: "right", says: /\b(?:right third|on the right|off-center to the right)\b/ },
    ],
  },
];

export interface Standing {
  readonly axis: string;
  readonly pole: string;
}

/** The poles that a phrase takes, at most one an axis; a phrase that names two poles of an axis takes none there. */
export function standingsOf(facet: Facet, text: string): Standing[] {
  const lower = text.toLowerCase();
  const standings: Standing[] = [];
  for (const axis of AXES) {
    if (!axis.facets.includes(facet)) continue;
    const poles = axis.poles.filter((pole) => pole.says.test(lower));
    const pole = poles[0];
    if (poles.length === 1 && pole !== undefined) standings.push({ axis: axis.name, pole: pole.name });
  }
  return standings;
}
