import type { JSX } from "react";
import { classNames } from "../ui/class-names";

/** What a source of a blend is called. */
export function Letter({
  letter,
  strong = false,
}: {
  readonly letter: string;
  readonly strong?: boolean;
}): JSX.Element {
  return (
    <span
      className={classNames(
        "inline-flex size-5 shrink-0 items-center justify-center rounded text-xs font-semibold",
        strong ? "bg-accent text-on-accent" : "bg-s3 text-ink",
      )}
    >
      {letter}
    </span>
  );
}
