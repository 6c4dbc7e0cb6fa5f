import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { standingPieces } from "./lettering-pieces.js";
import type { LetterRow } from "./lettering-rows.js";
import { letterRows } from "./lettering-rows.js";
import { lumaAt } from "./luma.js";

interface Lettering {
  /** How much the row that looks most like letters does so, 0..1; 0 where there is none. */
  readonly chance: number;
  /** Rows of pieces that are more like letters than not. */
  readonly rows: number;
}

/** Long side of the plane, pixels: type of a hundredth of the picture is just seen. */
const SIDE = 384;
const REACH = 12;
const LEAST_CONTRAST = 18;
const MOST_HEIGHT = 0.25;

/** From here on it is worth reading the picture. */
const WORTH_READING = 0.4;

/**
 * Logistic regression over rows: 82 that stand on words which were read aright, 614 of pictures without lettering;
 * rows of letters are many, small, even, clear of a quiet ground, and closely set.
 */
function likeLetters({ count, height, variety, unevenness, contrast, gap, ground }: LetterRow): number {
  const sum =
    5.956 +
    2.147 * Math.log(count) -
    1.64 * Math.log(height) -
    12.562 * variety -
    10.563 * unevenness +
    0.047 * contrast -
    5.682 * gap -
    19.592 * ground;
  return 1 / (1 + Math.exp(-sum));
}

function measure(picture: Picture): Lettering {
  return picture.once("lettering", () => {
    const plane = lumaAt(picture, SIDE);
    const most = MOST_HEIGHT * Math.max(plane.width, plane.height);
    const [dark, light] = standingPieces(plane, REACH, LEAST_CONTRAST);
    const chances = [...letterRows(dark, plane, most, true), ...letterRows(light, plane, most, false)].map(
      likeLetters,
    );
    return {
      chance: round(Math.max(0, ...chances), 4),
      rows: chances.filter((chance) => chance >= 0.5).length,
    };
  });
}

/** Whether rows of letters show in the texture, so that reading it is worth its time. */
export function looksLettered(picture: Picture): boolean {
  return measure(picture).chance >= WORTH_READING;
}

/** Rows of letters as texture; says nothing itself, since only a reader knows what stands there. */
export const lettering: Measurement<Lettering> = { id: "lettering", measure, phrase: () => [] };
