import { standingsOf } from "../axes.js";
import { createTerms } from "../build.js";
import { depictionOf } from "../negate/depiction.js";
import type { Candidate } from "./merge.js";
import { bySureness } from "./merge.js";

interface ConflictPhrase {
  readonly text: string;
  /** Who says it: "A", "A and C". */
  readonly from: string;
}

/** Where the sources of a blend do not go together. */
export interface Conflict {
  readonly kind: "axis" | "polarity" | "subjects";
  /** The axis, "whether it is shown", or "the subject". */
  readonly about: string;
  readonly kept: readonly ConflictPhrase[];
  /** Empty when all stay: pinned phrases, and subjects of several sources. */
  readonly lost: readonly ConflictPhrase[];
  /** One sentence, without the final full stop. */
  readonly message: string;
}

export interface Resolved {
  readonly kept: readonly Candidate[];
  readonly conflicts: readonly Conflict[];
}

function phrase({ text, letters }: Candidate): ConflictPhrase {
  return { text, from: letters };
}

function named({ text, letters }: Candidate): string {
  return `"${text}" (${letters})`;
}

function shareSource(x: Candidate, y: Candidate): boolean {
  return x.sources.some((index) => y.sources.includes(index));
}

function conflictOf(
  kind: Conflict["kind"],
  about: string,
  stays: Candidate,
  other: Candidate,
  goes: boolean,
): Conflict {
  const end = goes ? `${named(stays)} stands` : "both are pinned, so both stand";
  return {
    kind,
    about,
    kept: goes ? [phrase(stays)] : [phrase(stays), phrase(other)],
    lost: goes ? [phrase(other)] : [],
    message: `${named(stays)} and ${named(other)} disagree on ${about}; ${end}`,
  };
}

/** The surer phrase keeps its pole of an axis. One source may contradict itself: its author meant it. */
function resolveAxes(included: readonly Candidate[], conflicts: Conflict[]): Candidate[] {
  const claims = new Map<string, { pole: string; by: Candidate }[]>();
  return included.filter((candidate) => {
    const standings = standingsOf(candidate.facet, candidate.text);
    for (const { axis, pole } of standings) {
      const rival = claims
        .get(axis)
        ?.find((claim) => claim.pole !== pole && !shareSource(claim.by, candidate));
      if (rival === undefined) continue;
      conflicts.push(conflictOf("axis", axis, rival.by, candidate, !candidate.pinned));
      if (!candidate.pinned) return false;
    }
    for (const { axis, pole } of standings) {
      claims.set(axis, [...(claims.get(axis) ?? []), { pole, by: candidate }]);
    }
    return true;
  });
}

/** What one source excludes and another shows is shown, unless only the exclusion is pinned. */
function resolvePolarity(
  included: readonly Candidate[],
  excluded: readonly Candidate[],
  conflicts: Conflict[],
): Candidate[] {
  const terms = createTerms(included.map((candidate, index) => ({ ...candidate, id: `${index}` })));
  const { naming } = depictionOf(terms);
  const lost = new Set<Candidate>();
  for (const exclusion of excluded) {
    for (const { id } of naming(exclusion)) {
      const shown = included[Number(id)];
      if (shown === undefined || lost.has(shown) || lost.has(exclusion) || shareSource(shown, exclusion))
        continue;
      const [stays, other] = exclusion.pinned && !shown.pinned ? [exclusion, shown] : [shown, exclusion];
      if (!other.pinned) lost.add(other);
      conflicts.push(conflictOf("polarity", "whether it is shown", stays, other, !other.pinned));
    }
  }
  return [...included, ...excluded].filter((candidate) => !lost.has(candidate));
}

/** The surest subject of each group of sources that share none. All stay: a blend may well show both. */
function noteSubjects(included: readonly Candidate[], conflicts: Conflict[]): void {
  const leads: Candidate[] = [];
  for (const candidate of included) {
    if (candidate.facet === "subject" && !leads.some((lead) => shareSource(lead, candidate)))
      leads.push(candidate);
  }
  const [first, ...others] = leads;
  if (first === undefined || others.length === 0) return;
  conflicts.push({
    kind: "subjects",
    about: "the subject",
    kept: leads.map(phrase),
    lost: [],
    message: `several subjects, ${leads.map(named).join(", ")}: all stay, ${named(first)} is the surest`,
  });
}

/**
 * The phrases that go together, surest first, and every conflict on the way: subjects first, then axes, then
 * exclusions. Pinned phrases always stay.
 */
export function resolve(candidates: readonly Candidate[]): Resolved {
  const conflicts: Conflict[] = [];
  const sorted = [...candidates].sort(bySureness);
  const included = sorted.filter(({ polarity }) => polarity === "include");
  const excluded = sorted.filter(({ polarity }) => polarity === "exclude");
  noteSubjects(included, conflicts);
  const agreed = resolveAxes(included, conflicts);
  return { kept: resolvePolarity(agreed, excluded, conflicts), conflicts };
}
