import { ImpromptError } from "../../../base/error.js";
import type { Matrix } from "../../../models/types.js";
import { dot } from "../phrases/top-k.js";
import type { InterrogationTools } from "./types.js";

/** Asks CLIP how near texts are to one picture, and counts what it asked. */
export interface Judge {
  readonly image: Float32Array;
  readonly countTokens: (text: string) => number;
  readonly contextLength: number;
  /** Cosine similarities, rounded to single precision. Throws "cancelled". */
  readonly similarities: (texts: readonly string[]) => Promise<Float32Array>;
  readonly encoded: () => number;
}

/** The dot product of each row with the query, summed in double precision and rounded once. */
export function dotProducts(matrix: Matrix, query: Float32Array): Float32Array {
  if (matrix.rows > 0 && matrix.width !== query.length) {
    throw new ImpromptError(
      "model-corrupt",
      `phrases are embedded in ${matrix.width} numbers and the picture in ${query.length}`,
      { hint: "Embed both with the same model" },
    );
  }
  const doubles = Float64Array.from(query);
  return Float32Array.from({ length: matrix.rows }, (_, row) => dot(matrix, row, doubles));
}

export function makeJudge(
  image: Float32Array,
  { clip }: Pick<InterrogationTools, "clip">,
  signal?: AbortSignal,
): Judge {
  let encoded = 0;
  const similarities = async (texts: readonly string[]): Promise<Float32Array> => {
    if (signal?.aborted === true) throw new ImpromptError("cancelled", "the interrogation was cancelled");
    encoded += texts.length;
    return dotProducts(await clip.embedTexts(texts, signal === undefined ? {} : { signal }), image);
  };
  return {
    image,
    countTokens: clip.countTokens,
    contextLength: clip.contextLength,
    similarities,
    encoded: () => encoded,
  };
}

/** Of equal values the first; -1 where there is none. */
export function firstMaximum(values: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < values.length; i += 1) {
    if (best < 0 || (values[i] as number) > (values[best] as number)) best = i;
  }
  return best;
}
