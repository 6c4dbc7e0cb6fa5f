import type { Capabilities } from "imprompt/core";
import type { JSX } from "react";
import { classNames } from "../../ui/class-names";

/** Says that a model is no longer its vendor's newest, or gone; nothing for current ones. */
export function StatusBadge({ status }: { readonly status: Capabilities["status"] }): JSX.Element | null {
  if (status === "current") return null;
  return (
    <span
      className={classNames(
        "shrink-0 rounded px-1 text-xs font-medium",
        status === "retired" ? "bg-warn-soft text-warn" : "bg-s2 text-ink-2",
      )}
    >
      {status}
    </span>
  );
}
