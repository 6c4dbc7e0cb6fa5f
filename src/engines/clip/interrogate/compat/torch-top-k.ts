import { nthElement, type Places, partialSort, sort } from "./select.js";

/**
 * The positions of the k greatest values, greatest first; of equal ones those, and in that order, that PyTorch's topk
 * gives on a processor.
 *
 * @source PyTorch 2.15, aten/src/ATen/native/TopKImpl.h; shown equal by tools/golden/clip-interrogator/ties.py
 */
export function torchTopK(values: Float32Array, k: number): Uint32Array {
  const n = values.length;
  const count = Math.min(k, n);
  if (count <= 0) return new Uint32Array(0);
  const places: Places = {
    at: Uint32Array.from({ length: n }, (_, i) => i),
    before: (a, b) => (values[a] as number) > (values[b] as number),
  };
  if (count * 64 <= n) partialSort(places, 0, count, n);
  else {
    nthElement(places, 0, count - 1, n);
    sort(places, 0, count - 1);
  }
  return places.at.slice(0, count);
}
