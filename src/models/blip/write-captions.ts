import type { Session } from "../onnx/session.js";
import { beamSearch } from "../sampling/beam-search.js";
import type { SamplingOptions } from "../sampling/decoder.js";
import { greedySearch } from "../sampling/greedy.js";
import type { BlipConfig } from "./config.js";
import type { Rows } from "./rows.js";
import { joinRows } from "./rows.js";
import { startCaptions } from "./text-decoder.js";

/** The two halves of a model, loaded. */
export interface BlipSessions {
  readonly config: BlipConfig;
  readonly vision: Session;
  readonly text: Session;
}

export type WritingOptions = Omit<SamplingOptions, "start" | "end"> & { readonly beams: number };

/** What the text decoder reads of pictures, one after another: a batch takes as long, and far more memory. */
async function look(
  { config, vision }: BlipSessions,
  pictures: readonly Float32Array[],
  check: WritingOptions["check"],
): Promise<{ readonly [name: string]: Rows }> {
  const side = config.vision.imageSize;
  const parts = new Map<string, Rows[]>();
  for (const pixels of pictures) {
    await check?.();
    const seen = await vision.run({ pixels: vision.tensorOf(pixels, [1, 3, side, side]) });
    for (const [name, { data, dims }] of Object.entries(seen)) {
      if (!name.startsWith("cross_")) continue;
      parts.set(name, [...(parts.get(name) ?? []), { shape: dims, data: data as Float32Array }]);
    }
  }
  return Object.fromEntries([...parts].map(([name, rows]) => [name, joinRows(rows)]));
}

/**
 * Captions of preprocessed pictures, [3, side, side] each, as token ids, the end token included unless one was cut.
 * They are written side by side: the decoder is read from memory once for a token of each.
 */
export async function writeCaptions(
  sessions: BlipSessions,
  pictures: readonly Float32Array[],
  options: WritingOptions,
): Promise<number[][]> {
  const { text } = sessions.config;
  const seen = await look(sessions, pictures, options.check);
  const decoder = startCaptions(sessions.text, text, seen);
  const sampling = { ...options, start: text.start, end: text.end };
  const search = options.beams === 1 ? greedySearch : beamSearch;
  return search(decoder, pictures.length, sampling);
}
