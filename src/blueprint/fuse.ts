import type { Warning } from "../base/warning.js";
import { standingsOf } from "./axes.js";
import type { TermDraft } from "./build.js";
import { createBlueprint } from "./build.js";
import { meaningOf } from "./meaning.js";
import { normaliseDrafts } from "./normalise.js";
import type { Observation } from "./observation.js";
import type { Blueprint, Frame, RecoveredPrompt, Reference, Swatch } from "./types.js";

/**
 * How far a kind of source is trusted, before its own confidence counts: the user's word, the file's own prompt,
 * what people or cameras wrote, what was seen or measured, a guess.
 */
const TIERS: { readonly [kind: string]: number } = {
  user: 5,
  metadata: 4,
  exif: 3,
  iptc: 3,
  xmp: 3,
  analysis: 2,
  "file-name": 1,
};
const ENGINE_TIER = 2;

function tierOf(draft: TermDraft): number {
  const tiers = (draft.evidence ?? []).map(({ source }) => TIERS[source.split(":")[0] ?? ""] ?? ENGINE_TIER);
  return tiers.length === 0 ? ENGINE_TIER : Math.max(...tiers);
}

function nameOf(draft: TermDraft): string {
  return draft.evidence?.[0]?.source ?? "unknown source";
}

/** Surer first: tier, then confidence, then order of arrival. */
function bySureness(drafts: readonly TermDraft[]): TermDraft[] {
  return [...drafts].sort((x, y) => tierOf(y) - tierOf(x) || (y.confidence ?? 1) - (x.confidence ?? 1));
}

/** Arrival order within a tier, higher tiers first: a prompt keeps the order that its author gave it. */
function byTier(drafts: readonly TermDraft[]): TermDraft[] {
  return [...drafts].sort((x, y) => tierOf(y) - tierOf(x));
}

function contradiction(kept: TermDraft, lost: TermDraft, about: string): Warning {
  return {
    code: "contradiction",
    message: `"${lost.text}" (${nameOf(lost)}) contradicts "${kept.text}" (${nameOf(kept)}) on ${about}; the surer one stands`,
    where: lost.facet,
  };
}

interface Claim {
  readonly pole: string;
  readonly by: TermDraft;
}

/** Drops what a surer draft of another source contradicts. One source may contradict itself: its author meant it. */
function resolve(drafts: readonly TermDraft[], warnings: Warning[]): Set<TermDraft> {
  const claims = new Map<string, Claim>();
  const lost = new Set<TermDraft>();
  const claim = (draft: TermDraft, axis: string, pole: string, about: string): void => {
    const standing = claims.get(axis);
    if (standing === undefined) claims.set(axis, { pole, by: draft });
    else if (standing.pole !== pole && nameOf(standing.by) !== nameOf(draft)) {
      lost.add(draft);
      warnings.push(contradiction(standing.by, draft, about));
    }
  };
  for (const draft of bySureness(drafts)) {
    const polarity = draft.polarity ?? "include";
    claim(draft, `meaning ${meaningOf(draft.text)}`, polarity, "whether it is shown");
    if (polarity === "exclude") continue;
    for (const { axis, pole } of standingsOf(draft.facet, draft.text)) {
      if (!lost.has(draft)) claim(draft, axis, pole, axis);
    }
  }
  return lost;
}

export interface FuseContext {
  readonly frame: Frame;
  readonly palette?: readonly Swatch[];
  readonly recovered?: RecoveredPrompt;
  readonly references?: readonly Reference[];
}

export interface Fused {
  readonly blueprint: Blueprint;
  readonly warnings: readonly Warning[];
}

/**
 * One blueprint from several sources: equal meanings merged (evidence joined, confidence raised when the sources
 * are independent), contradictions resolved by tier of source, then confidence, each with a warning.
 */
export function fuse(sources: readonly (readonly Observation[])[], context: FuseContext): Fused {
  const drafts = sources
    .flat()
    .map(({ evidence, ...rest }): TermDraft => ({ ...rest, evidence: [evidence] }));
  const merged = normaliseDrafts(byTier(drafts));
  const warnings: Warning[] = [];
  const lost = resolve(merged, warnings);
  const terms = merged.filter((draft) => !lost.has(draft));
  return { blueprint: createBlueprint({ ...context, terms }), warnings };
}
