/** A value a cell, rows from the top; every row as long as the first. */
export type Grid = readonly (readonly number[])[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge of the mesh between four neighboring cell centers: its key, and where the level crosses it. */
interface Crossing extends Point {
  readonly key: string;
}

type Side = "top" | "right" | "bottom" | "left";

/**
 * Marching squares: which sides of a mesh a contour joins, with the higher cells on its left; by the corners at or
 * above the level (1 top left, 2 top right, 4 bottom right, 8 bottom left). 5 and 10 are the saddles.
 */
const JOINS: { readonly [corners: number]: readonly (readonly [Side, Side])[] } = {
  1: [["left", "top"]],
  2: [["top", "right"]],
  3: [["left", "right"]],
  4: [["right", "bottom"]],
  6: [["top", "bottom"]],
  7: [["left", "bottom"]],
  8: [["bottom", "left"]],
  9: [["bottom", "top"]],
  11: [["bottom", "right"]],
  12: [["right", "left"]],
  13: [["right", "top"]],
  14: [["top", "left"]],
};
const SADDLE_APART: typeof JOINS = {
  5: [
    ["left", "top"],
    ["right", "bottom"],
  ],
  10: [
    ["top", "right"],
    ["bottom", "left"],
  ],
};
const SADDLE_JOINED: typeof JOINS = {
  5: [
    ["right", "top"],
    ["left", "bottom"],
  ],
  10: [
    ["top", "left"],
    ["bottom", "right"],
  ],
};

function joinsOf(corners: readonly number[], level: number): readonly (readonly [Side, Side])[] {
  const code = corners.reduce((sum, value, bit) => sum + (value >= level ? 2 ** bit : 0), 0);
  const joined = corners.reduce((sum, value) => sum + value, 0) / 4 >= level;
  return JOINS[code] ?? (joined ? SADDLE_JOINED : SADDLE_APART)[code] ?? [];
}

/** Where between two cells the level lies: 0 at the first, 1 at the second. */
function part(from: number, to: number, level: number): number {
  return from === to ? 0.5 : (level - from) / (to - from);
}

/** The crossing on a side of the mesh whose top left cell is (x, y). */
function crossing(
  side: Side,
  x: number,
  y: number,
  [a, b, c, d]: readonly number[],
  level: number,
): Crossing {
  switch (side) {
    case "top":
      return { key: `h${x},${y}`, x: x + part(a ?? 0, b ?? 0, level), y };
    case "bottom":
      return { key: `h${x},${y + 1}`, x: x + part(d ?? 0, c ?? 0, level), y: y + 1 };
    case "left":
      return { key: `v${x},${y}`, x, y: y + part(a ?? 0, d ?? 0, level) };
    case "right":
      return { key: `v${x + 1},${y}`, x: x + 1, y: y + part(b ?? 0, c ?? 0, level) };
  }
}

/**
 * The outlines of where the grid reaches the level, as closed loops in the unit square. Outside the grid counts as
 * below any level, so that what touches the border is closed along it.
 */
export function contours(grid: Grid, level: number): readonly (readonly Point[])[] {
  const rows = grid.length;
  const columns = grid[0]?.length ?? 0;
  const at = (x: number, y: number): number => grid[y]?.[x] ?? 0;
  const next = new Map<string, { readonly from: Crossing; readonly to: Crossing }>();
  for (let y = -1; y < rows; y++) {
    for (let x = -1; x < columns; x++) {
      const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)];
      for (const [start, end] of joinsOf(corners, level)) {
        const from = crossing(start, x, y, corners, level);
        next.set(from.key, { from, to: crossing(end, x, y, corners, level) });
      }
    }
  }
  const inside = (value: number, count: number): number => Math.min(1, Math.max(0, (value + 0.5) / count));
  const loops: Point[][] = [];
  while (next.size > 0) {
    const loop: Point[] = [];
    let [key] = next.keys();
    for (let step = next.get(key ?? ""); step !== undefined; step = next.get(key)) {
      next.delete(step.from.key);
      loop.push({ x: inside(step.from.x, columns), y: inside(step.from.y, rows) });
      key = step.to.key;
    }
    loops.push(loop);
  }
  return loops;
}

/** The closed loop with its corners cut at a quarter, twice. @source G. Chaikin, "An algorithm for high speed curve generation", 1974 */
export function smooth(loop: readonly Point[]): readonly Point[] {
  const cut = (points: readonly Point[]): readonly Point[] =>
    points.flatMap((from, at) => {
      const to = points[(at + 1) % points.length] ?? from;
      const between = (t: number): Point => ({
        x: from.x + t * (to.x - from.x),
        y: from.y + t * (to.y - from.y),
      });
      return [between(0.25), between(0.75)];
    });
  return cut(cut(loop));
}

/** The area that a closed loop holds, whichever way it runs. */
export function areaOf(loop: readonly Point[]): number {
  const twice = loop.reduce((sum, { x, y }, at) => {
    const next = loop[(at + 1) % loop.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
