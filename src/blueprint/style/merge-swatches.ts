import { round } from "../../base/number.js";
import type { Swatch } from "../types.js";
import type { Lab } from "./oklab.js";
import { hexOfLab, labDistance, labOfHex } from "./oklab.js";

/** Colours nearer than this in OKLab are one colour of a palette: our own choice, a clear step apart side by side. */
const SAME_COLOR = 0.08;

export interface PaletteShare {
  readonly swatches: readonly Swatch[];
  /** How much this palette counts, in any unit. */
  readonly weight: number;
}

export interface MergedSwatch extends Swatch {
  /** Indices of the palettes that hold it, rising. */
  readonly palettes: readonly number[];
}

interface Drop {
  readonly name: string;
  readonly hex: string;
  readonly share: number;
  readonly lab: Lab;
  readonly palette: number;
}

function compare(x: string, y: string): number {
  return x < y ? -1 : Number(x > y);
}

function average(drops: readonly Drop[]): Lab {
  const total = drops.reduce((sum, { share }) => sum + share, 0);
  const mean = (channel: keyof Lab): number =>
    drops.reduce(
      (sum, drop) => sum + drop.lab[channel] * (total > 0 ? drop.share / total : 1 / drops.length),
      0,
    );
  return { l: mean("l"), a: mean("a"), b: mean("b") };
}

/**
 * One palette of several, largest share first: colours within `SAME_COLOR` of a larger one join it, mixed by share
 * and named after it. A share is the weighted mean of the shares in all palettes, so that the sum stays at most 1.
 * The same in whatever order the palettes come, but for `palettes`.
 */
export function mergeSwatches(inputs: readonly PaletteShare[]): MergedSwatch[] {
  const total = inputs.reduce((sum, { weight }) => sum + weight, 0);
  const drops = inputs
    .flatMap(({ swatches, weight }, palette) =>
      swatches.map(({ hex, name, share }): Drop => {
        return { hex, name, share: total > 0 ? (share * weight) / total : 0, lab: labOfHex(hex), palette };
      }),
    )
    .sort((x, y) => y.share - x.share || compare(x.hex, y.hex) || compare(x.name, y.name));
  const groups: Drop[][] = [];
  for (const drop of drops) {
    const distances = groups.map((group) => (group[0] ? labDistance(group[0].lab, drop.lab) : 1));
    const nearest = Math.min(...distances);
    const home = nearest < SAME_COLOR ? groups[distances.indexOf(nearest)] : undefined;
    if (home === undefined) groups.push([drop]);
    else home.push(drop);
  }
  return groups
    .map((group): MergedSwatch => {
      const hex =
        new Set(group.map((drop) => drop.hex)).size === 1 ? (group[0]?.hex ?? "") : hexOfLab(average(group));
      const share = Math.min(
        1,
        group.reduce((sum, drop) => sum + drop.share, 0),
      );
      const palettes = [...new Set(group.map(({ palette }) => palette))].sort((x, y) => x - y);
      return { hex, name: group[0]?.name ?? "", share: round(share, 4), palettes };
    })
    .sort((x, y) => y.share - x.share || compare(x.hex, y.hex));
}
