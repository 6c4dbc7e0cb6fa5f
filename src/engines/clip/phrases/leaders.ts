import { phraseKey } from "../../../vocabulary/key.js";
import type { Standing, Standings } from "./standings.js";
import { standingOf } from "./standings.js";
import { dot, greatest, rowOf } from "./top-k.js";

/** Of a facet's phrases that many are looked at, best first. */
const CONSIDERED = 24;

/** Embeddings this near mean the same to CLIP. */
const SAME_COSINE = 0.9;

interface Placed extends Standing {
  readonly at: number;
  readonly row: number;
}

/** Phrases that share half of the shorter one's words, or lie close together. */
function repeats(placed: Placed, other: Placed, { tables }: Standings): boolean {
  const [mine, theirs] = [placed, other].map(({ phrase }) => new Set(phraseKey(phrase).split(" ")));
  if (mine === undefined || theirs === undefined) return false;
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  if (shared * 2 > Math.min(mine.size, theirs.size)) return true;
  const [a, b] = [tables[placed.at]?.embeddings, tables[other.at]?.embeddings];
  return a !== undefined && b !== undefined && dot(a, placed.row, rowOf(b, other.row)) >= SAME_COSINE;
}

export interface LeaderOptions {
  /** Phrases of a facet; 2 unless said. */
  readonly perFacet?: number;
  /** Confidence from which a phrase counts; 0.5 unless said. */
  readonly least?: number;
}

/**
 * The phrases that stand out in each facet, none a repetition of a better one, by facet and then by confidence. The
 * lists of what is unwanted take no part.
 */
export function leadersOf(
  standings: Standings,
  { perFacet = 2, least = 0.5 }: LeaderOptions = {},
): Standing[] {
  const leaders: Standing[] = [];
  for (const [facet, { count }] of standings.rivals) {
    if (count === 0) continue;
    const placed = standings.tables.flatMap(({ name }, at): Placed[] => {
      const scores = standings.scores[at] ?? new Float64Array();
      const facets = standings.facets[at] ?? [];
      if (name === "negative") return [];
      const own = scores.map((score, row) => (facets[row] === facet ? score : Number.NEGATIVE_INFINITY));
      return greatest(own, CONSIDERED)
        .filter((row) => facets[row] === facet)
        .map((row) => ({ ...standingOf(standings, at, row), at, row }));
    });
    const kept: Placed[] = [];
    for (const candidate of placed.sort((x, y) => y.score - x.score)) {
      if (kept.length >= perFacet || candidate.confidence < least) break;
      if (!kept.some((other) => repeats(candidate, other, standings))) kept.push(candidate);
    }
    leaders.push(...kept.map(({ at: _at, row: _row, ...standing }) => standing));
  }
  return leaders;
}
