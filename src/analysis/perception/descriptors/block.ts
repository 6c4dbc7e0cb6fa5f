import type { Picture } from "../../../image/picture.js";

/** A run of numbers that belong together. Each is finite for every picture and about -4 to 4 for most. */
export interface DescriptorBlock {
  /** Kebab-case, unique. */
  readonly name: string;
  /** How many numbers `measure` gives, for every picture. */
  readonly length: number;
  readonly measure: (picture: Picture) => ArrayLike<number>;
}
