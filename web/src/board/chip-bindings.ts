import { isKeys } from "../shell/keys";

export const CHIP_ACTIONS = [
  "left",
  "right",
  "up",
  "down",
  "row-start",
  "row-end",
  "board-start",
  "board-end",
  "edit",
  "details",
  "add",
  "heavier",
  "lighter",
  "neutral",
  "pin",
  "promote",
  "exclude",
  "drop",
  "earlier",
  "later",
  "facet-before",
  "facet-after",
] as const;

/** What a key does with the chip that it is pressed on. */
export type ChipAction = (typeof CHIP_ACTIONS)[number];

interface Binding {
  readonly what: string;
  /** As `isKeys` reads them. */
  readonly keys: readonly string[];
}

/** Every key of a chip. */
export const BINDINGS: { readonly [A in ChipAction]: Binding } = {
  left: { what: "Phrase before", keys: ["ArrowLeft"] },
  right: { what: "Phrase after", keys: ["ArrowRight"] },
  up: { what: "Phrase above", keys: ["ArrowUp"] },
  down: { what: "Phrase below", keys: ["ArrowDown"] },
  "row-start": { what: "First of the facet", keys: ["Home"] },
  "row-end": { what: "Last of the facet", keys: ["End"] },
  "board-start": { what: "First of the board", keys: ["Ctrl+Home"] },
  "board-end": { what: "Last of the board", keys: ["Ctrl+End"] },
  edit: { what: "Edit the words", keys: ["Enter", "F2"] },
  details: { what: "Evidence, weight, other words", keys: [" ", "ContextMenu", "Shift+F10"] },
  add: { what: "Add to the same facet", keys: ["a"] },
  heavier: { what: "Weight up by 0.1", keys: ["]", "Alt+ArrowUp"] },
  lighter: { what: "Weight down by 0.1", keys: ["[", "Alt+ArrowDown"] },
  neutral: { what: "Weight back to 1", keys: ["0"] },
  pin: { what: "Pin or unpin", keys: ["p"] },
  promote: { what: "To the front of its facet; a guess is taken up", keys: ["t"] },
  exclude: { what: "Exclude or include", keys: ["x"] },
  drop: { what: "Drop", keys: ["Delete", "Backspace"] },
  earlier: { what: "Move before its neighbor", keys: ["Alt+ArrowLeft"] },
  later: { what: "Move behind its neighbor", keys: ["Alt+ArrowRight"] },
  "facet-before": { what: "Move to the facet before", keys: ["Alt+Shift+ArrowUp"] },
  "facet-after": { what: "Move to the facet after", keys: ["Alt+Shift+ArrowDown"] },
};

/** What the key means on a chip; undefined where it is none of the chip's. */
export function actionOf(event: KeyboardEvent | React.KeyboardEvent): ChipAction | undefined {
  return CHIP_ACTIONS.find((action) => BINDINGS[action].keys.some((keys) => isKeys(event, keys)));
}
