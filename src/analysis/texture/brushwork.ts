import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { orientationField } from "./orientation.js";

interface Brushwork {
  /** Share of the picture with texture of medium strength, 0..1. */
  readonly textured: number;
  /** Mean coherence of direction there: about 0.4 for grain and foliage, higher for strokes, hair and fabric. */
  readonly coherence: number;
}

const LEAST_ENERGY = 9;
const MOST_ENERGY = 900;

/**
 * How much of the texture runs in strokes. A measured value only: on labelled pictures it does not tell paint from
 * hair, grass and fabric.
 */
export function measureBrushwork(picture: Picture): Brushwork {
  return picture.once("brushwork", () => {
    const { energy, coherence } = orientationField(picture);
    let textured = 0;
    let sum = 0;
    for (let i = 0; i < energy.length; i++) {
      const value = energy[i] as number;
      if (value < LEAST_ENERGY || value > MOST_ENERGY) continue;
      textured++;
      sum += coherence[i] as number;
    }
    return {
      textured: round(textured / energy.length, 4),
      coherence: textured === 0 ? 0 : round(sum / textured, 4),
    };
  });
}

export const brushwork: Measurement<Brushwork> = {
  id: "brushwork",
  measure: measureBrushwork,
  phrase: () => [],
};
