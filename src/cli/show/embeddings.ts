import type { EmbeddedPictures } from "../../app/study.js";

/**
 * A safetensors file with one float32 tensor "embeds", a row a picture; its metadata name the model and, as a JSON
 * array, the files.
 */
export function toSafetensors({ model, fingerprint, names, rows }: EmbeddedPictures): Uint8Array {
  const size = rows.data.byteLength;
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { model, fingerprint, files: JSON.stringify(names) },
      embeds: { dtype: "F32", shape: [rows.rows, rows.width], data_offsets: [0, size] },
    }),
  );
  const padded = Math.ceil(header.length / 8) * 8;
  const bytes = Buffer.alloc(8 + padded + size, " ");
  bytes.writeBigUInt64LE(BigInt(padded));
  header.copy(bytes, 8);
  Buffer.from(rows.data.buffer, rows.data.byteOffset, size).copy(bytes, 8 + padded);
  return bytes;
}

/** A JSON document a line and picture: `{ file, model, embedding }`, numbers with seven digits. */
export function toJsonLines({ model, names, rows }: EmbeddedPictures): string {
  return names
    .map((file, at) => {
      const row = rows.data.subarray(at * rows.width, (at + 1) * rows.width);
      const embedding = Array.from(row, (value) => Number(value.toPrecision(7)));
      return `${JSON.stringify({ file, model, embedding })}\n`;
    })
    .join("");
}
