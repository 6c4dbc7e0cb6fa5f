import type { Facet } from "imprompt/core";
import type { JSX, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { memo, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { chipElement } from "../../board/board-dom";
import { focusTerm, useFocus } from "../../state/focus";
import { showPart } from "../../state/part";
import { lookOf } from "../../ui/bucket-look";
import { classNames } from "../../ui/class-names";
import type { Run } from "./runs";

interface PhraseRunProps {
  readonly text: string;
  readonly termId: string;
  readonly facet: Facet | undefined;
  /** The one run that the tab key reaches; arrow keys go on from it. */
  readonly stop: boolean;
}

/** A span, since a button does not break over lines. */
const PhraseRun = memo(function PhraseRun({ text, termId, facet, stop }: PhraseRunProps): JSX.Element {
  const lit = useFocus((focus) => focus.termId === termId);
  return (
    <span
      role="button"
      tabIndex={stop ? 0 : -1}
      data-run={termId}
      className={classNames(
        "cursor-pointer rounded-sm underline decoration-2 underline-offset-4 select-text",
        facet === undefined ? "decoration-line-strong" : lookOf(facet).underline,
        lit && "bg-accent-soft text-accent-strong",
      )}
    >
      {text}
    </span>
  );
});

function runAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-run]") : null;
}

function lightUp(event: { readonly target: EventTarget }): void {
  focusTerm(runAt(event.target)?.dataset["run"] ?? null, "prompt");
}

function goDark(): void {
  focusTerm(null, null);
}

/** Puts the keyboard on the term's chip, where the board shows it. */
function goToChip(run: HTMLElement | null): void {
  const termId = run?.dataset["run"];
  if (termId === undefined) return;
  flushSync(() => showPart("Blueprint")); // on small screens it is hidden until now
  chipElement(termId)?.focus();
}

function onClick(event: MouseEvent): void {
  const selecting = document.getSelection()?.isCollapsed === false;
  if (!selecting) goToChip(runAt(event.target));
}

/** The run that a key goes to from `at` of `count`; undefined for other keys. */
function nextIndex(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
  };
  const next = Object.entries(to).find(([name]) => name === key)?.[1];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), count - 1);
}

/** What stands between phrases; a flag does not break after its dashes. */
function Between({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split(/(--[a-z]+)/u);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={`${part} ${index}`} className="whitespace-nowrap">
            {part}
          </span>
        ),
      )}
    </>
  );
}

interface RunTextProps {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly facets: ReadonlyMap<string, Facet>;
  readonly mono?: boolean;
  readonly className?: string;
}

/** A prompt in which each phrase lights up with its chip, and leads to it; arrow keys go from phrase to phrase. */
export function RunText({ label, runs, facets, mono = false, className }: RunTextProps): JSX.Element {
  const [stop, setStop] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const phrases = useMemo(() => runs.filter(({ termId }) => termId !== null), [runs]);
  const stopKey = phrases[Math.min(stop, phrases.length - 1)]?.key;
  const onKeyDown = (event: KeyboardEvent): void => {
    const run = runAt(event.target);
    if (run === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...(group.current?.querySelectorAll<HTMLElement>("[data-run]") ?? [])];
    const next = nextIndex(event.key, all.indexOf(run), all.length);
    if (next === undefined && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (next === undefined) return goToChip(run);
    setStop(next);
    all[next]?.focus();
  };
  const onPointerOver = (event: PointerEvent): void => lightUp(event);
  return (
    <div
      ref={group}
      role="group"
      aria-label={label}
      onPointerOver={onPointerOver}
      onPointerLeave={goDark}
      onFocus={lightUp}
      onBlur={goDark}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className={classNames(
        "leading-6 whitespace-pre-wrap",
        mono ? "font-mono text-sm" : "text-md",
        className,
      )}
    >
      {runs.map(({ key, text, termId }) =>
        termId === null ? (
          <Between key={key} text={text} />
        ) : (
          <PhraseRun
            key={key}
            text={text}
            termId={termId}
            facet={facets.get(termId)}
            stop={key === stopKey}
          />
        ),
      )}
    </div>
  );
}
