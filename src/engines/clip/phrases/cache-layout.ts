import { createHash } from "node:crypto";
import type { PhraseList } from "./types.js";

/**
 * Files of phrase embeddings are safetensors in the very layout of CLIP Interrogator 0.6, so that either reads the
 * other's: `<model>_<list>.safetensors` with "embeds", half precision, a row a phrase, and "hash", the 64 letters of
 * a hexadecimal sha256 of the phrases joined by commas, as int8. Ours say besides, as metadata, which weights they
 * are of.
 *
 * @source clip_interrogator/clip_interrogator.py of the package clip-interrogator 0.6.0, class LabelTable (2026-11-21)
 */
export interface TableLayout {
  readonly rows: number;
  readonly width: number;
  /** "embeds" starts here, in bytes from the start of the file. */
  readonly start: number;
  readonly rowBytes: number;
  /** "hash" starts here and ends the file. */
  readonly end: number;
  /** Length of the header as 8 bytes, and the header. */
  readonly head: Uint8Array;
  /** The letters of the hash. */
  readonly tail: Uint8Array;
}

/** "ViT-L-14/openai" and "flavors": "ViT-L-14_openai_flavors.safetensors". */
export function fileNameOf(model: string, list: string): string {
  return `${model.replace(/[/@\\]/gu, "_")}_${list.replace(/[/\\\p{Cc}]/gu, "_")}.safetensors`;
}

const hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What CLIP Interrogator knows a list by. */
export function hashOfPhrases(phrases: readonly string[]): string {
  return hex(phrases.join(","));
}

/** What we know the embeddings of a list by: the weights, the tokenizer and each phrase, wherever commas stand. */
export function keyOf(fingerprint: string, phrases: readonly string[]): string {
  return hex(JSON.stringify(["imprompt phrases 1", fingerprint, phrases]));
}

/** The folder of a set of lists: 16 hexadecimal digits. */
export function setKeyOf(fingerprint: string, lists: readonly PhraseList[]): string {
  return hex(
    JSON.stringify([
      "imprompt lists 1",
      fingerprint,
      lists.map(({ name, phrases }) => [name, hashOfPhrases(phrases)]),
    ]),
  ).slice(0, 16);
}

/** How the file of a list is laid out; the same for the same key and width, to the byte. */
export function layoutOf(key: string, phrases: readonly string[], width: number): TableLayout {
  const rows = phrases.length;
  const rowBytes = 2 * width;
  const embeds = rows * rowBytes;
  const tail = Buffer.from(hashOfPhrases(phrases), "latin1");
  const header = JSON.stringify({
    __metadata__: { imprompt: key },
    embeds: { dtype: "F16", shape: [rows, width], data_offsets: [0, embeds] },
    hash: { dtype: "I8", shape: [tail.length], data_offsets: [embeds, embeds + tail.length] },
  });
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8), "latin1");
  const head = Buffer.alloc(8 + padded.length);
  head.writeBigUInt64LE(BigInt(padded.length));
  padded.copy(head, 8);
  return { rows, width, start: head.length, rowBytes, end: head.length + embeds, head, tail };
}
