import type { Labelled } from "./labelled.js";

/**
 * The labels under which a phrase is right, and those under which it is wrong; under any other it may be either, and
 * the picture does not count. A label is believed, also where its picture is an exception: a grey picture among
 * photographs counts against "black and white".
 */
interface Truth {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const DRAWN_IN_BLACK = ["bw_photo", "pencil_sketch", "ink_line_art"];
const PAINTED = ["oil_painting", "watercolour", "digital_painting", "painting_mixed"];
const MADE = [
  "anime",
  "cartoon",
  "3d_render",
  "pixel_art",
  "flat_vector_logo",
  "screenshot_ui",
  "boxart_with_text",
];
const ON_PAPER = ["pencil_sketch", "ink_line_art", "handdrawn_diagram"];
const MEDIA = ["photo", "bw_photo", ...PAINTED, ...MADE, ...ON_PAPER];
const DAYLIGHT = ["day_outdoor", "sunny", "overcast_clouds", "rain", "fog"];
const INDOORS = ["interior_auditorium", "interior_kitchen"];
const PLACES = ["airport", "campus", "city_buildings", "city_street", "desert", "forest", "forest_bamboo"];
const LOW_SUN = ["sunset_sunrise", "painted_sunset_evening"];
const SCENES = [...DAYLIGHT, ...INDOORS, ...PLACES, ...LOW_SUN, "night_outdoor", "mountain", "sports_field"];

const without = (labels: readonly string[], ...others: (readonly string[])[]): readonly string[] =>
  labels.filter((label) => !others.flat().includes(label));

/** Only what a label can judge: none says whether colours are muted or a subject is centred. */
const TRUTHS: { readonly [phrase: string]: Truth } = {
  "black and white": {
    right: DRAWN_IN_BLACK,
    wrong: ["photo", ...PAINTED, "anime", "cartoon", "pixel_art", "boxart_with_text"],
  },
  "flat vector style": { right: ["flat_vector_logo"], wrong: without(MEDIA, ["flat_vector_logo"]) },
  "line art": { right: ON_PAPER, wrong: without(MEDIA, ON_PAPER) },
  "pixel art": { right: ["pixel_art"], wrong: without(MEDIA, ["pixel_art"]) },
  "plain white background": {
    right: ["flat_vector_logo", ...ON_PAPER, "botanical_fruit_study"],
    wrong: SCENES,
  },
  "artificial lights at night": { right: ["night_outdoor"], wrong: [...DAYLIGHT, ...LOW_SUN] },
  "foggy atmosphere": {
    right: ["fog"],
    wrong: ["sunny", "day_outdoor", "night_outdoor", ...INDOORS, ...PLACES],
  },
  "golden hour light": { right: LOW_SUN, wrong: [...DAYLIGHT, ...INDOORS, "night_outdoor"] },
  "sunset glow": { right: LOW_SUN, wrong: [...DAYLIGHT, ...INDOORS, "night_outdoor", "storm_lightning"] },
  "soft diffused light": {
    right: ["overcast_clouds", "fog", "rain"],
    wrong: ["sunny", "night_outdoor", "storm_lightning"],
  },
  "low-key lighting": {
    right: ["night_outdoor", "storm_lightning"],
    wrong: [...DAYLIGHT, "sky", "desert", "glacier_snow_ice"],
  },
};

export interface MeasuredEvaluation {
  readonly table: string;
  /** Precision of all together, and by phrase for those that were judged often enough to be held to. */
  readonly figures: { readonly [name: string]: number };
}

/** Pictures that must have judged a phrase before its precision is a figure to keep. */
const ENOUGH = 10;

function line(phrase: string, right: number, wrong: number, spoken: number): string {
  const judged = right + wrong;
  const precision = judged === 0 ? "" : `${((100 * right) / judged).toFixed(1)} %`;
  return `  ${phrase.padEnd(28)}${precision.padStart(8)}  right ${right} of ${judged} judged, ${spoken} spoken`;
}

/** How often each measured phrase was right, counted on the pictures whose label judges it. */
export function evaluateMeasured(
  looks: readonly (Labelled & { readonly phrases: readonly string[] })[],
): MeasuredEvaluation {
  const lines = [`Measured phrases on ${looks.length} labelled pictures:`];
  const figures: { [name: string]: number } = {};
  const all = { right: 0, wrong: 0, spoken: 0 };
  for (const [phrase, truth] of Object.entries(TRUTHS)) {
    const spoken = looks.filter(({ phrases }) => phrases.includes(phrase));
    const right = spoken.filter(({ label }) => truth.right.includes(label)).length;
    const wrong = spoken.filter(({ label }) => truth.wrong.includes(label)).length;
    lines.push(line(phrase, right, wrong, spoken.length));
    all.right += right;
    all.wrong += wrong;
    all.spoken += spoken.length;
    if (right + wrong >= ENOUGH) figures[`measured: ${phrase}`] = right / (right + wrong);
  }
  lines.push(line("all of these", all.right, all.wrong, all.spoken));
  figures["measured: all judged phrases"] = all.right / Math.max(1, all.right + all.wrong);
  return { table: lines.join("\n"), figures };
}
