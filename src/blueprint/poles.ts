import { standingsOf } from "./axes.js";
import type { Facet } from "./facets.js";

export interface Phrase {
  readonly facet: Facet;
  readonly text: string;
}

/** Where several phrases stand: the poles taken on each axis. */
export type PolesTaken = ReadonlyMap<string, ReadonlySet<string>>;

export function polesOf(phrases: readonly Phrase[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { facet, text } of phrases) {
    for (const { axis, pole } of standingsOf(facet, text)) {
      const poles = taken.get(axis) ?? new Set();
      taken.set(axis, poles.add(pole));
    }
  }
  return taken;
}

/** The first axis on which the phrase stands away from a pole that is taken; nothing when it fits. */
export function clashingAxis(taken: PolesTaken, { facet, text }: Phrase): string | undefined {
  const standing = standingsOf(facet, text).find(({ axis, pole }) =>
    [...(taken.get(axis) ?? [])].some((other) => other !== pole),
  );
  return standing?.axis;
}
