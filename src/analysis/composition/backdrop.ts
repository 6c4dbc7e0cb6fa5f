import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";

interface Backdrop {
  /** Share of the border's pixels that have the border's middle color, 0..1. */
  readonly uniformity: number;
  /** Share of the whole picture that has it. */
  readonly share: number;
  /** OKLab of that color. */
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const SIDE = 128;
const ALIKE = 0.04;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Colors within 0.04 in OKLab of the median color of a border one pixel wide, at 65 to 128 px on the long side. */
export function measureBackdrop(picture: Picture): Backdrop {
  return picture.once("backdrop", () => {
    const { width, height, l, a, b } = picture.lab(SIDE);
    const border: number[] = [];
    for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
    for (let y = 1; y < height - 1; y++) border.push(y * width, y * width + width - 1);
    const [middleL, middleA, middleB] = [l, a, b].map((plane) =>
      median(border.map((i) => plane[i] as number)),
    ) as [number, number, number];
    const alike = (i: number): boolean =>
      Math.hypot((l[i] as number) - middleL, (a[i] as number) - middleA, (b[i] as number) - middleB) <= ALIKE;
    let share = 0;
    for (let i = 0; i < l.length; i++) if (alike(i)) share++;
    return {
      uniformity: round(border.filter(alike).length / border.length, 4),
      share: round(share / l.length, 4),
      l: round(middleL, 3),
      a: round(middleA, 3),
      b: round(middleB, 3),
    };
  });
}

/** White and black only: other grounds are named by the palette. A thin margin around a picture is a frame. */
function phrase({ uniformity, share, l, a, b }: Backdrop): readonly Observation[] {
  if (uniformity < 0.97 || share < 0.3 || share > 0.92 || Math.hypot(a, b) > 0.02) return [];
  const color = l > 0.97 ? "white" : l < 0.15 ? "black" : null;
  if (color === null) return [];
  const evidence = {
    source: "analysis:backdrop",
    score: share,
    note: `${Math.round(100 * share)} % is the ground's ${color}`,
  };
  return [{ facet: "setting", text: `plain ${color} background`, confidence: 0.93, evidence }];
}

/** A ground of one color all around. */
export const backdrop: Measurement<Backdrop> = { id: "backdrop", measure: measureBackdrop, phrase };
