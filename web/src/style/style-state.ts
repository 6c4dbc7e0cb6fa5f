import type { Facet, Recipe, Slot } from "imprompt/core";
import { FACETS, scanPlaceholders } from "imprompt/core";

/** What the user has chosen to distil, and the recipe to be made of it. */
export interface StyleState {
  /** By board id, where the user said so; else every board is a reference that was not made of others. */
  readonly chosen: { readonly [id: string]: boolean };
  readonly name: string;
  readonly slots: readonly Slot[];
  /** The recipe that is filled: the one being made, or a kept one by its id. */
  readonly filled: string;
  /** What was typed for a slot, by its name: it stays when another recipe is filled. */
  readonly values: { readonly [slot: string]: string };
}

/** What `filled` says when the recipe being made is filled. */
export const BEING_MADE = "being-made";

export type StyleEvent =
  | { readonly type: "chosen"; readonly ids: readonly string[]; readonly chosen: boolean }
  | { readonly type: "named"; readonly name: string }
  | { readonly type: "slot-added" }
  | { readonly type: "slot-removed"; readonly at: number }
  | { readonly type: "slot-changed"; readonly at: number; readonly slot: Slot }
  | { readonly type: "fill-chosen"; readonly filled: string }
  | { readonly type: "valued"; readonly slot: string; readonly value: string };

export const NEW_STYLE: StyleState = {
  chosen: {},
  name: "New style",
  slots: [{ name: "subject", facet: "subject", required: true }],
  filled: BEING_MADE,
  values: {},
};

/** "setting", or "setting-2" where that is taken. */
export function freeName(facet: Facet, slots: readonly Slot[]): string {
  const taken = new Set(slots.map(({ name }) => name));
  let name: string = facet;
  for (let count = 2; taken.has(name); count += 1) name = `${facet}-${count}`;
  return name;
}

/** A slot of the first facet that has none. */
function nextSlot(slots: readonly Slot[]): Slot {
  const facet = FACETS.find((each) => slots.every((slot) => slot.facet !== each)) ?? "subject";
  return { name: freeName(facet, slots), facet, required: false };
}

/** The choice after an event. Pure. */
export function stepStyle(state: StyleState, event: StyleEvent): StyleState {
  const { chosen, slots } = state;
  switch (event.type) {
    case "chosen":
      return {
        ...state,
        chosen: { ...chosen, ...Object.fromEntries(event.ids.map((id) => [id, event.chosen])) },
      };
    case "named":
      return { ...state, name: event.name };
    case "slot-added":
      return { ...state, slots: [...slots, nextSlot(slots)] };
    case "slot-removed":
      return { ...state, slots: slots.filter((_, at) => at !== event.at) };
    case "slot-changed":
      return { ...state, slots: slots.map((slot, at) => (at === event.at ? event.slot : slot)) };
    case "fill-chosen":
      return { ...state, filled: event.filled };
    case "valued":
      return { ...state, values: { ...state.values, [event.slot]: event.value } };
  }
}

/** A slot with another facet; its name follows where it was named after the facet. */
export function withFacet(slot: Slot, facet: Facet, slots: readonly Slot[]): Slot {
  const others = slots.filter((each) => each !== slot);
  const follows = slot.name === freeName(slot.facet, others) || slot.name === slot.facet;
  return { ...slot, facet, name: follows ? freeName(facet, others) : slot.name };
}

/** A slot with this default: what has one need not be given. */
export function withDefault({ name, facet, required }: Slot, text: string): Slot {
  return text === "" ? { name, facet, required } : { name, facet, required: false, default: text };
}

/** All places of a recipe that want a value: its slots, then names that only its texts have. */
export function openSlots({ slots, terms }: Recipe): readonly Slot[] {
  const found = new Map(slots.map((slot) => [slot.name, slot]));
  for (const { text, facet } of terms) {
    for (const piece of scanPlaceholders(text)) {
      if (piece.kind !== "place" || found.has(piece.name)) continue;
      const { name, default: fallback } = piece;
      found.set(name, {
        name,
        facet,
        required: fallback === undefined,
        ...(fallback === undefined ? {} : { default: fallback }),
      });
    }
  }
  return [...found.values()];
}
