import type { Clip } from "../../../models/types.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { ArtistPolicy, InterrogationMode, QualityLevel } from "../../types.js";
import type { PhraseTable } from "../phrases/types.js";

export interface Question {
  /** The picture as CLIP embeds it, of length 1. */
  readonly image: Float32Array;
  /** What the picture shows; every mode but negative and style begins with it. */
  readonly caption?: string;
  /** A prompt of the picture, whose phrases negative mode must not hold. */
  readonly prompt?: string;
}

export interface InterrogationTools {
  readonly clip: Pick<Clip, "embedTexts" | "countTokens" | "contextLength">;
  /** By the names that `PhraseList` tells; those that a mode asks for and that are not there count as empty. */
  readonly tables: readonly PhraseTable[];
  /** The same model, quick and nearly right: turbo tries candidates with it, and has the best of them judged by `clip`. */
  readonly rough?: Pick<Clip, "embedTexts">;
  /** Knows artists and what belongs to a subject; the standard one unless given. */
  readonly vocabulary?: Vocabulary;
}

export interface InterrogateOptions {
  readonly mode: InterrogationMode;
  /** Gives the very strings of clip-interrogator 0.6.0; quality and artists are then not looked at. */
  readonly compat?: "clip-interrogator";
  /** "exact" unless said. */
  readonly quality?: QualityLevel;
  /** "suggest" unless said. */
  readonly artists?: ArtistPolicy;
  /**
   * Phrases that a chain takes on even where one lowers the similarity: it may rise again. 8 unless said; without
   * `compat`, negative mode takes on none.
   */
  readonly minPhrases?: number;
  /** 32 unless said; in classic mode it counts the flavours alone and is 3. */
  readonly maxPhrases?: number;
  /** Candidates of a chain: those that rank highest alone. 2048 unless said. */
  readonly candidates?: number;
  /** Phrases that clip-interrogator ranks at a time: 2048 unless said. Only with `compat`. */
  readonly chunkSize?: number;
  readonly signal?: AbortSignal;
  /** Steps of a chain that are done, of those that there can be. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A phrase of the prompt, in its order. */
export interface ChosenPhrase {
  readonly text: string;
  /** Name of the table that it is from. */
  readonly table: string;
  /** Cosine similarity of the phrase alone to the picture. */
  readonly score: number;
  /** By how much it raised the similarity of the prompt before it; below zero where it lowered it. */
  readonly gain: number;
}

/** An artist whose name the picture is near to: a guess, no attribution. */
export interface Resemblance {
  readonly artist: string;
  readonly score: number;
  /** 0 to 1: how far it stands out from the artists after it, in spreads of the table; not a chance of being right. */
  readonly confidence: number;
}

export interface Interrogation {
  readonly mode: InterrogationMode;
  readonly prompt: string;
  /** Cosine similarity of the prompt to the picture. */
  readonly similarity: number;
  readonly phrases: readonly ChosenPhrase[];
  /** Nearest first; empty unless artists are suggested. */
  readonly artists: readonly Resemblance[];
  /** Texts that CLIP was asked for. */
  readonly encoded: number;
}
