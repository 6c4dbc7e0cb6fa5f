/** Where a tensor lies in the bytes after the header, and how its numbers are stored. */
export interface TensorEntry {
  /** "i8": a byte a weight, times the scale of its row, which stands before the rows as float32. */
  readonly type: "f32" | "i8";
  readonly rows: number;
  readonly columns: number;
  /** Bytes from the end of the header, a multiple of four. */
  readonly offset: number;
}

/** Rows x columns of float32. */
export function readTensor(payload: Uint8Array, { type, rows, columns, offset }: TensorEntry): Float32Array {
  const view = new DataView(payload.buffer, payload.byteOffset + offset);
  const floats = (count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, at) => view.getFloat32(at * 4, true));
  if (type === "f32") return floats(rows * columns);
  const scales = floats(rows);
  const values = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const scale = scales[row] as number;
    for (let column = 0; column < columns; column += 1, at += 1) {
      values[at] = view.getInt8(rows * 4 + at) * scale;
    }
  }
  return values;
}
