import { describe, expect, it } from "vitest";
import { BOARD_KEYS } from "./board-keys";
import { actionOf, BINDINGS, CHIP_ACTIONS } from "./chip-bindings";

function press(keys: string): KeyboardEvent {
  const parts = keys.split("+");
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: has("Ctrl"),
    metaKey: false,
    altKey: has("Alt"),
    shiftKey: has("Shift"),
  } as KeyboardEvent;
}

describe("keys of a chip", () => {
  it("mean one thing each", () => {
    for (const action of CHIP_ACTIONS) {
      for (const keys of BINDINGS[action].keys) expect(actionOf(press(keys))).toBe(action);
    }
  });

  it("leave the page its own", () => {
    for (const keys of ["Ctrl+z", "Ctrl+Shift+z", "Ctrl+v", "?", "Tab", "Escape", "Ctrl+p", "q"]) {
      expect(actionOf(press(keys))).toBeUndefined();
    }
  });

  it("stand on the map, once in each group", () => {
    const shown = BOARD_KEYS.flatMap(({ bindings }) => bindings.map(({ what }) => what));
    for (const action of CHIP_ACTIONS) expect(shown).toContain(BINDINGS[action].what);
    for (const { bindings } of BOARD_KEYS) {
      expect(new Set(bindings.map(({ keys }) => keys)).size).toBe(bindings.length);
    }
  });
});
