import { type Cielab, ciede2000 } from "./ciede2000.js";
import { cielabOfHex } from "./color-conversion.js";
import { COLOR_NAMES } from "./color-names.js";

const NAMED: readonly (readonly [string, Cielab])[] = Object.entries(COLOR_NAMES).map(([name, hex]) => [
  name,
  cielabOfHex(hex),
]);

/** CIEDE2000 by which a name may be farther than the nearest one that is taken, and still say the color. */
const STILL_SAYS = 6;

/**
 * The name nearest to "#rrggbb" by CIEDE2000; of equals the earlier in the table. A name that is `taken` gives way
 * to the next one that still says the color.
 */
export function nearestName(hex: string, taken: ReadonlySet<string> = new Set()): string {
  const color = cielabOfHex(hex);
  let [best, least] = ["", Number.POSITIVE_INFINITY];
  let [free, leastFree] = ["", Number.POSITIVE_INFINITY];
  for (const [name, value] of NAMED) {
    const difference = ciede2000(color, value);
    if (difference < least) [best, least] = [name, difference];
    if (difference < leastFree && !taken.has(name)) [free, leastFree] = [name, difference];
  }
  return leastFree <= least + STILL_SAYS ? free : best;
}
