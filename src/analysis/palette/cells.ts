import type { Picture } from "../../image/picture.js";
import type { LabPlanes } from "../../image/raster.js";

/** The first `count` entries: mean OKLab color and share of the pixels of each occupied cell of a grid over OKLab. */
export interface Cells {
  readonly count: number;
  readonly l: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly weight: Float64Array;
}

const LONG_SIDE = 192;
const L_CELLS = 32;
const AB_CELLS = 32;
const AB_REACH = 0.4;

/** The picture's colors, thinned to some hundreds or thousands of cells. */
export function cellsOf(picture: Picture): Cells {
  return picture.once("palette/cells", () => collect(picture.lab(LONG_SIDE)));
}

function collect(planes: LabPlanes): Cells {
  const size = L_CELLS * AB_CELLS * AB_CELLS;
  const weight = new Float64Array(size);
  const l = new Float64Array(size);
  const a = new Float64Array(size);
  const b = new Float64Array(size);
  for (let i = 0; i < planes.l.length; i++) {
    const pl = planes.l[i] as number;
    const pa = planes.a[i] as number;
    const pb = planes.b[i] as number;
    const cl = Math.min(L_CELLS - 1, Math.max(0, (pl * L_CELLS) | 0));
    const ca = Math.min(AB_CELLS - 1, Math.max(0, ((pa / AB_REACH + 1) * (AB_CELLS / 2)) | 0));
    const cb = Math.min(AB_CELLS - 1, Math.max(0, ((pb / AB_REACH + 1) * (AB_CELLS / 2)) | 0));
    const cell = (cl * AB_CELLS + ca) * AB_CELLS + cb;
    weight[cell] = (weight[cell] as number) + 1;
    l[cell] = (l[cell] as number) + pl;
    a[cell] = (a[cell] as number) + pa;
    b[cell] = (b[cell] as number) + pb;
  }
  let count = 0;
  for (let cell = 0; cell < size; cell++) {
    const pixels = weight[cell] as number;
    if (pixels === 0) continue;
    weight[count] = pixels / planes.l.length;
    l[count] = (l[cell] as number) / pixels;
    a[count] = (a[cell] as number) / pixels;
    b[count] = (b[cell] as number) / pixels;
    count++;
  }
  return { count, l, a, b, weight };
}
