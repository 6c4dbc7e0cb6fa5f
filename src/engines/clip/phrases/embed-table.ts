import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { access, open, rename } from "node:fs/promises";
import { ImpromptError } from "../../../base/error.js";
import type { Clip, ModelWork } from "../../../models/types.js";
import type { TableLayout } from "./cache-layout.js";
import { fromHalf, toHalf } from "./half.js";
import { readRows } from "./read-table.js";

/** Phrases between two writes: what an interruption loses at most. */
const FLUSH = 1024;

interface Sink {
  readonly write: (bytes: Uint8Array, at: number) => Promise<void>;
  /** Why nothing is written any more. */
  readonly failure: () => unknown;
}

/** A full or read-only disk costs the cache, never the answer. */
function sinkOf(file: FileHandle | undefined, unopened: unknown): Sink {
  let failure = unopened;
  return {
    write: async (bytes, at) => {
      if (file === undefined || failure !== undefined) return;
      try {
        await file.write(bytes, 0, bytes.length, at);
        await file.datasync();
      } catch (error) {
        failure = error;
      }
    },
    failure: () => failure,
  };
}

const bytesOf = (halves: Uint16Array): Uint8Array =>
  new Uint8Array(halves.buffer, halves.byteOffset, halves.byteLength);

async function settle(partial: string, path: string): Promise<void> {
  try {
    await rename(partial, path);
  } catch (error) {
    // Another process has finished the same file.
    await access(path).catch(() => {
      throw error;
    });
  }
}

async function compute(
  { rows, width, start, rowBytes }: TableLayout,
  phrases: readonly string[],
  clip: Clip,
  done: number,
  data: Float32Array,
  sink: Sink,
  { signal, onProgress }: ModelWork,
): Promise<void> {
  onProgress?.(done, rows);
  for (let from = done; from < rows; from += FLUSH) {
    if (signal?.aborted === true) throw new ImpromptError("cancelled", "embedding phrases was cancelled");
    const texts = phrases.slice(from, from + FLUSH);
    const embedded = await clip.embedTexts(texts, {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (part) => onProgress(from + part, rows) }),
    });
    const halves = toHalf(embedded.data);
    fromHalf(halves, data, from * width);
    await sink.write(bytesOf(halves), start + from * rowBytes);
    onProgress?.(from + texts.length, rows);
  }
}

export interface Embedded {
  readonly data: Float32Array;
  /** What kept the file from being written. */
  readonly failure: unknown;
}

/**
 * The embeddings of phrases, rounded to half precision, computed into `<path>.partial` and renamed when all are there;
 * what an earlier run has left there is gone on from. Needs no lock: every row has its place and its value, so two
 * processes at the same file write the same bytes.
 */
export async function embedTable(
  path: string,
  layout: TableLayout,
  phrases: readonly string[],
  clip: Clip,
  work: ModelWork,
): Promise<Embedded> {
  const partial = `${path}.partial`;
  const data = new Float32Array(layout.rows * layout.width);
  let unopened: unknown;
  const file = await open(partial, constants.O_RDWR | constants.O_CREAT, 0o644).catch((error: unknown) => {
    unopened = error;
    return undefined;
  });
  const sink = sinkOf(file, unopened);
  try {
    const done = file === undefined ? 0 : await readRows(file, layout.start, "F16", data, layout.width);
    await sink.write(layout.head, 0);
    await compute(layout, phrases, clip, done, data, sink, work);
    await sink.write(layout.tail, layout.end);
  } finally {
    await file?.close();
  }
  if (sink.failure() !== undefined) return { data, failure: sink.failure() };
  return settle(partial, path).then(
    () => ({ data, failure: undefined }),
    (failure: unknown) => ({ data, failure }),
  );
}
