import type { Size, Window } from "./resize-bicubic.js";

/** To the nearest whole number, halves to the even one, as Python rounds. */
function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  return value - down === 0.5 ? down + (down % 2) : Math.round(value);
}

/**
 * The size at which the shorter side is `side`, the longer one rounded down, and the middle square of it.
 *
 * @source https://github.com/pytorch/vision/blob/main/torchvision/transforms/functional.py
 * `_compute_resized_output_size`, `center_crop`
 */
export function coverSquare(size: Size, side: number): { readonly size: Size; readonly window: Window } {
  const long = Math.floor((side * Math.max(size.width, size.height)) / Math.min(size.width, size.height));
  const resized = size.width <= size.height ? { width: side, height: long } : { width: long, height: side };
  return {
    size: resized,
    window: {
      left: roundHalfEven((resized.width - side) / 2),
      top: roundHalfEven((resized.height - side) / 2),
      width: side,
      height: side,
    },
  };
}
