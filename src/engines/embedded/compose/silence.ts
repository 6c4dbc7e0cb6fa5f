import { standingsOf } from "../../../blueprint/axes.js";
import type { Facet } from "../../../blueprint/facets.js";
import type { Observation } from "../../../blueprint/observation.js";
import type { MediumKind } from "./medium.js";
import { mediumKind } from "./medium.js";
import { isSpoken } from "./suggestion.js";

/** Facets in which a measurement means nothing on such a medium: a logo has no golden hour. */
const MUTE: { readonly [K in MediumKind]: readonly Facet[] } = {
  photographic: [],
  painted: ["camera"],
  graphic: ["camera", "lighting", "atmosphere"],
};

/** Words of depth, which flat pictures only seem to have. */
const DEPTH = /\b(?:perspective|horizon|leading lines|depth of field|bokeh)\b/u;

/** Hue that a black and white picture cannot have. */
const HUED = /\bcolor palette$|\b(?:vibrant|pastel) colors\b/u;
const COLORLESS = /^black and white (?=photo)/u;

function poleOfMedium({ text }: Observation): string | undefined {
  return standingsOf("medium", text).find(({ axis }) => axis === "medium")?.pole;
}

/** A measured way of making ("flat vector style") that a surer medium denies. */
function isDenied(seen: Observation, media: readonly Observation[]): boolean {
  if (seen.facet !== "style") return false;
  const pole = poleOfMedium(seen);
  if (pole === undefined) return false;
  return media.some((medium) => {
    const other = poleOfMedium(medium);
    return other !== undefined && other !== pole && medium.confidence > seen.confidence;
  });
}

/** What was measured, without what makes no sense on the medium that the picture is said to be of. */
export function silenceByMedium(
  measured: readonly Observation[],
  said: readonly Observation[],
): Observation[] {
  const all = [...said, ...measured];
  const kind = mediumKind(all);
  const media = all.filter((seen) => seen.facet === "medium" && isSpoken(seen));
  return measured.filter((seen) => {
    if (kind !== undefined && MUTE[kind].includes(seen.facet)) return false;
    if (kind === "graphic" && seen.facet === "composition" && DEPTH.test(seen.text)) return false;
    return !isDenied(seen, media);
  });
}

/** Color is measured: a photograph seen as black and white whose colors speak is a photograph. */
export function colorByMeasure(
  seen: readonly Observation[],
  measured: readonly Observation[],
): Observation[] {
  if (!measured.some(({ facet, text }) => facet === "palette" && HUED.test(text))) return [...seen];
  return seen.map((each) =>
    each.facet === "medium" ? { ...each, text: each.text.replace(COLORLESS, "") } : each,
  );
}
