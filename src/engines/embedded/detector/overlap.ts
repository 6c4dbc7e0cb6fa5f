import type { Region } from "../../../blueprint/types.js";

/** Share of `inner` that lies in `outer`, 0 to 1; 0 where it has no area. */
export function shareWithin(inner: Region, outer: Region): number {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x);
  const height = Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y);
  return width <= 0 || height <= 0 ? 0 : (width * height) / (inner.width * inner.height);
}

/** Whether it is likely a part of one of these, seen twice. */
export function isPartOf(region: Region, others: readonly { readonly region: Region }[]): boolean {
  return others.some((other) => shareWithin(region, other.region) >= 0.6);
}
