import { round } from "../../../base/number.js";
import type { Evidence, Region } from "../../../blueprint/types.js";

const SOURCE = "detector:human";

/** Something seen somewhere. */
export interface Found {
  readonly score: number;
  readonly region: Region;
}

/** The smallest region that holds all of these, of which there is one or more. */
function around(regions: readonly Region[]): Region {
  const x = Math.min(...regions.map((region) => region.x));
  const y = Math.min(...regions.map((region) => region.y));
  const right = Math.max(...regions.map((region) => region.x + region.width));
  const bottom = Math.max(...regions.map((region) => region.y + region.height));
  return { x, y, width: round(right - x, 4), height: round(bottom - y, 4) };
}

/** Where these are, one or more, and the score of the surest. */
export function evidenceOf(found: readonly Found[]): Evidence {
  return {
    source: SOURCE,
    score: Math.max(...found.map(({ score }) => score)),
    region: around(found.map(({ region }) => region)),
  };
}
