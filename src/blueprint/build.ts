import { clamp, round } from "../base/number.js";
import type { Facet } from "./facets.js";
import type {
  Blueprint,
  Evidence,
  Frame,
  Polarity,
  RecoveredPrompt,
  Reference,
  Swatch,
  Term,
} from "./types.js";

export const MIN_WEIGHT = 0.05;
export const MAX_WEIGHT = 3;

export interface TermDraft {
  /** Kept when given; otherwise made from the words. */
  readonly id?: string;
  readonly facet: Facet;
  readonly text: string;
  readonly weight?: number;
  readonly confidence?: number;
  readonly polarity?: Polarity;
  readonly pinned?: boolean;
  readonly hypothesis?: boolean;
  readonly evidence?: readonly Evidence[];
}

export interface BlueprintDraft {
  readonly frame: Frame;
  readonly terms?: readonly TermDraft[];
  readonly palette?: readonly Swatch[];
  readonly recovered?: RecoveredPrompt;
  readonly references?: readonly Reference[];
}

/** "lighting/soft-window-light", "!subject/crowd" for an exclusion: readable, and the same for the same words. */
export function termId(facet: Facet, text: string, polarity: Polarity): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return `${polarity === "exclude" ? "!" : ""}${facet}/${slug === "" ? "-" : slug.slice(0, 64)}`;
}

/** The id itself, or with "~2", "~3" where it is taken. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}~${count}`)) count += 1;
  return `${wanted}~${count}`;
}

/**
 * Terms from drafts, in their order: weight clamped to 0.05..3, confidence to 0..1 (1 unless said), an artist
 * always a hypothesis, ids unique (a second one gets "~2").
 */
export function createTerms(drafts: readonly TermDraft[]): Term[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const polarity = draft.polarity ?? "include";
    const base = draft.id ?? termId(draft.facet, draft.text, polarity);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return {
      id: count === 1 ? base : `${base}~${count}`,
      facet: draft.facet,
      text: draft.text,
      weight: round(clamp(draft.weight ?? 1, MIN_WEIGHT, MAX_WEIGHT), 3),
      confidence: round(clamp(draft.confidence ?? 1, 0, 1), 3),
      polarity,
      ...(draft.pinned === true ? { pinned: true } : {}),
      ...(draft.hypothesis === true || draft.facet === "artist" ? { hypothesis: true } : {}),
      evidence: draft.evidence ?? [],
    };
  });
}

export function createBlueprint(draft: BlueprintDraft): Blueprint {
  return {
    version: 1,
    terms: createTerms(draft.terms ?? []),
    frame: draft.frame,
    palette: draft.palette ?? [],
    ...(draft.recovered === undefined ? {} : { recovered: draft.recovered }),
    references: draft.references ?? [],
  };
}
