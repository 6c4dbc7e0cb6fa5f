import type { Facet } from "../blueprint/facets.js";

/**
 * How strongly a phrase pulls a picture, 0 to 1: the share of what is seen that a careful reader expects to change
 * when the phrase is taken out. 0 changes nothing that can be pointed at ("masterpiece"), 0.25 a nuance, 0.5 a part
 * of the picture, 0.75 most of it, 1 all of it ("black and white", "pixel art"). Our own judgement, not a
 * measurement; a table may say otherwise for its phrases.
 */
export const STRENGTH_OF: { readonly [F in Facet]: number } = {
  subject: 0.7,
  action: 0.5,
  setting: 0.6,
  lighting: 0.5,
  atmosphere: 0.4,
  palette: 0.5,
  medium: 0.8,
  style: 0.7,
  artist: 0.8,
  detail: 0.25,
  composition: 0.5,
  camera: 0.25,
  text: 0.4,
  quality: 0.1,
};
