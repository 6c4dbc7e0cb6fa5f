import type { JSX, ReactNode } from "react";
import { classNames } from "./class-names";

interface PanelProps {
  readonly title: string;
  /** Names the panel to assistive technology where the title alone would not. */
  readonly label?: string;
  /** Stands at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled part of a screen. */
export function Panel({ title, label = title, actions, children, className }: PanelProps): JSX.Element {
  return (
    <section aria-label={label} className={classNames("rounded-lg border border-line bg-s1", className)}>
      <header className="flex min-h-10 items-center justify-between gap-2 border-b border-line px-3 py-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {actions === undefined ? null : (
          <div className="flex flex-wrap items-center justify-end gap-1">{actions}</div>
        )}
      </header>
      <div className="p-3">{children}</div>
    </section>
  );
}
