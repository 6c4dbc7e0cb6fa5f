import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { JSX } from "react";
import { useRef } from "react";
import { IconButton } from "../ui/icon-button";
import { EvidenceLine } from "./evidence-line";
import { OverlayBar } from "./overlays/overlay-bar";
import type { Shown } from "./picture-view";
import { PictureView } from "./picture-view";

interface LargerViewProps extends Shown {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The picture as large as the window, with the same overlays. */
export function LargerView({ open, onOpenChange, ...shown }: LargerViewProps): JSX.Element {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className="fixed inset-1 z-50 flex flex-col gap-2 rounded-xl border border-line bg-s1 p-2 shadow-float outline-none sm:inset-3 sm:p-3"
        >
          <header className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Dialog.Title className="min-w-0 flex-1 truncate text-md font-semibold">
              {shown.name}
            </Dialog.Title>
            <Dialog.Close
              render={<IconButton icon={X} label="Close" keys="Esc" className="order-2 sm:order-3" />}
            />
            <div className="order-3 w-full sm:order-2 sm:w-auto">
              <OverlayBar states={shown.states} />
            </div>
          </header>
          <div className="flex min-h-0 flex-1 items-center">
            <PictureView {...shown} maxHeight="(100dvh - 11rem)" />
          </div>
          <EvidenceLine
            terms={shown.terms}
            idle="Point at the picture to see which phrases were seen there."
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
