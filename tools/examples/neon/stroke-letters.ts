/** Segments of a letter in a box one wide and one high, y down: `[x1, y1, x2, y2]`. */
type Segment = readonly [number, number, number, number];

function path(...points: readonly (readonly [number, number])[]): Segment[] {
  return points.slice(1).map(([x, y], i) => [points[i]?.[0] ?? 0, points[i]?.[1] ?? 0, x, y] as const);
}

/** Letters as bent glass tubes, drawn for this project. */
export const STROKE_LETTERS: Readonly<Record<string, readonly Segment[]>> = {
  A: [...path([0.1, 1], [0.5, 0], [0.9, 1]), ...path([0.25, 0.65], [0.75, 0.65])],
  B: [
    ...path([0.15, 0.5], [0.6, 0.5], [0.85, 0.62], [0.85, 0.88], [0.6, 1], [0.15, 1], [0.15, 0], [0.55, 0]),
    ...path([0.55, 0], [0.78, 0.12], [0.78, 0.38], [0.6, 0.5]),
  ],
  C: path([0.85, 0.18], [0.62, 0], [0.36, 0], [0.12, 0.25], [0.12, 0.75], [0.36, 1], [0.62, 1], [0.85, 0.82]),
  D: path([0.15, 0], [0.55, 0], [0.85, 0.28], [0.85, 0.72], [0.55, 1], [0.15, 1], [0.15, 0]),
  E: [...path([0.85, 0], [0.15, 0], [0.15, 1], [0.85, 1]), ...path([0.15, 0.5], [0.7, 0.5])],
  H: [...path([0.15, 0], [0.15, 1]), ...path([0.85, 0], [0.85, 1]), ...path([0.15, 0.5], [0.85, 0.5])],
  I: path([0.5, 0], [0.5, 1]),
  K: [...path([0.15, 0], [0.15, 1]), ...path([0.85, 0], [0.15, 0.55]), ...path([0.38, 0.4], [0.88, 1])],
  L: path([0.2, 0], [0.2, 1], [0.85, 1]),
  M: path([0.08, 1], [0.12, 0], [0.5, 0.62], [0.88, 0], [0.92, 1]),
  N: path([0.15, 1], [0.15, 0], [0.85, 1], [0.85, 0]),
  O: path(
    [0.36, 0],
    [0.64, 0],
    [0.88, 0.25],
    [0.88, 0.75],
    [0.64, 1],
    [0.36, 1],
    [0.12, 0.75],
    [0.12, 0.25],
    [0.36, 0],
  ),
  R: [
    ...path([0.15, 1], [0.15, 0], [0.6, 0], [0.85, 0.15], [0.85, 0.38], [0.6, 0.52], [0.15, 0.52]),
    ...path([0.5, 0.52], [0.88, 1]),
  ],
  S: path(
    [0.84, 0.14],
    [0.62, 0],
    [0.34, 0],
    [0.14, 0.14],
    [0.14, 0.36],
    [0.32, 0.48],
    [0.68, 0.52],
    [0.86, 0.64],
    [0.86, 0.86],
    [0.66, 1],
    [0.34, 1],
    [0.12, 0.86],
  ),
  T: [...path([0.08, 0], [0.92, 0]), ...path([0.5, 0], [0.5, 1])],
  U: path([0.15, 0], [0.15, 0.75], [0.38, 1], [0.62, 1], [0.85, 0.75], [0.85, 0]),
  Z: path([0.12, 0], [0.88, 0], [0.12, 1], [0.88, 1]),
};

/** Distance from a point to the nearest stroke of a letter, in letter widths; letters are `tall` times as high as wide. */
export function strokeDistance(letter: string, x: number, y: number, tall: number): number {
  let nearest = 9;
  for (const [x1, y1, x2, y2] of STROKE_LETTERS[letter] ?? []) {
    const dx = x2 - x1;
    const dy = (y2 - y1) * tall;
    const px = x - x1;
    const py = (y - y1) * tall;
    const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(px - t * dx, py - t * dy));
  }
  return nearest;
}
