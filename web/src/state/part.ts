import { create } from "zustand";

/** The parts of an open board: side by side on wide screens, one at a time on small ones. */
export const PARTS = ["Picture", "Blueprint", "Prompt"] as const;

export type Part = (typeof PARTS)[number];

export const usePart = create<{ readonly part: Part }>()(() => ({ part: "Blueprint" }));

export function showPart(part: Part): void {
  usePart.setState({ part });
}
