import type { BlendInput, BlendMode, Blueprint, Bucket, Facet } from "imprompt/core";
import { BUCKET_OF, FACETS } from "imprompt/core";

/** What the sources are called, in their order; there are no more sources than letters. */
export const LETTERS = ["A", "B", "C", "D", "E"] as const;
export const FEWEST_SOURCES = 2;
export const MOST_SOURCES: number = LETTERS.length;
/** The middle of the weight sliders, which run from 1 to 100: only proportions count. */
export const EVEN_WEIGHT = 50;

export type BlendKind = BlendMode["mode"];

/** What the user has chosen to blend. All ids are boards'. */
export interface BlendState {
  /** A first; at most five. */
  readonly sources: readonly string[];
  /** The boards that were open when it last changed: others are new and join by themselves. */
  readonly seen: readonly string[];
  readonly kind: BlendKind;
  readonly taken: { readonly [F in Facet]?: string };
  readonly weights: { readonly [id: string]: number };
}

export type BlendEvent =
  | { readonly type: "toggled"; readonly id: string }
  | { readonly type: "moved"; readonly id: string; readonly by: -1 | 1 }
  | { readonly type: "kind-chosen"; readonly kind: BlendKind }
  | { readonly type: "taken"; readonly facets: readonly Facet[]; readonly id: string }
  | { readonly type: "weighed"; readonly id: string; readonly weight: number };

export const NEW_BLEND: BlendState = { sources: [], seen: [], kind: "facets", taken: {}, weights: {} };

export interface OpenBoard {
  readonly id: string;
  /** Made of other boards. */
  readonly made: boolean;
}

/** Boards that were closed leave; boards that were opened since join while there is room, but for made ones. */
export function settle(state: BlendState, open: readonly OpenBoard[]): BlendState {
  const ids = open.map(({ id }) => id);
  const kept = state.sources.filter((id) => ids.includes(id));
  const joining = open.filter(({ id, made }) => !made && !state.seen.includes(id) && !kept.includes(id));
  return { ...state, sources: [...kept, ...joining.map(({ id }) => id)].slice(0, MOST_SOURCES), seen: ids };
}

function toggled(sources: readonly string[], id: string): readonly string[] {
  if (sources.includes(id)) return sources.filter((each) => each !== id);
  return sources.length < MOST_SOURCES ? [...sources, id] : sources;
}

function moved(sources: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = sources.indexOf(id);
  const neighbor = sources[at + by];
  if (at < 0 || neighbor === undefined) return sources;
  return sources.map((each) => (each === id ? neighbor : each === neighbor ? id : each));
}

/** The choice after an event. Pure. */
export function stepBlend(state: BlendState, event: BlendEvent): BlendState {
  switch (event.type) {
    case "toggled":
      return { ...state, sources: toggled(state.sources, event.id) };
    case "moved":
      return { ...state, sources: moved(state.sources, event.id, event.by) };
    case "kind-chosen":
      return { ...state, kind: event.kind };
    case "taken":
      return {
        ...state,
        taken: { ...state.taken, ...Object.fromEntries(event.facets.map((facet) => [facet, event.id])) },
      };
    case "weighed":
      return { ...state, weights: { ...state.weights, [event.id]: event.weight } };
  }
}

/** Where a bucket comes from before anyone chooses: what is shown from the first picture, its look from the next. */
const SEATS: { readonly [B in Bucket]: number } = {
  subject: 0,
  light: 1,
  style: 2,
  composition: 3,
  finish: 4,
};

function seatOf(bucket: Bucket, count: number): number {
  if (SEATS[bucket] < count) return SEATS[bucket];
  return bucket === "style" ? count - 1 : 0;
}

/** Whether the source at the index says anything of the facet. */
type Says = (index: number, facet: Facet) => boolean;

export function saysOf(blueprints: readonly Blueprint[]): Says {
  const said = blueprints.map(({ terms }) => new Set(terms.map(({ facet }) => facet)));
  return (index, facet) => said[index]?.has(facet) ?? false;
}

/**
 * The source of a facet that nobody chose: its bucket's seat, else the first that says something of it. What is shown
 * stays together: it moves only where its seat says nothing of any of it.
 */
function unchosen(state: BlendState, facet: Facet, says: Says): number {
  const bucket = BUCKET_OF[facet];
  const seat = seatOf(bucket, state.sources.length);
  const kin = bucket === "subject" ? FACETS.filter((each) => BUCKET_OF[each] === bucket) : [facet];
  const speaks = (index: number): boolean => kin.some((each) => says(index, each));
  if (speaks(seat)) return seat;
  const first = state.sources.findIndex((_, index) => speaks(index));
  return first < 0 ? seat : first;
}

/** The index of the source that a facet comes from in facet mode. */
export function sourceOf(state: BlendState, facet: Facet, says: Says): number {
  const id = state.taken[facet];
  const chosen = id === undefined ? -1 : state.sources.indexOf(id);
  return chosen < 0 ? unchosen(state, facet, says) : chosen;
}

export function modeOf(state: BlendState, says: Says): BlendMode {
  if (state.kind !== "facets") return { mode: state.kind };
  return {
    mode: "facets",
    from: Object.fromEntries(FACETS.map((facet) => [facet, sourceOf(state, facet, says)])),
  };
}

/** Each source's part of the whole, 0 to 1; equal in facet mode, which knows no weights. */
export function sharesOf({ sources, weights, kind }: BlendState): readonly number[] {
  const each = sources.map((id) => (kind === "weight" ? (weights[id] ?? EVEN_WEIGHT) : EVEN_WEIGHT));
  const total = each.reduce((sum, weight) => sum + weight, 0);
  return each.map((weight) => weight / total);
}

export function inputsOf(state: BlendState, blueprints: readonly Blueprint[]): readonly BlendInput[] {
  const shares = sharesOf(state);
  return blueprints.map((blueprint, index) => ({ blueprint, weight: shares[index] ?? 1 }));
}
