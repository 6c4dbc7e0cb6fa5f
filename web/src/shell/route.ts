import { useSyncExternalStore } from "react";

export const SCREENS = ["board", "blend", "style"] as const;

export type Screen = (typeof SCREENS)[number];

const PATHS: { readonly [S in Screen]: string } = { board: "/", blend: "/blend", style: "/style" };

function screenNow(): Screen {
  return SCREENS.find((screen) => PATHS[screen] === location.pathname) ?? "board";
}

function listen(onChange: () => void): () => void {
  addEventListener("popstate", onChange);
  return () => removeEventListener("popstate", onChange);
}

export function pathOf(screen: Screen): string {
  return PATHS[screen];
}

/** Goes to a screen without loading the page anew. */
export function goTo(screen: Screen): void {
  if (screenNow() === screen) return;
  history.pushState(null, "", PATHS[screen]);
  dispatchEvent(new PopStateEvent("popstate"));
}

export function useScreen(): Screen {
  return useSyncExternalStore(listen, screenNow);
}
