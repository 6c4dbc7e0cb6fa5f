import { Popover } from "@base-ui/react/popover";
import type { Term } from "imprompt/core";
import { X } from "lucide-react";
import type { JSX } from "react";
import { useRef, useState } from "react";
import { IconButton } from "../ui/icon-button";
import { chipElement } from "./board-dom";
import { rest, useBoardUi } from "./board-ui";
import { DetailActions } from "./detail-actions";
import { DetailEvidence } from "./detail-evidence";
import { DetailSwaps } from "./detail-swaps";
import { DetailWeight } from "./detail-weight";
import { endWeighing } from "./weigh-live";

interface ChipDetailsProps {
  readonly terms: readonly Term[];
  readonly out: ReadonlySet<string>;
}

function Content({ term, out }: { readonly term: Term; readonly out: boolean }): JSX.Element {
  return (
    <div className="flex flex-col gap-3">
      <DetailEvidence term={term} out={out} />
      <DetailWeight term={term} />
      <DetailActions term={term} />
      <DetailSwaps term={term} />
    </div>
  );
}

/** What is known of a phrase and can be done with it, beside its chip; the one of the whole board. */
export function ChipDetails({ terms, out }: ChipDetailsProps): JSX.Element | null {
  const id = useBoardUi(({ mode }) => (mode.kind === "details" ? mode.id : null));
  const popup = useRef<HTMLDivElement>(null);
  const term = terms.find((each) => each.id === id);
  // The last phrase stays while the popover closes.
  const [shown, setShown] = useState<Term | undefined>(term);
  if (term !== undefined && term !== shown) setShown(term);
  if (shown === undefined) return null;
  const close = (open: boolean): void => {
    if (open || id === null) return;
    endWeighing();
    rest();
  };
  return (
    <Popover.Root open={term !== undefined} onOpenChange={close}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => chipElement(shown.id)?.closest("[data-frame]") ?? null}
          sideOffset={6}
          align="start"
          collisionPadding={8}
          className="z-40"
        >
          <Popover.Popup
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>("input[type=range]") ?? true}
            finalFocus={() => chipElement(useBoardUi.getState().active ?? shown.id)}
            className="max-h-[min(80vh,44rem)] w-[min(24rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-s1 p-3 shadow-float outline-none"
          >
            <div className="mb-2 flex items-start justify-between gap-2">
              <Popover.Title className="pt-1 text-md font-semibold">{shown.text}</Popover.Title>
              <Popover.Close render={<IconButton icon={X} label="Close" keys="Esc" size="sm" />} />
            </div>
            <Content term={shown} out={out.has(shown.id)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
