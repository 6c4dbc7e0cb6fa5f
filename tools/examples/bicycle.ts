import type { Sharp } from "sharp";
import sharp from "sharp";
import { hash } from "./noise.js";

const WIDTH = 960;
const HEIGHT = 700;

type Point = readonly [x: number, y: number];

/** A bicycle with a basket of flowers, in ink lines on white. */
export function bicycle(): Sharp {
  const strokes = [
    ...wheel([285, 470]),
    ...wheel([680, 470]),
    ...frame(),
    ...fittings(),
    ...basket(),
    ...ground(),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#ffffff"/>
    <g fill="none" stroke="#111111" stroke-linecap="round" stroke-linejoin="round">${strokes.join("")}</g>
  </svg>`;
  return sharp(Buffer.from(svg)).greyscale();
}

function path(d: string, width: number): string {
  return `<path d="${d}" stroke-width="${width}"/>`;
}

/** A line as a hand draws it: slightly bent, its ends not quite where they should be. */
function line(from: Point, to: Point, width: number, seed: number): string {
  const off = (index: number, reach: number): number => reach * (hash(seed, index, 77) - 0.5);
  const [x, y] = [(from[0] + to[0]) / 2 + off(1, 5), (from[1] + to[1]) / 2 + off(2, 5)];
  const end = [to[0] + off(3, 3), to[1] + off(4, 3)];
  return path(
    `M${from[0]} ${from[1]}Q${x.toFixed(1)} ${y.toFixed(1)} ${end.map((at) => at.toFixed(1)).join(" ")}`,
    width,
  );
}

/** A circle of eight arcs that do not quite agree on the radius. */
function ring([x, y]: Point, radius: number, width: number, seed: number): string {
  const points = Array.from({ length: 25 }, (_, i) => {
    const angle = (i * Math.PI) / 12;
    const reach = radius + 1.6 * (hash(i % 24, seed, 5) - 0.5);
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return path(`M${points.join("L")}`, width);
}

function wheel(hub: Point): string[] {
  const spokes = Array.from({ length: 26 }, (_, i) => {
    const angle = (i * Math.PI) / 13;
    const lean = angle + (i % 2 === 0 ? 0.5 : -0.5);
    const from: Point = [hub[0] + 9 * Math.cos(lean), hub[1] + 9 * Math.sin(lean)];
    return line(from, [hub[0] + 132 * Math.cos(angle), hub[1] + 132 * Math.sin(angle)], 1.1, i + hub[0]);
  });
  return [
    ring(hub, 150, 4.5, 1),
    ring(hub, 143, 1.6, 2),
    ring(hub, 133, 2.2, 3),
    ring(hub, 10, 3, 4),
    ...spokes,
  ];
}

/** Every tube is two lines. */
function tube(from: Point, to: Point, wide: number, seed: number): string[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [dx, dy] = [(-(to[1] - from[1]) * wide) / length, ((to[0] - from[0]) * wide) / length];
  return [1, -1].map((side) =>
    line(
      [from[0] + side * dx, from[1] + side * dy],
      [to[0] + side * dx, to[1] + side * dy],
      2.6,
      seed + side,
    ),
  );
}

function frame(): string[] {
  const [rear, crank, seat, head, front] = [
    [285, 470],
    [455, 480],
    [405, 265],
    [612, 245],
    [680, 470],
  ] as const;
  return [
    ...tube(rear, crank, 4, 10),
    ...tube(rear, seat, 4, 20),
    ...tube(crank, [396, 222], 6, 30),
    ...tube(seat, head, 6, 40),
    ...tube(crank, [620, 275], 6, 50),
    ...tube([598, 200], front, 6, 60),
    ring(crank, 38, 3, 7),
    ring(crank, 30, 1.4, 8),
    line([crank[0], crank[1]], [500, 545], 6, 71),
    line([478, 546], [524, 546], 8, 72),
    path("M285 457L452 443M285 483L452 517", 1.6),
  ];
}

function fittings(): string[] {
  return [
    path("M340 214C372 196 418 202 448 210C440 226 410 224 396 226C370 230 344 234 340 214Z", 3.4),
    path("M598 200C590 168 560 160 530 166M598 200C612 170 640 164 664 176", 5),
    path("M530 166l-30 6M664 176l26 10", 9),
    path("M136 440C146 340 220 296 300 304M560 420C584 350 640 312 700 314", 3),
    ring([720, 250], 15, 2.6, 9),
  ];
}

function basket(): string[] {
  const weave = Array.from({ length: 9 }, (_, i) =>
    line([640 + i * 17, 214], [652 + i * 14, 300], 1.6, 200 + i),
  );
  const rounds = Array.from({ length: 5 }, (_, i) =>
    line([640 + i * 2.6, 216 + i * 21], [778 - i * 2.8, 216 + i * 21], 2, 220 + i),
  );
  const flowers = Array.from({ length: 7 }, (_, i) => {
    const [x, y] = [656 + i * 18, 168 - 38 * hash(i, 6, 3)] as const;
    const petals = Array.from({ length: 6 }, (__, k) => {
      const angle = (k * Math.PI) / 3;
      return ring([x + 9 * Math.cos(angle), y + 9 * Math.sin(angle)], 5.5, 1.6, i * 7 + k);
    });
    return [line([680 + i * 9, 214], [x, y + 14], 1.8, 240 + i), ring([x, y], 4, 1.6, i), ...petals].join("");
  });
  return [...weave, ...rounds, ...flowers];
}

function ground(): string[] {
  const grass = Array.from({ length: 46 }, (_, i) => {
    const x = 90 + i * 17 + 12 * hash(i, 1, 9);
    return line(
      [x, 624 + 6 * hash(i, 2, 9)],
      [x + 8 * (hash(i, 3, 9) - 0.5), 604 - 16 * hash(i, 4, 9)],
      1.5,
      300 + i,
    );
  });
  return [line([60, 626], [900, 624], 2.4, 290), ...grass];
}
