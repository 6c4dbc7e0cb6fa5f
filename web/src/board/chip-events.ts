import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { focusTerm, useFocus } from "../state/focus";
import { chipAt } from "./board-dom";
import { setMode, useBoardUi } from "./board-ui";
import { actionOf } from "./chip-bindings";
import { runCommand } from "./chip-commands";

/** The chip whose words an event is on; the fields and buttons within a chip keep their events. */
function wordsAt(target: EventTarget): string | null {
  const words = target instanceof Element ? target.closest<HTMLElement>("[data-chip]") : null;
  return words?.dataset["chip"] ?? null;
}

function open(id: string): void {
  useBoardUi.setState({ active: id, mode: { kind: "details", id } });
}

function onKeyDown(event: KeyboardEvent): void {
  const id = wordsAt(event.target);
  const action = id === null ? undefined : actionOf(event);
  if (id === null || action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  runCommand(action, id, event.currentTarget);
}

/** A mouse selects with one click and edits with two; touch and assistive technology open the details at once. */
function onClick(event: MouseEvent): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-details]") : null;
  const id = mark?.dataset["details"] ?? null;
  if (id !== null) {
    open(id);
    return;
  }
  const words = wordsAt(event.target);
  const isMouse =
    event.nativeEvent instanceof globalThis.PointerEvent && event.nativeEvent.pointerType === "mouse";
  if (words !== null && !isMouse) open(words);
}

function onDoubleClick(event: MouseEvent): void {
  const id = wordsAt(event.target);
  if (id !== null) setMode({ kind: "editing", id });
}

function onContextMenu(event: MouseEvent): void {
  const id = wordsAt(event.target);
  if (id === null) return;
  event.preventDefault();
  open(id);
}

function onFocus(event: FocusEvent): void {
  const id = wordsAt(event.target);
  if (id === null) return;
  useBoardUi.setState({ active: id });
  focusTerm(id, "board");
}

function leave(): void {
  if (useFocus.getState().from === "board") focusTerm(null, null);
}

function onBlur(event: FocusEvent): void {
  if (chipAt(event.relatedTarget) === null) leave();
}

/** Under the pointer, else where the keyboard is. */
function onPointerOver(event: PointerEvent): void {
  const id = chipAt(event.target) ?? chipAt(document.activeElement);
  if (id === null) leave();
  else focusTerm(id, "board");
}

function onPointerLeave(): void {
  const id = chipAt(document.activeElement);
  if (id === null) leave();
  else focusTerm(id, "board");
}

/** Listens for all chips at once. */
export const CHIP_EVENTS = {
  onKeyDown,
  onClick,
  onDoubleClick,
  onContextMenu,
  onFocus,
  onBlur,
  onPointerOver,
  onPointerLeave,
};
