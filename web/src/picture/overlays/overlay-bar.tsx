import type { JSX } from "react";
import { memo } from "react";
import { usePreferences } from "../../state/preferences";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Hint } from "../../ui/hint";
import { toggleOverlay } from "../picture-keys";
import type { OverlayStates } from "./overlay";
import { OVERLAYS } from "./overlay";

interface OverlaysProps {
  readonly states: OverlayStates;
}

/** What can be drawn over the picture, each a toggle; what has nothing to show says why. */
export const OverlayBar = memo(function OverlayBar({ states }: OverlaysProps): JSX.Element {
  const active = usePreferences(({ overlays }) => overlays);
  return (
    <div role="group" aria-label="Overlays on the picture" className="flex flex-wrap gap-1">
      {OVERLAYS.map(({ id, name, key, what }) => {
        const state = states[id];
        return (
          <Hint key={id} text={state.has ? what : `${name}: ${state.why}`} keys={key}>
            <Button
              size="sm"
              aria-pressed={state.has && active.includes(id)}
              aria-disabled={!state.has}
              onClick={() => {
                if (state.has) toggleOverlay(id);
              }}
              className={classNames(
                "aria-pressed:border-accent max-lg:h-10 max-lg:px-3",
                !state.has && "cursor-not-allowed border-dashed text-ink-3",
              )}
            >
              {name}
            </Button>
          </Hint>
        );
      })}
    </div>
  );
});

/** What the chosen overlays say in words, and why others have nothing to show. */
export const OverlayWords = memo(function OverlayWords({ states }: OverlaysProps): JSX.Element | null {
  const active = usePreferences(({ overlays }) => overlays);
  const told = OVERLAYS.flatMap(({ id, name }) => {
    const state = states[id];
    if (!state.has) return [{ name, words: `${state.why}.` }];
    return active.includes(id) && state.words !== "" ? [{ name, words: state.words }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul aria-label="Overlays in words" className="flex flex-col gap-0.5 text-sm text-ink-2">
      {told.map(({ name, words }) => (
        <li key={name}>
          <strong className="font-medium text-ink">{name}</strong>: {words}
        </li>
      ))}
    </ul>
  );
});
