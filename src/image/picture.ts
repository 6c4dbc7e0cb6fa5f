import { toOklab } from "./oklab.js";
import type { LabPlanes, Plane, Raster } from "./raster.js";
import { halve } from "./resample.js";

/**
 * A picture as measurements see it: the working raster, its halvings and its colour planes, each made once.
 */
export class Picture {
  readonly full: Raster;
  /** Working pixels per pixel of the file, at most 1. Below 1, pixel-exact traces (grain, JPEG blocks) are gone. */
  readonly scale: number;
  /** Pixels of the file as displayed. */
  readonly width: number;
  readonly height: number;
  readonly #rasters = new Map<number, Raster>();
  readonly #labs = new Map<number, LabPlanes>();
  readonly #memo = new Map<string, unknown>();

  constructor(full: Raster, size: { readonly width: number; readonly height: number } = full) {
    this.full = full;
    this.width = size.width;
    this.height = size.height;
    this.scale = Math.min(1, full.width / size.width);
  }

  /** The raster box-averaged by powers of two until its long side is at most `longSide`. */
  raster(longSide: number): Raster {
    const cached = this.#rasters.get(longSide);
    if (cached !== undefined) return cached;
    let raster = this.full;
    while (Math.max(raster.width, raster.height) > longSide) raster = halve(raster);
    this.#rasters.set(longSide, raster);
    return raster;
  }

  /** OKLab planes of `raster(longSide)`. */
  lab(longSide: number): LabPlanes {
    const raster = this.raster(longSide);
    const key = Math.max(raster.width, raster.height);
    const cached = this.#labs.get(key);
    if (cached !== undefined) return cached;
    const planes = toOklab(raster);
    this.#labs.set(key, planes);
    return planes;
  }

  /** OKLab lightness of `raster(longSide)` as a plane. */
  lightness(longSide: number): Plane {
    const planes = this.lab(longSide);
    return { width: planes.width, height: planes.height, data: planes.l };
  }

  /** A value that several measurements share, made by the first who asks. `key` names the value and its size. */
  once<T>(key: string, make: () => T): T {
    if (!this.#memo.has(key)) this.#memo.set(key, make());
    return this.#memo.get(key) as T;
  }
}
