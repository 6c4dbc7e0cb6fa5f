import type { Look } from "./browser.js";

/** The sizes that every screen is looked at in; `expectSound` turns each to both themes. */
export const LOOKS: readonly Look[] = [
  { width: 390, height: 844, theme: "light", touch: true },
  { width: 1280, height: 800, theme: "dark" },
  { width: 1920, height: 1080, theme: "light" },
];

export const DESK: Look = { width: 1280, height: 800, theme: "light" };
