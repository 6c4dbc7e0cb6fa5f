import { useEffect } from "react";

/** A key of the studio, for the map of keys and for whoever listens. */
export interface KeyBinding {
  /** As in "Ctrl+Shift+Z" or "?"; Ctrl also means the Mac's command key. */
  readonly keys: string;
  readonly what: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

/** True where typing belongs to the element and not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "range", "button"].includes(target.type)
  );
}

/** Whether the event is the keys, as in "Ctrl+Shift+Z". */
export function isKeys(event: KeyboardEvent | React.KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const control = event.ctrlKey || event.metaKey;
  const shifted =
    key.length === 1 && !/[a-z]/iu.test(key) ? true : event.shiftKey === parts.includes("Shift");
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    control === parts.includes("Ctrl") &&
    event.altKey === parts.includes("Alt") &&
    shifted
  );
}

/** Runs `run` when the keys are pressed anywhere on the page, typing aside. */
export function useKey(keys: string, run: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || !isKeys(event, keys)) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [keys, run]);
}
