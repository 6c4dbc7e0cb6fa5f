import type { Chances } from "../../../analysis/perception/types.js";
import type { Observation } from "../../../blueprint/observation.js";
import { isSpoken } from "./suggestion.js";

/** What a medium has to do with light, air and lenses. */
export type MediumKind =
  /** A camera saw it. */
  | "photographic"
  /** Somebody painted a scene: it has light and no lens. */
  | "painted"
  /** Lines, fills and letters: it has neither. */
  | "graphic";

const KINDS: readonly (readonly [MediumKind, RegExp])[] = [
  [
    "graphic",
    /\b(?:screenshot|user interface|interface|ui|vector|logo|icon|diagram|chart|pixel art|line art|ink|line drawing|pencil|charcoal|sketch|drawing|poster|box art|cover)\b/u,
  ],
  ["painted", /\b(?:paint(?:ing|ed)?|watercolou?r|gouache|anime|manga|cartoon|comic|illustration|render)\b/u],
  ["photographic", /\b(?:photo(?:graph(?:y|ic)?)?|film still|polaroid|snapshot)\b/u],
];

/** The kind that the surest spoken medium is of. */
export function mediumKind(observations: readonly Observation[]): MediumKind | undefined {
  const media = observations.filter((seen) => seen.facet === "medium" && isSpoken(seen));
  const [surest] = media.sort((x, y) => y.confidence - x.confidence);
  const text = surest?.text.toLowerCase() ?? "";
  return KINDS.find(([, says]) => says.test(text))?.[0];
}

/** Made of lines and fills, or of pixels: what a detector that was taught with photographs is often wrong about. */
const DRAWN = [
  "pencil_sketch",
  "ink_line_art",
  "anime",
  "cartoon",
  "pixel_art",
  "flat_vector_logo",
  "screenshot_ui",
  "handdrawn_diagram",
  "boxart_with_text",
];

/** Whether the picture is plainly drawn rather than seen by a camera, painted or rendered. */
export function isDrawn(medium: Chances): boolean {
  return DRAWN.reduce((sum, label) => sum + (medium[label] ?? 0), 0) >= 0.7;
}
