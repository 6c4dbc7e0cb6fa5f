import type { Picture } from "../../image/picture.js";
import { cellsOf } from "./cells.js";
import { oklabOfHex } from "./color-conversion.js";
import { COLOR_NAMES } from "./color-names.js";

/** A plain color word, its own OKLab color, and the part of the picture that is nearer to it than to any other. */
export interface NamedShare {
  readonly name: string;
  readonly l: number;
  readonly a: number;
  readonly b: number;
  readonly share: number;
}

/** The words that divide all colors among them, few enough that each holds a wide region. */
const PLAIN: readonly string[] = [
  "black",
  "charcoal",
  "gray",
  "slate gray",
  "silver",
  "white",
  "cream",
  "beige",
  "tan",
  "taupe",
  "brown",
  "chocolate",
  "terra cotta",
  "rust",
  "brick red",
  "crimson",
  "red",
  "burgundy",
  "dusty rose",
  "pink",
  "magenta",
  "purple",
  "lavender",
  "dusty purple",
  "navy blue",
  "blue",
  "cobalt blue",
  "denim blue",
  "steel blue",
  "sky blue",
  "pale blue",
  "blue gray",
  "teal",
  "dark teal",
  "turquoise",
  "mint",
  "green",
  "emerald",
  "forest green",
  "olive green",
  "moss green",
  "sage",
  "lime",
  "yellow",
  "mustard",
  "ochre",
  "orange",
  "burnt orange",
  "peach",
];

const ANCHORS: readonly NamedShare[] = PLAIN.map((name) => ({
  name,
  ...oklabOfHex(COLOR_NAMES[name] as string),
  share: 0,
}));

/** OKLab chroma under which a color is a gray, whatever colored word happens to be as dark. */
const NEUTRAL = 0.025;

/**
 * How the picture's pixels fall to the plain color words, in the table's order. The regions are fixed, so the shares
 * change as little as the picture does; distance is OKLab's with a and b doubled, and grays fall to gray words only.
 */
export function namedShares(picture: Picture): readonly NamedShare[] {
  const cells = cellsOf(picture);
  const shares = new Float64Array(ANCHORS.length);
  for (let i = 0; i < cells.count; i++) {
    const l = cells.l[i] as number;
    const a = cells.a[i] as number;
    const b = cells.b[i] as number;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    const neutral = Math.hypot(a, b) < NEUTRAL;
    for (let k = 0; k < ANCHORS.length; k++) {
      const anchor = ANCHORS[k] as NamedShare;
      if (neutral && Math.hypot(anchor.a, anchor.b) > NEUTRAL) continue;
      const distance = (l - anchor.l) ** 2 + 4 * ((a - anchor.a) ** 2 + (b - anchor.b) ** 2);
      if (distance < least) {
        least = distance;
        best = k;
      }
    }
    shares[best] = (shares[best] as number) + (cells.weight[i] as number);
  }
  return ANCHORS.map((anchor, k) => ({ ...anchor, share: shares[k] as number }));
}
