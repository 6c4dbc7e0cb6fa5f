import type { Point } from "./contours";
import type { Drawing } from "./overlay";
import type { Extent } from "./overlay-drawing";

/** Where the light's arrow starts, near the border that the light comes from, and where it ends, near the middle. */
export function arrowEnds(
  { dx, dy }: Drawing & { readonly kind: "arrow" },
  { width, height }: Extent,
): { readonly from: Point; readonly to: Point } {
  const least = Math.min(width, height);
  const [x, y] = [width / 2, height / 2];
  const far = 0.88 * Math.min(x / Math.max(1e-6, Math.abs(dx)), y / Math.max(1e-6, Math.abs(dy)));
  const near = Math.min(0.12 * least, far - 0.35 * least);
  return { from: { x: x - dx * far, y: y - dy * far }, to: { x: x - dx * near, y: y - dy * near } };
}
