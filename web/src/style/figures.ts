import type { StyleConsensus, StyleReference } from "imprompt/core";

type Spread = StyleConsensus["measurements"][string];

/** How a figure is shown to a person. */
interface Figure {
  readonly id: string;
  readonly title: string;
  /** What the number counts, after it. */
  readonly unit: string;
  /** Ends of its scale; figures beyond them are drawn at the end. */
  readonly from: number;
  readonly to: number;
  /** Shown as a percentage of 1. */
  readonly percent: boolean;
}

function part(id: string, title: string, unit: string): Figure {
  return { id, title, unit, from: 0, to: 1, percent: true };
}

/** The measured figures that mean something to a person by themselves. */
const FIGURES: readonly Figure[] = [
  part("key.mean", "Lightness", "of white"),
  part("key.dark", "Shadow", "of the picture"),
  part("key.light", "Highlights", "of the picture"),
  { id: "contrast.stops", title: "Contrast", unit: "stops", from: 0, to: 10, percent: false },
  part("saturation.vivid", "Vivid color", "of the picture"),
  part("saturation.pastel", "Pastel color", "of the picture"),
  part("palette-temperature.warm", "Warm hues", "of the color"),
  part("palette-temperature.cool", "Cool hues", "of the color"),
  part("haze.veil", "Haze", "of white"),
  part("negative-space.plain", "Plain space", "of the picture"),
  part("complexity.occupied", "Detail", "of the picture"),
  part("depth-of-field.blurred", "Out of focus", "of the picture"),
  part("flat-fills.share", "Flat color", "of the picture"),
  part("brushwork.textured", "Texture", "of the picture"),
  part("subject-placement.area", "Size of the subject", "of the picture"),
  part("subject-placement.x", "Subject from the left", "of the width"),
  part("subject-placement.y", "Subject from the top", "of the height"),
  part("horizon.y", "Horizon from the top", "of the height"),
  { id: "horizon.tilt", title: "Tilt", unit: "degrees", from: -15, to: 15, percent: false },
];

/** How one figure spreads over the references. */
export interface Range {
  readonly figure: Figure;
  readonly spread: Spread;
  /** Each reference that has it, lowest first; ties in the order of the references. */
  readonly values: readonly { readonly name: string; readonly value: number }[];
  /** Difference of the highest and the lowest as a part of the scale. */
  readonly width: number;
}

/** The figures that at least two references have, those that vary most first; ties in the order of `FIGURES`. */
export function rangesOf(consensus: StyleConsensus, references: readonly StyleReference[]): readonly Range[] {
  const ranges = FIGURES.flatMap((figure): Range | readonly Range[] => {
    const spread = consensus.measurements[figure.id];
    if (spread === undefined || spread.count < 2) return [];
    const values = references
      .flatMap(({ name, measurements }) => {
        const value = measurements?.[figure.id];
        return value === undefined || !Number.isFinite(value) ? [] : [{ name, value }];
      })
      .sort((x, y) => x.value - y.value);
    return { figure, spread, values, width: (spread.max - spread.min) / (figure.to - figure.from) };
  });
  return ranges.sort((x, y) => y.width - x.width);
}

/** The figure's number as it is said, without its unit. */
export function numberOf({ percent }: Figure, value: number): string {
  return percent ? `${Math.round(value * 100)}%` : `${Math.round(value * 10) / 10}`;
}

/** Where a value lies on the figure's scale, 0 to 1. */
export function placeOf({ from, to }: Figure, value: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** "light-direction.warmSky" is "light direction warm sky". */
function plainName(id: string): string {
  return id
    .replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/[-.]+/gu, " ")
    .trim();
}

/** "its key.mean is 0.2, the others' mean is 0.6" in a person's words; reasons that name no figure as they are. */
export function reasonInWords(reason: string): string {
  const match = /^its (\S+) is (-?[\d.e-]+), the others' mean is (-?[\d.e-]+)$/u.exec(reason);
  const [, id, own, others] = match ?? [];
  const figure = FIGURES.find((each) => each.id === id);
  if (id === undefined || own === undefined || others === undefined) return reason;
  if (figure === undefined) return `its ${plainName(id)} is ${own}, where the others' mean is ${others}`;
  const say = (value: string): string => numberOf(figure, Number(value));
  return `${figure.title.toLowerCase()} is ${say(own)} ${figure.unit}, where the others' mean is ${say(others)}`;
}
