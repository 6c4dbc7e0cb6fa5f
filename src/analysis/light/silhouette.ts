import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { LabPlanes } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { hueShares } from "./hues.js";
import { scenePlanes } from "./scene-planes.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Silhouette {
  readonly silhouette: boolean;
  /** Pixels of the dark side (lightness under 0.28) and of the bright side (over 0.5). */
  readonly dark: number;
  readonly bright: number;
  /** Mean step inside the dark side: a silhouette has no inner drawing. */
  readonly detail: number;
  /** Of the dark side's outline, the part with a bright neighbor three hundredths of the long side away. */
  readonly outline: number;
}

const DARK = 0.28;
const BRIGHT = 0.5;
/** Lightness of the upper half less that of the lower: the light stands over the ground. */
const LEAST_ABOVE = 0.12;

/**
 * A subject against the light: a dark part without inner detail whose outline stands directly against a bright, soft
 * ground above it, and few tones between the two; or one cut so cleanly that nearly all of its outline does.
 */
export const silhouette: Measurement<Silhouette> = {
  id: "silhouette",
  measure: silhouetteOf,
  phrase: (value) =>
    value.silhouette
      ? [
          {
            facet: "lighting",
            text: "backlit silhouette",
            confidence: 0.8,
            evidence: {
              source: "analysis:silhouette",
              score: value.dark,
              note: `${Math.round(100 * value.dark)} % near black against ${Math.round(100 * value.bright)} % bright`,
            },
          },
        ]
      : [],
};

export function silhouetteOf(picture: Picture): Silhouette {
  return picture.once("light/silhouette", () => {
    const tone = toneOf(picture);
    const scenery = sceneryOf(picture);
    const planes = picture.lab(192);
    const { dark, bright, detail, outline } = sides(scenePlanes(picture));
    const above = hueShares(planes, 0, 0.5).lightness - hueShares(planes, 0.5, 1).lightness;
    const parted = dark > 0.12 && dark < 0.65 && bright > 0.25 && dark + bright > 0.72;
    const lit = tone.p99 > 0.84 && tone.below20 > 0.09;
    const soft = scenery.continuous && scenery.step90 < 0.1;
    const gentle = above > LEAST_ABOVE && soft && detail < 0.0125 && outline > 0.4;
    const clean = above > 0 && scenery.modal < 0.2 && scenery.flat < dark;
    const cut = clean && detail < 0.008 && outline > 0.85;
    return {
      silhouette: parted && lit && (gentle || cut),
      dark: round(dark, 4),
      bright: round(bright, 4),
      detail: round(detail, 4),
      outline: round(outline, 4),
    };
  });
}

function sides(planes: LabPlanes): Omit<Silhouette, "silhouette"> {
  const { width, height, l } = planes;
  const far = Math.max(1, Math.round(0.03 * Math.max(width, height)));
  let [dark, bright, inside, steps, edge, against] = [0, 0, 0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const here = l[i] as number;
      if (here > BRIGHT) bright++;
      if (here >= DARK) continue;
      dark++;
      if (x < far || y < far || x >= width - far || y >= height - far) continue;
      const near = Math.max(
        l[i - 1] as number,
        l[i + 1] as number,
        l[i - width] as number,
        l[i + width] as number,
      );
      if (near < DARK) {
        const across = ((l[i + 1] as number) - (l[i - 1] as number)) / 2;
        const down = ((l[i + width] as number) - (l[i - width] as number)) / 2;
        inside++;
        steps += Math.sqrt(across * across + down * down);
        continue;
      }
      edge++;
      const beyond = Math.max(
        l[i - far] as number,
        l[i + far] as number,
        l[i - far * width] as number,
        l[i + far * width] as number,
      );
      if (beyond > BRIGHT) against++;
    }
  }
  const pixels = width * height;
  return {
    dark: dark / pixels,
    bright: bright / pixels,
    detail: inside === 0 ? 0 : steps / inside,
    outline: edge === 0 ? 0 : against / edge,
  };
}
