import { Menu as Base } from "@base-ui/react/menu";
import type { JSX, ReactElement } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export type MenuItem =
  | {
      readonly label: string;
      readonly run: () => void;
      readonly keys?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      /** A tick before it, or room for one. */
      readonly checked?: boolean;
    }
  | "separator"
  | { readonly heading: string; readonly items: readonly MenuItem[] };

function itemOf(item: MenuItem, index: number): JSX.Element {
  if (item === "separator") return <Base.Separator key={`line-${index}`} className="my-1 h-px bg-line" />;
  if ("heading" in item) {
    return (
      <Base.Group key={item.heading}>
        <Base.GroupLabel className="px-3 pt-1.5 pb-0.5 text-sm font-medium text-ink-3">
          {item.heading}
        </Base.GroupLabel>
        {item.items.map(itemOf)}
      </Base.Group>
    );
  }
  const { label, run, keys, danger = false, disabled = false, checked } = item;
  return (
    <Base.Item
      key={`${label}-${index}`}
      disabled={disabled}
      onClick={run}
      className={classNames(
        "flex min-h-7 cursor-default items-center justify-between gap-6 px-3 py-1 outline-none select-none",
        "data-highlighted:bg-s2 data-disabled:text-ink-3",
        danger && "text-bad",
      )}
    >
      <span>
        {checked === undefined ? null : <span className="inline-block w-4">{checked ? "✓" : ""}</span>}
        {label}
      </span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </Base.Item>
  );
}

interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly items: readonly MenuItem[];
  readonly align?: "start" | "center" | "end";
}

/** A list of actions behind a button. */
export function Menu({ trigger, items, align = "start" }: MenuProps): JSX.Element {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal role="region" aria-label="Menu">
        <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-40 outline-none">
          <Base.Popup className="max-h-[70vh] min-w-44 overflow-auto rounded-lg border border-line bg-s1 py-1 text-base shadow-float outline-none">
            {items.map(itemOf)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
