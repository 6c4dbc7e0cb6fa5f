import { create } from "zustand";

/** What the user likes, over all boards. */
export interface Preferences {
  readonly theme: "system" | "light" | "dark";
  /** The target whose prompt is shown: "name" or "name@version". */
  readonly target: string;
  /** Target ids that stand first. */
  readonly favourites: readonly string[];
  /** Phrases below it stay on the board and out of the prompts; 0..1. */
  readonly minConfidence: number;
  /** What is drawn over the picture. */
  readonly overlays: readonly Overlay[];
}

export type Overlay = "thirds" | "saliency" | "subject" | "horizon" | "light";

const DEFAULTS: Preferences = {
  theme: "system",
  target: "midjourney",
  favourites: ["midjourney", "sdxl", "flux"],
  minConfidence: 0.5,
  overlays: [],
};

const KEY = "imprompt.preferences";

function restore(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...DEFAULTS, ...kept } : DEFAULTS;
  } catch {
    return DEFAULTS; // damaged or blocked: the page works without
  }
}

export const usePreferences = create<Preferences>()(restore);

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    localStorage.setItem(KEY, JSON.stringify(usePreferences.getState()));
  } catch {
    // a browser that keeps nothing: the choice holds until the page is closed
  }
}
