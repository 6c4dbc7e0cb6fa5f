import type { Facet } from "../../blueprint/facets.js";

/** A facet as the model is asked for it, in the order of the answer. */
export interface Asked {
  /** Its key in the answer. */
  readonly key: string;
  readonly facet: Facet;
  /** What belongs there, for the model. */
  readonly about: string;
  /** Phrases that are kept. */
  readonly most: number;
  /**
   * The highest confidence that a phrase can have: what leaves no sure trace in the pixels, such as a lens or a hand,
   * is guessed however sure the model says it is.
   */
  readonly ceiling: number;
  /** Other keys under which models answer it. */
  readonly also: readonly string[];
}

export const ASKED: readonly Asked[] = [
  {
    key: "subject",
    facet: "subject",
    about: "who or what the picture shows, with the looks, clothes and number that matter",
    most: 6,
    ceiling: 0.9,
    also: ["subjects", "main_subject", "objects", "characters"],
  },
  {
    key: "action",
    facet: "action",
    about: "what they do: pose, gesture, gaze, movement",
    most: 4,
    ceiling: 0.85,
    also: ["actions", "pose", "activity"],
  },
  {
    key: "setting",
    facet: "setting",
    about: "where and when: place, surroundings, background, season, time of day",
    most: 6,
    ceiling: 0.9,
    also: ["settings", "background", "environment", "location", "scene", "place"],
  },
  {
    key: "lighting",
    facet: "lighting",
    about: "the light: source, direction, quality, contrast",
    most: 4,
    ceiling: 0.85,
    also: ["light", "lights", "illumination"],
  },
  {
    key: "atmosphere",
    facet: "atmosphere",
    about: "the mood and the weather",
    most: 4,
    ceiling: 0.8,
    also: ["mood", "emotion", "feeling", "ambience"],
  },
  {
    key: "palette",
    facet: "palette",
    about: "the leading colors and how they go together",
    most: 4,
    ceiling: 0.85,
    also: ["colors", "colours", "color", "color_palette", "colour_palette"],
  },
  {
    key: "medium",
    facet: "medium",
    about: "what it is made with: photograph, oil painting, 3D render, ink drawing",
    most: 3,
    ceiling: 0.9,
    also: ["media", "technique", "type"],
  },
  {
    key: "style",
    facet: "style",
    about: "movement, genre or look, without the name of any person",
    most: 5,
    ceiling: 0.85,
    also: ["styles", "art_style", "genre", "movement"],
  },
  {
    key: "detail",
    facet: "detail",
    about: "materials, textures and small things worth keeping",
    most: 5,
    ceiling: 0.85,
    also: ["details", "textures", "texture", "materials"],
  },
  {
    key: "composition",
    facet: "composition",
    about: "framing, viewpoint, where things stand, depth",
    most: 4,
    ceiling: 0.85,
    also: ["framing", "layout", "perspective", "viewpoint"],
  },
  {
    key: "camera",
    facet: "camera",
    about: "lens, focus or exposure, only where a camera's work is seen",
    most: 3,
    ceiling: 0.6,
    also: ["lens", "photography", "camera_settings"],
  },
  {
    key: "text",
    facet: "text",
    about: "words that are legible in the picture, letter by letter",
    most: 4,
    ceiling: 0.85,
    also: ["texts", "visible_text", "lettering", "words"],
  },
  {
    key: "resembles",
    facet: "artist",
    about: "artists or studios whose work it resembles, only where the likeness is strong",
    most: 3,
    ceiling: 0.5,
    also: ["artist", "artists", "artist_resemblance", "resemblance", "influences"],
  },
];
