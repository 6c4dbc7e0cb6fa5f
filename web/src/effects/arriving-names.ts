import { isTexts } from "../state/shape";
import type { Workspace } from "../state/workspace";

/** Of this tab alone, which is why it is not among the boards: another tab's pictures are not lost. */
const KEY = "imprompt.arriving";

let last: Workspace["arrivals"] = {};

/** Notes which pictures are on their way or failed, for the case that the page is closed before they have come. */
export function rememberArrivals({ arrivals }: Workspace): void {
  if (arrivals === last) return;
  last = arrivals;
  const names = Object.values(arrivals).map(({ name }) => name);
  try {
    if (names.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // a browser that keeps nothing: nothing is told
  }
}

/** Names of pictures that were on their way when the page was closed; told once. */
export function takeLostArrivals(): readonly string[] {
  try {
    const names: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    sessionStorage.removeItem(KEY);
    return isTexts(names) ? names : [];
  } catch {
    return [];
  }
}
