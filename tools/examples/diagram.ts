import type { Sharp } from "sharp";
import sharp from "sharp";
import { widthOf, written } from "./lettering.js";
import { noise } from "./noise.js";

const WIDTH = 1000;
const HEIGHT = 700;
const BLUE = "#2b4a8c";

interface Step {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly shape: "box" | "choice" | "round";
}

const STEPS = {
  start: { text: "START", x: 150, y: 110, shape: "round" },
  read: { text: "READ FILE", x: 430, y: 110, shape: "box" },
  known: { text: "KNOWN", x: 760, y: 110, shape: "choice" },
  measure: { text: "MEASURE", x: 760, y: 340, shape: "box" },
  recall: { text: "RECALL", x: 430, y: 340, shape: "box" },
  fuse: { text: "MERGE ALL", x: 600, y: 560, shape: "box" },
  done: { text: "DONE", x: 220, y: 560, shape: "round" },
} as const satisfies Record<string, Step>;

/** A flow chart drawn by hand with a blue pen on white paper. */
export function diagram(): Sharp {
  const { start, read, known, measure, recall, fuse, done } = STEPS;
  const marks = [
    ...Object.values(STEPS).map((step, index) => shaped(step, index)),
    arrow([start.x + 88, start.y], [read.x - 112, read.y]),
    arrow([read.x + 112, read.y], [known.x - 128, known.y]),
    arrow([known.x, known.y + 72], [measure.x, measure.y - 48]),
    arrow([known.x - 90, known.y + 40], [recall.x + 60, recall.y - 48]),
    arrow([measure.x - 30, measure.y + 46], [fuse.x + 60, fuse.y - 48]),
    arrow([recall.x + 40, recall.y + 46], [fuse.x - 60, fuse.y - 48]),
    arrow([fuse.x - 118, fuse.y], [done.x + 84, done.y]),
    pen(written("NO", 785, 215, 20, shaken)),
    pen(written("YES", 530, 190, 20, shaken)),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#fdfdfb"/>${marks.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** Where a hand that means this point puts its pen. */
function shaken(x: number, y: number): readonly [number, number] {
  return [x + 5 * (noise(x / 26, y / 26, 3) - 0.5), y + 5 * (noise(x / 26, y / 26, 4) - 0.5)];
}

function pen(d: string): string {
  return `<path d="${d}" fill="none" stroke="${BLUE}" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A line through points, shaken all along. */
function drawn(points: readonly (readonly [number, number])[]): string {
  const all = points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const steps = Math.max(2, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 9));
    return Array.from({ length: steps + 1 }, (_, k) =>
      shaken(from[0] + ((to[0] - from[0]) * k) / steps, from[1] + ((to[1] - from[1]) * k) / steps),
    );
  });
  return pen(`M${all.map((point) => point.map((at) => at.toFixed(1)).join(" ")).join("L")}`);
}

function outline({ x, y, shape, text }: Step, seed: number): readonly (readonly [number, number])[] {
  const half = widthOf(text, 22) / 2 + 22;
  if (shape === "choice")
    return [
      [x, y - 70],
      [x + 125, y + 2],
      [x - 2, y + 70],
      [x - 125, y - 2],
      [x + 4, y - 73],
    ];
  if (shape === "box")
    return [
      [x - half, y - 44],
      [x + half, y - 45 + (seed % 3)],
      [x + half, y + 44],
      [x - half, y + 45],
      [x - half + 2, y - 50],
    ];
  return Array.from({ length: 34 }, (_, i) => {
    const angle = (i * Math.PI) / 16;
    return [x + (half + 10) * Math.cos(angle), y + (42 + 0.12 * i) * Math.sin(angle)] as const;
  });
}

function shaped(step: Step, seed: number): string {
  const left = step.x - widthOf(step.text, 22) / 2;
  return drawn(outline(step, seed)) + pen(written(step.text, left, step.y - 11, 22, shaken));
}

function arrow(from: readonly [number, number], to: readonly [number, number]): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const barb = (turn: number): readonly [number, number] => [
    to[0] - 18 * Math.cos(angle + turn),
    to[1] - 18 * Math.sin(angle + turn),
  ];
  return drawn([from, to]) + drawn([barb(0.5), to, barb(-0.5)]);
}
