import { useEffect } from "react";
import type { KeyGroup } from "../shell/keys";
import { isKeys, isTyping } from "../shell/keys";
import type { Overlay } from "../state/preferences";
import { prefer, usePreferences } from "../state/preferences";
import { OVERLAYS } from "./overlays/overlay";

/** The keys of the picture, for the map of keys. */
export const PICTURE_KEYS: KeyGroup = {
  title: "On the picture: show or hide",
  bindings: OVERLAYS.map(({ key, name, what }) => ({ keys: key, what: `${name}: ${what.toLowerCase()}` })),
};

export function toggleOverlay(id: Overlay): void {
  const { overlays } = usePreferences.getState();
  prefer({ overlays: overlays.includes(id) ? overlays.filter((each) => each !== id) : [...overlays, id] });
}

/** Listens to the overlays' keys anywhere on the page, typing aside; keys of what has nothing to show do nothing. */
export function useOverlayKeys(available: (id: Overlay) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const overlay = OVERLAYS.find(({ key }) => isKeys(event, key));
      if (overlay === undefined || !available(overlay.id)) return;
      event.preventDefault();
      toggleOverlay(overlay.id);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [available]);
}
