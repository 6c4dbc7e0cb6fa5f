import type { RefObject } from "react";
import { useEffect } from "react";
import { chipAt } from "./board-dom";
import { endWeighing, weighLive } from "./weigh-live";
import { steppedWeight } from "./weight";

const STEP = 0.05;
/** Pixels of a touch pad's wheel that make a step; a notch of a mouse's is more. */
const PIXELS = 40;
/** Milliseconds without the wheel after which its turning was one step of the history. */
const PAUSE = 400;

/** Ctrl or Alt with the wheel weighs the chip under the pointer; the wheel alone scrolls. */
export function useWheelWeight(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = board.current;
    if (element === null) return undefined;
    let turned = 0;
    // Kept while the wheel turns: a chip that grows may wrap away from under the pointer.
    let held: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onWheel = (event: WheelEvent): void => {
      const isMeant = event.ctrlKey || event.altKey || event.metaKey;
      const id = isMeant ? (held ?? chipAt(event.target)) : null;
      if (id === null) return;
      event.preventDefault();
      held = id;
      turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * PIXELS;
      clearTimeout(timer);
      timer = setTimeout(() => {
        turned = 0;
        held = null;
        endWeighing();
      }, PAUSE);
      if (Math.abs(turned) < PIXELS) return;
      const by = turned < 0 ? STEP : -STEP;
      turned = 0;
      weighLive(id, (weight) => steppedWeight(weight, by));
    };
    // Not passive, or the page would zoom or go back.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      clearTimeout(timer);
      endWeighing();
      element.removeEventListener("wheel", onWheel);
    };
  }, [board]);
}
