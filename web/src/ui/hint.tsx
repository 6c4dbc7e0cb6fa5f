import { Tooltip } from "@base-ui/react/tooltip";
import type { JSX, ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

interface HintProps {
  readonly text: ReactNode;
  readonly keys?: string;
  readonly side?: "top" | "bottom" | "left" | "right";
  /** One focusable element; it keeps its own name. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A tooltip: shown on hover and on focus, never the only place where something is said, so not read out again. */
export function Hint({ text, keys, side = "bottom", children }: HintProps): JSX.Element {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} side={side} className="z-50">
          <Tooltip.Popup
            aria-hidden
            className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-s1 shadow-float"
          >
            {text}
            {keys === undefined ? null : <Kbd keys={keys} inverse />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
