import { create } from "zustand";
import type { StyleEvent, StyleState } from "./style-state";
import { NEW_STYLE, stepStyle } from "./style-state";

const KEY = "imprompt.style";

function restore(): StyleState {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...NEW_STYLE, ...kept } : NEW_STYLE;
  } catch {
    return NEW_STYLE; // damaged or blocked: the choice starts anew
  }
}

export const useStyle = create<StyleState>()(restore);

export function changeStyle(event: StyleEvent): void {
  const next = stepStyle(useStyle.getState(), event);
  useStyle.setState(next, true);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a browser that keeps nothing: the choice holds until the page is closed
  }
}
