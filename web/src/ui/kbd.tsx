import type { JSX } from "react";
import { classNames } from "./class-names";

/** Keys as in "Ctrl+Shift+Z": a cap each. */
export function Kbd({
  keys,
  inverse = false,
}: {
  readonly keys: string;
  readonly inverse?: boolean;
}): JSX.Element {
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {keys.split("+").map((key) => (
        <kbd
          key={key}
          className={classNames(
            "rounded border px-1 font-sans text-xs font-medium",
            inverse ? "border-s1/30 text-s1" : "border-line bg-s2 text-ink-2",
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
