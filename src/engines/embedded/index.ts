import { MEASUREMENTS } from "../../analysis/index.js";
import { paletteOf } from "../../analysis/palette/index.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Swatch } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";

export interface Seen {
  readonly observations: readonly Observation[];
  readonly palette: readonly Swatch[];
  /** The figures behind the words, by measurement. */
  readonly measurements: { readonly [id: string]: unknown };
}

/** Pixels of the shorter side below which a picture is an icon or a stub: measured, and nothing said of it. */
const TOO_SMALL = 32;

/** What can be said of a picture with no model at all: every measurement, phrased where it is clear. */
export function observe(picture: Picture): Seen {
  const speaks = Math.min(picture.full.width, picture.full.height) >= TOO_SMALL;
  const measured = MEASUREMENTS.map((measurement) => {
    const value = measurement.measure(picture);
    return { id: measurement.id, value, observations: speaks ? measurement.phrase(value) : [] };
  });
  return {
    observations: measured.flatMap((result) => result.observations),
    palette: paletteOf(picture),
    measurements: Object.fromEntries(measured.map(({ id, value }) => [id, value])),
  };
}
