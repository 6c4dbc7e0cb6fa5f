import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { JSX, ReactElement, ReactNode } from "react";
import { useRef } from "react";
import { IconButton } from "./icon-button";

interface DialogProps {
  readonly trigger?: ReactElement<Record<string, unknown>>;
  readonly title: string;
  /** One sentence under the title. */
  readonly description?: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly wide?: boolean;
}

/** A modal dialog with a close button; on small screens it fills the width. The keyboard starts in its first field. */
export function Dialog(props: DialogProps): JSX.Element {
  const { trigger, title, description, children, open, onOpenChange, wide = false } = props;
  const popup = useRef<HTMLDivElement>(null);
  // Never on the close button: its hint would take the first Escape.
  const start = (by: string): HTMLElement | null => {
    const field = popup.current?.querySelector<HTMLElement>("textarea, input:not([hidden]), select");
    return by === "touch" ? popup.current : (field ?? popup.current);
  };
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Base.Popup
          ref={popup}
          initialFocus={start}
          className={`fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-1rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl border border-line bg-s1 shadow-float outline-none ${wide ? "max-w-4xl" : "max-w-lg"}`}
        >
          <header className="flex items-start justify-between gap-4 px-4 pt-3">
            <div>
              <Base.Title className="text-md font-semibold">{title}</Base.Title>
              {description === undefined ? null : (
                <Base.Description className="text-base text-ink-2">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton icon={X} label="Close" keys="Esc" />} />
          </header>
          <div className="min-h-0 overflow-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
