import { saliencyMap } from "../../../analysis/composition/saliency-map.js";
import { round } from "../../../base/number.js";
import type { Observation } from "../../../blueprint/observation.js";
import type { Region } from "../../../blueprint/types.js";
import type { Picture } from "../../../image/picture.js";
import type { Clip, Matrix, ModelWork } from "../../../models/types.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import { cropOf } from "./crop.js";
import { leadersOf } from "./leaders.js";
import { observationsOf } from "./observations.js";
import { openScorer } from "./scorer.js";
import type { Standing, Standings } from "./standings.js";
import { standingOf, standingsFrom } from "./standings.js";
import type { PhraseTable } from "./types.js";

/** Pixels of the shorter side of a part below which it shows no more than the whole does. */
const SMALLEST = 96;

/** Quarters and the middle. */
const TILES: readonly Region[] = [
  { x: 0, y: 0, width: 0.5, height: 0.5 },
  { x: 0.5, y: 0, width: 0.5, height: 0.5 },
  { x: 0, y: 0.5, width: 0.5, height: 0.5 },
  { x: 0.5, y: 0.5, width: 0.5, height: 0.5 },
  { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
];

/** Saliency below which nothing in a picture draws the eye. */
const DULL = 0.15;

/** The part around all that is at least half as salient as the most salient; nothing where it is nearly the whole. */
export function salientRegion(picture: Picture): Region | undefined {
  const { width, height, data } = saliencyMap(picture);
  const peak = data.reduce((most, value) => Math.max(most, value), 0);
  if (peak < DULL) return undefined;
  let [left, top, right, bottom] = [width, height, 0, 0];
  data.forEach((value, at) => {
    if (value < peak / 2) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  const [marginX, marginY] = [0.1 * (right - left), 0.1 * (bottom - top)];
  const x = Math.max(0, (left - marginX) / width);
  const y = Math.max(0, (top - marginY) / height);
  const region = {
    x: round(x, 3),
    y: round(y, 3),
    width: round(Math.min(1, (right + marginX) / width) - x, 3),
    height: round(Math.min(1, (bottom + marginY) / height) - y, 3),
  };
  return region.width * region.height > 0.8 ? undefined : region;
}

/** Parts worth a look of their own, the salient one first. */
export function regionsOf(picture: Picture): Region[] {
  const salient = salientRegion(picture);
  return [...(salient === undefined ? [] : [salient]), ...TILES].filter(
    ({ width, height }) => Math.min(width * picture.full.width, height * picture.full.height) >= SMALLEST,
  );
}

/** A phrase that a part of the picture holds clearly more than the whole. */
export interface CloserLook extends Standing {
  readonly region: Region;
  /** The phrase's score for the whole picture. */
  readonly whole: number;
}

/** Spreads by which a phrase must stand higher in a part than in the whole. */
const CLEARLY = 1;
const PER_FACET = 1;

function findings(part: Standings, whole: Standings, region: Region): CloserLook[] {
  return leadersOf(part, { perFacet: PER_FACET }).flatMap((leader): CloserLook[] => {
    const at = part.tables.findIndex(({ name }) => name === leader.table);
    const row = part.tables[at]?.phrases.indexOf(leader.phrase) ?? -1;
    const before = standingOf(whole, at, row);
    return leader.height - before.height >= CLEARLY ? [{ ...leader, region, whole: before.score }] : [];
  });
}

/** By table, then by image. */
async function scoresOf(tables: readonly PhraseTable[], images: Matrix): Promise<Float32Array[][]> {
  const scorer = await openScorer();
  try {
    const scores: Float32Array[][] = [];
    for (const { embeddings } of tables) scores.push(await scorer.scores(embeddings, images));
    return scores;
  } finally {
    await scorer.close();
  }
}

export interface Closer {
  /** Surest first, each phrase where it stands highest. */
  readonly looks: readonly CloserLook[];
  /** The same as observations with their regions. */
  readonly observations: readonly Observation[];
}

/**
 * Looks at the quarters, the middle and the salient part of a picture, each as large as CLIP can see it, for fine
 * detail that the whole does not tell. Artists, and how the whole is made, are not asked of a part.
 *
 * @param whole standings of the whole picture, over the tables that are asked
 */
export async function lookCloser(
  picture: Picture,
  clip: Pick<Clip, "embedImages">,
  whole: Standings,
  { source, vocabulary, ...work }: ModelWork & { readonly source: string; readonly vocabulary?: Vocabulary },
): Promise<Closer> {
  const tables: readonly PhraseTable[] = whole.tables;
  const regions = regionsOf(picture);
  if (regions.length === 0) return { looks: [], observations: [] };
  const images = await clip.embedImages(
    regions.map((region) => cropOf(picture.full, region)),
    work,
  );
  const scores = await scoresOf(tables, images);
  const best = new Map<string, { look: CloserLook; observation: Observation[] }>();
  regions.forEach((region, at) => {
    const part = standingsFrom(
      tables,
      scores.map((table) => table[at] ?? new Float32Array()),
      vocabulary,
    );
    for (const look of findings(part, whole, region)) {
      if (OF_THE_WHOLE.has(look.facet)) continue;
      const known = best.get(look.phrase);
      if (known !== undefined && known.look.confidence >= look.confidence) continue;
      const seen = [{ text: look.phrase, table: look.table, score: look.score }];
      const options = {
        source,
        standings: part,
        region,
        ...(vocabulary === undefined ? {} : { vocabulary }),
      };
      best.set(look.phrase, { look, observation: observationsOf(seen, options) });
    }
  });
  const found = [...best.values()].sort((x, y) => y.look.confidence - x.look.confidence);
  return {
    looks: found.map(({ look }) => look),
    observations: found.flatMap(({ observation }) => observation),
  };
}

/** Facets that a part cannot tell. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  "artist",
  "medium",
  "style",
  "composition",
  "camera",
  "quality",
  "palette",
]);
