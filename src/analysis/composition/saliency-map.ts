import { toOklab } from "../../image/oklab.js";
import type { Picture } from "../../image/picture.js";
import type { LabPlanes, Plane } from "../../image/raster.js";
import { areaAverage } from "../texture/area-average.js";

const SIDE = 64;
const PASSES: readonly (readonly [number, number])[] = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, -1],
];

/** OKLab at 64 px on the long side, averaged over whole areas so that odd sizes lose no column. */
function thumbnail(picture: Picture): LabPlanes {
  const raster = picture.raster(6 * SIDE);
  const factor = Math.min(1, SIDE / Math.max(raster.width, raster.height));
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  const bytes = new Uint8ClampedArray(3 * width * height);
  for (let channel = 0; channel < 3; channel++) {
    const data = new Float32Array(raster.width * raster.height);
    for (let i = 0, p = channel; i < data.length; i++, p += 3) data[i] = raster.data[p] as number;
    const small = areaAverage({ width: raster.width, height: raster.height, data }, width, height).data;
    for (let i = 0, p = channel; i < small.length; i++, p += 3) bytes[p] = small[i] as number;
  }
  return toOklab({ width, height, data: bytes });
}

type Color = readonly [number, number, number];

interface Front {
  readonly distance: Float32Array;
  /** Least and greatest value on the best path so far. */
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** Lets the path through pixel `from` compete for pixel `i` of the given value. */
function extend({ distance, low, high }: Front, value: number, i: number, from: number): void {
  const most = value > (high[from] as number) ? value : (high[from] as number);
  const least = value < (low[from] as number) ? value : (low[from] as number);
  if (most - least >= (distance[i] as number)) return;
  distance[i] = most - least;
  high[i] = most;
  low[i] = least;
}

/** One pass over the plane: each pixel tries the paths through its neighbours at -dx and -dy. */
function pass({ width, height, data }: Plane, front: Front, dx: number, dy: number): void {
  for (let v = 0; v < height; v++) {
    const y = dy > 0 ? v : height - 1 - v;
    for (let u = 0; u < width; u++) {
      const i = y * width + (dx > 0 ? u : width - 1 - u);
      const value = data[i] as number;
      if (u > 0) extend(front, value, i, i - dx);
      if (v > 0) extend(front, value, i, i - dy * width);
    }
  }
}

/** Smallest range of values on any path from the border: an object must be entered over its outline. */
function barrier(plane: Plane): Float32Array {
  const { width, height, data } = plane;
  const distance = new Float32Array(data.length).fill(Number.POSITIVE_INFINITY);
  for (let x = 0; x < width; x++) distance[x] = distance[(height - 1) * width + x] = 0;
  for (let y = 0; y < height; y++) distance[y * width] = distance[y * width + width - 1] = 0;
  const front = { distance, low: data.slice(), high: data.slice() };
  for (const [dx, dy] of PASSES) pass(plane, front, dx, dy);
  return distance;
}

const mirror = ({ width, height, data }: Plane): Plane => ({
  width,
  height,
  data: data.map((_, i) => data[i - (i % width) + width - 1 - (i % width)] as number),
});

/** Mean color of the pixels from (left, top) up to (right, bottom). */
function meanColor(
  { width, l, a, b }: LabPlanes,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Color {
  let sumL = 0;
  let sumA = 0;
  let sumB = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      sumL += l[i] as number;
      sumA += a[i] as number;
      sumB += b[i] as number;
    }
  }
  const count = (right - left) * (bottom - top);
  return [sumL / count, sumA / count, sumB / count];
}

/** Distance of each pixel's color from the mean colors of the four borders, the farthest border left out. */
function borderContrast(lab: LabPlanes): Float32Array {
  const { width, height } = lab;
  const depth = Math.max(1, Math.round(0.06 * Math.min(width, height)));
  const sides = [
    meanColor(lab, 0, 0, width, depth),
    meanColor(lab, 0, height - depth, width, height),
    meanColor(lab, 0, 0, depth, height),
    meanColor(lab, width - depth, 0, width, height),
  ];
  return lab.l.map((light, i) => {
    let sum = 0;
    let most = 0;
    for (const side of sides) {
      const dl = light - side[0];
      const da = 2 * ((lab.a[i] as number) - side[1]);
      const db = 2 * ((lab.b[i] as number) - side[2]);
      const distance = Math.sqrt(dl * dl + da * da + db * db);
      sum += distance;
      if (distance > most) most = distance;
    }
    return (sum - most) / 3;
  });
}

/**
 * Where the eye goes, 0..1 by pixel, at 64 px on the long side: barrier distance from the border over the three OKLab
 * planes (color doubled), plus contrast against the borders' mean colors. Not normalised: figures compare across
 * pictures, and a picture in which nothing stands out stays dark. Mirror images have mirrored maps.
 *
 * @source J. Zhang et al., "Minimum barrier salient object detection at 80 FPS", ICCV 2015
 */
export function saliencyMap(picture: Picture): Plane {
  return picture.once("saliency-map", () => {
    const lab = thumbnail(picture);
    const { width, height } = lab;
    const contrast = borderContrast(lab);
    const data = new Float32Array(contrast.length);
    for (const [plane, weight] of [
      [lab.l, 1],
      [lab.a, 2],
      [lab.b, 2],
    ] as const) {
      const here = { width, height, data: plane };
      const straight = barrier(here);
      const flipped = mirror({ width, height, data: barrier(mirror(here)) }).data;
      for (let i = 0; i < data.length; i++) {
        data[i] = (data[i] as number) + (weight * ((straight[i] as number) + (flipped[i] as number))) / 2;
      }
    }
    for (let i = 0; i < data.length; i++)
      data[i] = Math.min(1, ((data[i] as number) + (contrast[i] as number)) / 1.2);
    return { width, height, data };
  });
}
