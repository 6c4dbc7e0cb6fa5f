import type { Sharp } from "sharp";
import sharp from "sharp";
import { fractal, hash, mix, smoothstep } from "./noise.js";

const SIZE = 800;
/** Corners to a side of the island. */
const GRID = 26;
const SUN = [-0.55, 0.72, -0.42] as const;

type Point = readonly [x: number, y: number, z: number];
type Paint = readonly [red: number, green: number, blue: number];

interface Face {
  readonly corners: readonly Point[];
  readonly paint: Paint;
}

/** A low-poly island with a peak and pines in a round sea, seen from above and aside. */
export function lowPoly(): Sharp {
  const farthestFirst = (a: Face, b: Face): number => depthOf(b) - depthOf(a);
  const faces = [...sea().toSorted(farthestFirst), ...[...island(), ...pines()].toSorted(farthestFirst)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
    <defs><radialGradient id="g"><stop offset="0" stop-color="#ffe9d6"/><stop offset="1" stop-color="#f3b79b"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <ellipse cx="${SIZE / 2}" cy="${SIZE * 0.79}" rx="${SIZE * 0.42}" ry="${SIZE * 0.11}" fill="#c98a72" opacity="0.45"/>
    ${faces.map(drawn).join("")}
  </svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** Right and down on the picture, and away from the camera. */
function seen([x, y, z]: Point): Point {
  const [across, away] = [x * 0.82 - z * 0.57, x * 0.57 + z * 0.82];
  return [SIZE * (0.5 + 0.4 * across), SIZE * (0.6 - 0.4 * y * 0.86 - 0.4 * away * 0.5), away - 0.5 * y];
}

function depthOf({ corners }: Face): number {
  return corners.reduce((sum, corner) => sum + seen(corner)[2], 0) / corners.length;
}

function drawn({ corners, paint }: Face): string {
  const [a, b, c] = corners as [Point, Point, Point];
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
  const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
  const up = normal[1] < 0 ? -1 : 1;
  const length = up * Math.hypot(...normal);
  const lit = Math.max(0, (normal[0] * SUN[0] + normal[1] * SUN[1] + normal[2] * SUN[2]) / length);
  const tone = paint.map((part, i) => Math.min(255, part * (0.5 + 0.62 * lit) + (i === 2 ? 14 : 0)));
  const fill = `rgb(${tone.map(Math.round).join(",")})`;
  const points = corners.map((corner) =>
    seen(corner)
      .slice(0, 2)
      .map((at) => at.toFixed(1))
      .join(","),
  );
  return `<polygon points="${points.join(" ")}" fill="${fill}" stroke="${fill}" stroke-width="0.7"/>`;
}

function heightAt(x: number, z: number): number {
  const shore = 1 - smoothstep(0.3, 0.86, Math.hypot(x, z) + 0.25 * (fractal(x * 2 + 7, z * 2, 2, 3) - 0.5));
  const peak = Math.exp(-(((x - 0.12) / 0.26) ** 2) - ((z - 0.2) / 0.26) ** 2);
  return 0.16 * shore + 0.72 * peak * shore + 0.1 * shore * (fractal(x * 5, z * 5, 2, 9) - 0.5);
}

function groundPaint(y: number, at: number): Paint {
  const vary = 0.9 + 0.2 * hash(at, 4, 5);
  const paint: Paint =
    y < 0.045 ? [238, 214, 160] : y < 0.27 ? [122, 182, 92] : y < 0.52 ? [150, 128, 116] : [250, 250, 252];
  return [paint[0] * vary, paint[1] * vary, paint[2] * vary];
}

/** Two triangles to a square of the grid, corners shaken; only those that rise from the water. */
function island(): Face[] {
  const corner = (i: number, j: number): Point => {
    const x = (2 * (i + 0.5 * hash(i, j, 1))) / GRID - 1;
    const z = (2 * (j + 0.5 * hash(i, j, 2))) / GRID - 1;
    return [x, heightAt(x, z), z];
  };
  const faces: Face[] = [];
  for (let i = 0; i < GRID; i++)
    for (let j = 0; j < GRID; j++)
      for (const corners of [
        [corner(i, j), corner(i + 1, j), corner(i, j + 1)],
        [corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)],
      ]) {
        const y = corners.reduce((sum, each) => sum + each[1], 0) / 3;
        if (y > 0.012) faces.push({ corners, paint: groundPaint(y, i * 97 + j) });
      }
  return faces;
}

/** A slab of water of twelve sides, its top and its front. */
function sea(): Face[] {
  const rim = Array.from({ length: 12 }, (_, i): Point => {
    const angle = (i * Math.PI) / 6;
    return [0.98 * Math.cos(angle), 0, 0.98 * Math.sin(angle)];
  });
  return rim.flatMap((from, i) => {
    const to = rim[(i + 1) % 12] as Point;
    const low = (point: Point): Point => [point[0], -0.26, point[2]];
    const wall: Face = { corners: [from, to, low(to), low(from)], paint: [44, 132, 176] };
    const top: Face = { corners: [[0, 0, 0], from, to], paint: [mix(84, 96, i % 2), 186, 206] };
    const behind = seen(from)[2] + seen(to)[2] > 0.2;
    return behind ? [top] : [wall, top];
  });
}

/** Cones of five sides on the green slopes, each of two tiers. */
function pines(): Face[] {
  const faces: Face[] = [];
  for (let k = 0; k < 150; k++) {
    const [x, z] = [1.6 * hash(k, 1, 31) - 0.8, 1.6 * hash(k, 2, 31) - 0.8];
    const ground = heightAt(x, z);
    if (ground < 0.08 || ground > 0.24) continue;
    const tall = 0.11 + 0.07 * hash(k, 3, 31);
    for (const [foot, tip, wide] of [
      [0.15, 0.75, 0.34],
      [0.5, 1, 0.24],
    ] as const)
      for (let side = 0; side < 5; side++) {
        const edge = (turn: number): Point => {
          const angle = ((side + turn) * 2 * Math.PI) / 5 + k;
          return [x + wide * tall * Math.cos(angle), ground + foot * tall, z + wide * tall * Math.sin(angle)];
        };
        const paint: Paint = [34 + 20 * hash(k, 5, 31), 104 + 26 * hash(k, 6, 31), 78];
        faces.push({ corners: [[x, ground + tip * tall, z], edge(0), edge(1)], paint });
      }
  }
  return faces;
}
