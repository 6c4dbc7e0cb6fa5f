import type { Facet, Variation, VariationAxis } from "imprompt/core";
import { create } from "zustand";

/** What came of asking for variations. */
export type Made =
  | { readonly state: "none" }
  | { readonly state: "working" }
  | { readonly state: "failed" }
  | { readonly state: "made"; readonly seed: number; readonly variations: readonly Variation[] };

interface Study {
  readonly axes: readonly VariationAxis[];
  readonly keep: readonly Facet[];
  readonly seed: number;
  readonly made: Made;
}

/** As the command line does it unless told otherwise. */
const FRESH: Study = {
  axes: ["light", "style", "palette", "camera"],
  keep: [],
  seed: 1,
  made: { state: "none" },
};

/** By board: variations stay while one of them is looked at as a board of its own. */
const useStudies = create<{ readonly [boardId: string]: Study }>()(() => ({}));

export function useStudy(boardId: string): Study {
  return useStudies((studies) => studies[boardId] ?? FRESH);
}

export function setStudy(boardId: string, change: Partial<Study>): void {
  useStudies.setState((studies) => ({ [boardId]: { ...(studies[boardId] ?? FRESH), ...change } }));
}
