import { type Cielab, ciede2000 } from "./ciede2000.js";
import { cielabOfHex } from "./color-conversion.js";
import { COLOR_NAMES } from "./color-names.js";

const NAMED: readonly (readonly [string, Cielab])[] = Object.entries(COLOR_NAMES).map(([name, hex]) => [
  name,
  cielabOfHex(hex),
]);

/** The name nearest to "#rrggbb" by CIEDE2000; of equals the earlier in the table. */
export function nearestName(hex: string): string {
  const color = cielabOfHex(hex);
  let best = "";
  let least = Number.POSITIVE_INFINITY;
  for (const [name, value] of NAMED) {
    const difference = ciede2000(color, value);
    if (difference >= least) continue;
    least = difference;
    best = name;
  }
  return best;
}
