import type { KeyBinding, KeyGroup } from "../shell/keys";
import type { ChipAction } from "./chip-bindings";
import { BINDINGS } from "./chip-bindings";

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Arrow/u, ""],
  [/^ $/u, "Space"],
  [/ContextMenu/u, "Menu"],
];

function named(keys: string): string {
  const words = NAMES.reduce((name, [pattern, by]) => name.replace(pattern, by), keys);
  return words.length === 1 ? words.toUpperCase() : words;
}

function shown(...actions: readonly ChipAction[]): KeyBinding[] {
  return actions.flatMap((action) =>
    BINDINGS[action].keys.map((keys) => ({ keys: named(keys), what: BINDINGS[action].what })),
  );
}

/** The keys of the blueprint board, for the map of keys. */
export const BOARD_KEYS: readonly KeyGroup[] = [
  {
    title: "On the board: go",
    bindings: shown("left", "right", "up", "down", "row-start", "row-end", "board-start", "board-end"),
  },
  {
    title: "On a phrase: change",
    bindings: [
      ...shown("edit", "details", "add", "heavier", "lighter", "neutral"),
      { keys: "Ctrl+Wheel", what: "Weight by 0.05; so does Alt with the wheel" },
      ...shown("pin", "promote", "exclude", "drop"),
    ],
  },
  {
    title: "On a phrase: move",
    bindings: shown("earlier", "later", "facet-before", "facet-after"),
  },
  {
    title: "While adding or editing",
    bindings: [
      { keys: "Enter", what: "Save; while adding, go on with the next" },
      { keys: "Escape", what: "Leave" },
      { keys: "Up", what: "Suggestion above" },
      { keys: "Down", what: "Suggestion below" },
      { keys: "Tab", what: "Take the suggestion into the field" },
    ],
  },
];
