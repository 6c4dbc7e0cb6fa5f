import type { JSX } from "react";
import { useEffect, useRef, useState } from "react";
import type { Board } from "../../state/board";
import { dispatch } from "../../state/store";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { capitalized } from "../titles";

/** Steps shown at once; older ones on demand. */
const PAGE = 200;

interface StepItemProps {
  readonly words: string;
  readonly state: "done" | "now" | "undone";
  readonly onGo: () => void;
}

function StepItem({ words, state, onGo }: StepItemProps): JSX.Element {
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === "now") item.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  return (
    <button
      ref={item}
      type="button"
      aria-current={state === "now" ? "step" : undefined}
      onClick={onGo}
      className={classNames(
        "flex w-full gap-2 rounded-md border-l-2 px-2 py-1 text-left hover:bg-s2 pointer-coarse:min-h-10",
        state === "now" ? "border-accent bg-accent-soft font-medium" : "border-transparent",
        state === "undone" && "text-ink-3",
      )}
    >
      <span className="min-w-0 flex-1">{words}</span>
      {state === "done" ? null : (
        <span className="shrink-0 text-sm text-ink-3">{state === "now" ? "now" : "undone"}</span>
      )}
    </button>
  );
}

/** Every step in words, the newest first; a click goes there. */
export function HistoryList({ board }: { readonly board: Board }): JSX.Element {
  const { past, future } = board.history;
  const [most, setMost] = useState(PAGE);
  const all = [...past, ...future];
  const first = Math.max(0, all.length - most);
  const go = (done: number): void => dispatch({ type: "travelled", id: board.id, past: done });
  const stateOf = (done: number): StepItemProps["state"] =>
    done === past.length ? "now" : done < past.length ? "done" : "undone";
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-3">
        {past.length} done, {future.length} undone. Steps are kept without end.
      </p>
      <ol reversed aria-label="Steps" className="max-h-80 overflow-y-auto">
        {all
          .slice(first)
          .map(({ words }, index) => ({ words, done: first + index + 1 }))
          .reverse()
          .map(({ words, done }) => (
            <li key={done}>
              <StepItem words={capitalized(words)} state={stateOf(done)} onGo={() => go(done)} />
            </li>
          ))}
        {first > 0 ? (
          <li>
            <Button look="quiet" size="sm" onClick={() => setMost(most + PAGE)}>
              {first} older
            </Button>
          </li>
        ) : (
          <li>
            <StepItem words="As it came" state={stateOf(0)} onGo={() => go(0)} />
          </li>
        )}
      </ol>
    </div>
  );
}
