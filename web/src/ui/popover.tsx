import { Popover as Base } from "@base-ui/react/popover";
import type { JSX, ReactElement, ReactNode } from "react";

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly title: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly align?: "start" | "center" | "end";
}

/** A small titled surface beside its button; Escape and a click outside close it. */
export function Popover(props: PopoverProps): JSX.Element {
  const { trigger, title, children, open, onOpenChange, side = "bottom", align = "start" } = props;
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={side} align={align} collisionPadding={8} className="z-40">
          <Base.Popup className="max-h-[min(70vh,40rem)] w-max max-w-[min(26rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-s1 p-3 shadow-float outline-none">
            <Base.Title className="mb-2 text-base font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
