/** Where something stands on the page, in pixels. */
export interface Box {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far apart two boxes are from left to right; 0 where they overlap. */
function gapAcross(x: Box, y: Box): number {
  return Math.max(0, x.left - y.right, y.left - x.right);
}

function isNearer(from: Box, x: Box, y: Box): boolean {
  const [gapX, gapY] = [gapAcross(from, x), gapAcross(from, y)];
  if (gapX !== gapY) return gapX < gapY;
  const middle = (box: Box): number => Math.abs(box.left + box.right - from.left - from.right);
  return middle(x) < middle(y);
}

/** The box on the next line above or below that is nearest from left to right; ties go to the first. */
export function boxBeyond(boxes: readonly Box[], from: Box, way: "up" | "down"): Box | undefined {
  const beyond = boxes.filter((box) =>
    way === "up" ? box.bottom <= from.top + 1 : box.top >= from.bottom - 1,
  );
  const edge = (box: Box): number => (way === "up" ? -box.bottom : box.top);
  const nearest = Math.min(...beyond.map(edge));
  const line = beyond.filter((box) => edge(box) < nearest + (from.bottom - from.top) / 2);
  let best = line[0];
  for (const box of line) if (best !== undefined && isNearer(from, box, best)) best = box;
  return best;
}

/** The first of the row's boxes, which wrap, that the point stands before; null at the end. */
export function boxAfter(boxes: readonly Box[], x: number, y: number): string | null {
  const next = boxes.find((box) => y < box.top || (y <= box.bottom && x < (box.left + box.right) / 2));
  return next?.id ?? null;
}
