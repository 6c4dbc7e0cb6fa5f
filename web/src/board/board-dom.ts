import type { Box } from "./navigate";

const BOARD = "[data-board]";

/** The part of a chip that the keyboard stands on. */
export function chipElement(id: string): HTMLElement | null {
  return document.querySelector(`${BOARD} [data-chip="${CSS.escape(id)}"]`);
}

/** The chip that an element is part of. */
export function chipAt(target: EventTarget | null): string | null {
  const frame = target instanceof Element ? target.closest<HTMLElement>("[data-frame]") : null;
  return frame?.dataset["frame"] ?? null;
}

function boxOf(element: HTMLElement): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { id: element.dataset["frame"] ?? "", left, top, right, bottom };
}

/** The chips within an element, in the order of the page. */
export function boxesIn(element: Element): readonly Box[] {
  return [...element.querySelectorAll<HTMLElement>("[data-frame]")].map(boxOf);
}
