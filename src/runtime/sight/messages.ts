import type { Detection, ReadWord, Sight } from "../../engines/embedded/sight.js";
import type { Raster } from "../../image/raster.js";

/** What the process of the eyes is asked: the method of that name. Undefined is answered where its package is absent. */
export interface SightCall {
  readonly kind: keyof Sight;
  readonly raster: Raster;
}

/** Opens what answers each call, when it is first asked; undefined where its package is not installed. */
export interface SightAdapters {
  readonly detect: () => Promise<((raster: Raster) => Promise<Detection>) | undefined>;
  readonly read: () => Promise<((raster: Raster) => Promise<readonly ReadWord[]>) | undefined>;
}
