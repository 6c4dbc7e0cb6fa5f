import type { Facet } from "./facets.js";

/** A part of the picture; the picture is the unit square, origin at the top left. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Why a phrase is believed. */
export interface Evidence {
  /** `kind:name`: "metadata:a1111", "analysis:palette", "exif:camera", "file-name", "user". */
  readonly source: string;
  /** The raw figure behind it, in the source's own unit. */
  readonly score?: number;
  readonly region?: Region;
  /** A few words for a person: "63 % of the picture", "EXIF FocalLengthIn35mmFilm". */
  readonly note?: string;
}

export type Polarity = "include" | "exclude";

/** One phrase of the recipe. */
export interface Term {
  /** Unique within its blueprint; kept by edits. */
  readonly id: string;
  readonly facet: Facet;
  /** As it would stand in a prompt: no trailing punctuation, no weight syntax. */
  readonly text: string;
  /** 1 is neutral; 0.05 to 3. */
  readonly weight: number;
  /** The chance that the phrase is true of the picture, 0 to 1. */
  readonly confidence: number;
  readonly polarity: Polarity;
  /** Kept by every automatic edit. */
  readonly pinned?: boolean;
  /** A guess by nature. An artist's name always is one. */
  readonly hypothesis?: boolean;
  readonly evidence: readonly Evidence[];
}

/** One colour of the picture. */
export interface Swatch {
  /** "#rrggbb", lower case, sRGB. */
  readonly hex: string;
  readonly name: string;
  /** Share of the picture's area, 0 to 1. */
  readonly share: number;
}

/** A picture that the generator is shown beside the words. */
export interface Reference {
  readonly role: "style" | "character" | "image";
  readonly url: string;
  readonly weight?: number;
}

/** What the file itself said: the prompt that made it. */
export interface RecoveredPrompt {
  readonly tool: string;
  readonly prompt: string;
  readonly negative: string;
  readonly parameters: GenerationParameters;
  readonly confidence: number;
}

export interface Lora {
  readonly name: string;
  readonly weight?: number;
}

/** The field's usual settings under their usual names; what a tool says beside them stays in `raw`. */
export interface GenerationParameters {
  readonly model?: string;
  readonly modelHash?: string;
  readonly vae?: string;
  readonly sampler?: string;
  readonly scheduler?: string;
  readonly steps?: number;
  readonly cfgScale?: number;
  /** A string, since seeds of 64 bits do not fit a number. */
  readonly seed?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly clipSkip?: number;
  readonly denoisingStrength?: number;
  readonly loras?: readonly Lora[];
  readonly version?: string;
}

export interface Frame {
  /** Pixels as displayed, orientation applied. */
  readonly width: number;
  readonly height: number;
}

/** The recipe of a picture: the one representation from which every prompt is printed. */
export interface Blueprint {
  readonly version: 1;
  readonly terms: readonly Term[];
  readonly frame: Frame;
  readonly palette: readonly Swatch[];
  readonly recovered?: RecoveredPrompt;
  readonly references: readonly Reference[];
}
