import type { JSX } from "react";
import { classNames } from "./class-names";

interface PartBarProps<Part extends string> {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly current: Part;
  readonly onChoose: (part: Part) => void;
}

/** On small screens one part of a screen at a time, chosen at the foot; gone from 64rem on. */
export function PartBar<Part extends string>({
  label,
  parts,
  current,
  onChoose,
}: PartBarProps<Part>): JSX.Element {
  return (
    <nav
      aria-label={label}
      className="sticky bottom-0 z-20 grid auto-cols-fr grid-flow-col border-t border-line bg-s1 pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-current={part === current ? "true" : undefined}
          onClick={() => onChoose(part)}
          className={classNames(
            "h-12 border-t-2 text-base font-medium",
            part === current ? "border-accent text-accent-strong" : "border-transparent text-ink-2",
          )}
        >
          {part}
        </button>
      ))}
    </nav>
  );
}
