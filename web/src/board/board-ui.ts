import type { Facet } from "imprompt/core";
import { create } from "zustand";
import type { GroupId } from "./arrange";
import type { Place } from "./place";

/** What is being done on the board; one thing at a time. */
export type Mode =
  | { readonly kind: "rest" }
  | { readonly kind: "editing"; readonly id: string }
  /** Its words were deleted: shall it go? */
  | { readonly kind: "dropping"; readonly id: string }
  | { readonly kind: "details"; readonly id: string }
  /** Without a facet the words decide. */
  | { readonly kind: "adding"; readonly group: GroupId; readonly facet: Facet | null };

export const OFFERS = ["prune", "complete", "check", "exclude", "history"] as const;

export type Offer = (typeof OFFERS)[number];

interface Drag {
  readonly id: string;
  /** Where it would land now; without chips to stand before it is the row as a whole. */
  readonly over: (Place & { readonly after: string | null }) | null;
}

interface BoardUi {
  readonly mode: Mode;
  /** The chip that Tab reaches. */
  readonly active: string | null;
  /** The chip that the keyboard goes to once it is shown. */
  readonly wanted: string | null;
  readonly drag: Drag | null;
  readonly offer: Offer | null;
}

export const REST: Mode = { kind: "rest" };

const CALM: BoardUi = { mode: REST, active: null, wanted: null, drag: null, offer: null };

/** What the page alone knows of the board; boards are kept without it. */
export const useBoardUi = create<BoardUi>()(() => CALM);

export function calm(): void {
  useBoardUi.setState(CALM);
}

export function setMode(mode: Mode): void {
  useBoardUi.setState({ mode });
}

/** Back to rest, with the keyboard on a chip where one is given. */
export function rest(id: string | null = null): void {
  useBoardUi.setState(id === null ? { mode: REST } : { mode: REST, active: id, wanted: id });
}

export function toggleOffer(offer: Offer): void {
  useBoardUi.setState((ui) => ({ offer: ui.offer === offer ? null : offer }));
}

/** What is being done with one chip. */
export function modeOf({ mode }: BoardUi, id: string): "rest" | "editing" | "dropping" | "details" {
  return mode.kind !== "adding" && mode.kind !== "rest" && mode.id === id ? mode.kind : "rest";
}

/** On which side of a chip a dragged one would land. */
export function dropMark({ drag }: BoardUi, id: string): "before" | "after" | null {
  if (drag?.over?.before === id) return "before";
  return drag?.over?.after === id ? "after" : null;
}
