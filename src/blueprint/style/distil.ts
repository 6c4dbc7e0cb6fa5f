import { ImpromptError } from "../../base/error.js";
import type { Frame } from "../types.js";
import type { Spread, StyleConsensus, StyleReference, StyleSwatch } from "./consensus.js";
import { mergeSwatches } from "./merge-swatches.js";
import { outliersOf } from "./outliers.js";
import { saidIn, stylePhrases } from "./phrases.js";
import { spreadOf } from "./spread.js";

const FEWEST = 2;
const MOST = 500;
const MOST_SWATCHES = 8;

function commonPalette(references: readonly StyleReference[]): StyleSwatch[] {
  const merged = mergeSwatches(
    references.map(({ blueprint }) => ({ swatches: blueprint.palette, weight: 1 })),
  );
  return merged
    .filter(({ palettes }) => palettes.length >= FEWEST)
    .slice(0, MOST_SWATCHES)
    .map(({ hex, name, share, palettes }) => ({ hex, name, share, references: palettes.length }));
}

function spreads(references: readonly StyleReference[]): { [id: string]: Spread } {
  const ids = [...new Set(references.flatMap(({ measurements }) => Object.keys(measurements ?? {})))].sort();
  const all = ids.flatMap((id): [string, Spread][] => {
    const spread = spreadOf(references.flatMap(({ measurements }) => measurements?.[id] ?? []));
    return spread === undefined ? [] : [[id, spread]];
  });
  return Object.fromEntries(all);
}

function commonestFrame(frames: readonly Frame[], first: Frame): Frame {
  const counts = new Map<string, { readonly frame: Frame; count: number }>();
  for (const frame of frames) {
    const key = `${frame.width}x${frame.height}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { frame, count: 1 });
    else known.count += 1;
  }
  const [most] = [...counts.values()].sort((x, y) => y.count - x.count);
  return most?.frame ?? first;
}

/**
 * What 2 to 500 pictures have in common: phrases by how many say them, common colours, the spread of each figure,
 * and the pictures that do not belong. But for the frame's ties, the same in whatever order they come.
 *
 * @throws ImpromptError `invalid-option` for fewer than 2 or more than 500 references
 */
export function distil(references: readonly StyleReference[]): StyleConsensus {
  const [first] = references;
  if (first === undefined || references.length < FEWEST || references.length > MOST) {
    throw new ImpromptError("invalid-option", `a style cannot be told from ${references.length} pictures`, {
      where: "style",
      hint: `Give ${FEWEST} to ${MOST}.`,
    });
  }
  const said = references.map(({ blueprint }) => saidIn(blueprint));
  const phrases = stylePhrases(said);
  const palette = commonPalette(references);
  const measurements = spreads(references);
  return {
    references: references.length,
    phrases: [...phrases.values()].filter((phrase) => phrase.references >= FEWEST),
    palette,
    measurements,
    frame: commonestFrame(
      references.map(({ blueprint }) => blueprint.frame),
      first.blueprint.frame,
    ),
    outliers: outliersOf(references, { said, phrases, palette, measurements }),
  };
}
