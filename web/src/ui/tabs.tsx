import type { JSX, KeyboardEvent } from "react";
import { useRef } from "react";
import { classNames } from "./class-names";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
  /** The id of the element that the tabs fill; it wants role="tabpanel". */
  readonly controls: string;
  readonly className?: string;
}

/** A tab list: arrow keys, Home and End move, one tab stop. */
export function Tabs<Id extends string>(props: TabsProps<Id>): JSX.Element {
  const { label, tabs, current, onChoose, controls, className } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={classNames("flex gap-0.5", className)}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === current}
          aria-controls={controls}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
          className={classNames(
            "h-8 rounded-md px-3 text-base font-medium whitespace-nowrap",
            id === current ? "bg-accent-soft text-accent-strong" : "text-ink-2 hover:bg-s2",
          )}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
