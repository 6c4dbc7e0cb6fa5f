/** A tensor whose first axis counts rows: `data[row * rest + ...]`. */
export interface Rows {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The rows of these numbers, in this order; the very tensor when they are all of its rows in order. */
export function pickRows({ shape, data }: Rows, picked: readonly number[]): Rows {
  const [count = 0, ...rest] = shape;
  const size = rest.reduce((product, side) => product * side, 1);
  const inOrder = picked.every((row, index) => row === index);
  const to = [picked.length, ...rest];
  if (inOrder)
    return { shape: to, data: picked.length === count ? data : data.subarray(0, picked.length * size) };
  const copy = new Float32Array(picked.length * size);
  picked.forEach((row, index) => {
    copy.set(data.subarray(row * size, (row + 1) * size), index * size);
  });
  return { shape: to, data: copy };
}

/** The rows of several tensors, one after another. */
export function joinRows(parts: readonly Rows[]): Rows {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? { shape: [0], data: new Float32Array() };
  const data = new Float32Array(parts.reduce((total, part) => total + part.data.length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  const rows = parts.reduce((total, { shape }) => total + (shape[0] ?? 0), 0);
  return { shape: [rows, ...first.shape.slice(1)], data };
}
