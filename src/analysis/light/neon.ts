import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { emittersOf } from "./emitters.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Neon {
  readonly neon: boolean;
  /** Part of the picture under emitters of saturated color, 0..1. */
  readonly emitting: number;
  /** Dark pixels (lightness under 0.45) that carry color (chroma over 0.06): the glow around the tubes. */
  readonly glow: number;
  /** Emitters of saturated color. */
  readonly lights: number;
  /** 60-degree sectors of OKLab hue with emitters in them. */
  readonly hues: number;
}

/** A street of signs has many; a stage, a screen or a traffic light has few. */
const MANY = 9;
const SATURATED = 0.13;
const LEAST_EMITTER = 1e-4;
const GLOW_BELOW = 0.45;
const GLOW_CHROMA = 0.06;

/**
 * Neon: saturated lights of hues well apart, one of them between green, cyan and magenta (fire and sunsets stay
 * between red and yellow), on a dark picture of soft tones that their color spills into: either many signs of three
 * hues or more, or a few tubes in real darkness. The thresholds are our own, checked on 3,996 labelled pictures.
 */
export const neon: Measurement<Neon> = {
  id: "neon",
  measure: neonOf,
  phrase: (value) =>
    value.neon
      ? [
          {
            facet: "lighting",
            text: "neon lighting",
            confidence: 0.75,
            evidence: {
              source: "analysis:neon",
              score: value.emitting,
              note: `saturated lights of ${value.hues} hues, glow over ${Math.round(100 * value.glow)} %`,
            },
          },
        ]
      : [],
};

export function neonOf(picture: Picture): Neon {
  return picture.once("light/neon", () => {
    const scenery = sceneryOf(picture);
    const tone = toneOf(picture);
    const lights = emittersOf(picture).filter(
      (light) =>
        light.share >= LEAST_EMITTER && light.share < 0.06 && Math.hypot(light.a, light.b) > SATURATED,
    );
    const sectors = new Set(lights.map((light) => sector(light.a, light.b)));
    const electric = [...sectors].some((one) => one >= 2 && [...sectors].some((other) => !near(one, other)));
    const emitting = lights.reduce((sum, light) => sum + light.share, 0);
    const glow = glowOf(picture);
    const dark = tone.mean < 0.42 && tone.below30 > 0.3 && tone.above80 < 0.1;
    const lit = emitting > 0.002 && emitting < 0.25 && electric;
    const signs =
      lights.length >= MANY && emitting < 0.06 && sectors.size >= 3 && scenery.meanStep < 0.06 && glow > 0.06;
    const tubes =
      lights.length >= 3 && emitting > 0.004 && tone.below30 > 0.4 && scenery.step99 < 0.35 && glow > 0.12;
    const smooth = scenery.flat < 0.2 && scenery.modal < 0.2;
    return {
      neon: dark && lit && smooth && (signs || tubes),
      emitting: round(emitting, 4),
      glow: round(glow, 4),
      lights: lights.length,
      hues: sectors.size,
    };
  });
}

/** 0 is red-orange to yellow (15 to 75 degrees), 1 yellow to green; 2 to 5 run over green, cyan, blue to magenta. */
function sector(a: number, b: number): number {
  const hue = (Math.atan2(b, a) * (180 / Math.PI) + 360 - 15) % 360;
  return Math.floor(hue / 60);
}

/** The same or neighboring sectors of the six around the wheel. */
function near(one: number, other: number): boolean {
  const gap = Math.abs(one - other);
  return Math.min(gap, 6 - gap) < 2;
}

function glowOf(picture: Picture): number {
  const { l, a, b } = picture.lab(192);
  let count = 0;
  for (let i = 0; i < l.length; i++) {
    if ((l[i] as number) >= GLOW_BELOW || (l[i] as number) < 0.08) continue;
    const da = a[i] as number;
    const db = b[i] as number;
    if (da * da + db * db > GLOW_CHROMA * GLOW_CHROMA) count++;
  }
  return count / l.length;
}
