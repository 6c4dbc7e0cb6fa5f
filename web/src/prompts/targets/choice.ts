import { TARGET_IDS } from "imprompt/core";
import { create } from "zustand";
import { prefer, usePreferences } from "../../state/preferences";
import { idOf } from "./loaded";

/** The version last chosen of each target, until the page is closed. */
const useVersions = create<{ readonly [id: string]: string }>()(() => ({}));

/** "name" or "name@version": the target whose prompt is shown. */
export function useChosen(): string {
  const name = usePreferences(({ target }) => target);
  return TARGET_IDS.includes(idOf(name)) ? name : (TARGET_IDS[0] ?? name);
}

export function chooseTarget(name: string): void {
  useVersions.setState({ [idOf(name)]: name });
  prefer({ target: name });
}

/** Goes back to a target in the version that was shown last. */
export function chooseTargetId(id: string): void {
  chooseTarget(nameOfId(id));
}

/** The name by which a target's last chosen version is called. */
export function nameOfId(id: string): string {
  const kept = usePreferences.getState().target;
  return useVersions.getState()[id] ?? (idOf(kept) === id ? kept : id);
}

export function useFavourites(): readonly string[] {
  const kept = usePreferences(({ favourites }) => favourites);
  return kept.filter((id) => TARGET_IDS.includes(id));
}

export function toggleFavourite(id: string): void {
  const { favourites } = usePreferences.getState();
  const without = favourites.filter((each) => each !== id);
  prefer({ favourites: without.length < favourites.length ? without : [...favourites, id] });
}
