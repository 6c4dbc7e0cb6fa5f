import type { Raster } from "../image/raster.js";

/** Rows of numbers, one after another: `data[row * width + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly data: Float32Array;
}

export interface ModelWork {
  readonly signal?: AbortSignal;
  /** How many of the inputs are done, told as they are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A CLIP model that is loaded: pictures and texts become rows of one space, each of length 1, so that the dot product
 * of two is their cosine similarity.
 */
export interface Clip {
  /** As open_clip writes it: "ViT-L-14/openai". */
  readonly name: string;
  /** A hash of weights and tokenizer, for caches of what it says. */
  readonly fingerprint: string;
  /** Numbers of an embedding. */
  readonly width: number;
  /** Tokens of a text, start and end included: 77. */
  readonly contextLength: number;
  /** What cosines are multiplied by before a softmax; about 100. */
  readonly logitScale: number;
  /** Tokens of a text with start and end, before it is cut to the context length. */
  readonly countTokens: (text: string) => number;
  readonly embedImages: (rasters: readonly Raster[], work?: ModelWork) => Promise<Matrix>;
  /**
   * What texts have in common at their beginning is encoded once, in one call and from call to call, and none is
   * padded: many texts at once that share a long beginning cost little.
   */
  readonly embedTexts: (texts: readonly string[], work?: ModelWork) => Promise<Matrix>;
  readonly close: () => Promise<void>;
}

export interface CaptionOptions extends ModelWork {
  /** Tokens of a caption; 32 unless said, as CLIP Interrogator has it. */
  readonly maxTokens?: number;
  /** 1, greedy, unless said. */
  readonly beams?: number;
}

/** A model that says what is in a picture, in a sentence. */
export interface Captioner {
  /** "blip-large" */
  readonly name: string;
  readonly caption: (rasters: readonly Raster[], options?: CaptionOptions) => Promise<string[]>;
  readonly close: () => Promise<void>;
}
