import { ChevronDown } from "lucide-react";
import type { JSX } from "react";
import { lazy, Suspense, useId } from "react";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import type { Offer } from "./board-ui";
import { OFFERS, toggleOffer, useBoardUi } from "./board-ui";
import { Threshold } from "./threshold";

const OfferPanel = lazy(async () => ({ default: (await import("./offers/offer-panel")).OfferPanel }));

function nameOf(offer: Offer, steps: number): string {
  if (offer === "history") return `${steps} ${steps === 1 ? "step" : "steps"}`;
  return { prune: "Prune", complete: "Complete", check: "Check", exclude: "Exclude" }[offer];
}

const LABELS: { readonly [O in Offer]: string } = {
  prune: "Prune: what the board can do without",
  complete: "Complete: what nothing is said of",
  check: "Check: what contradicts, repeats or stands in the wrong facet",
  exclude: "Exclude: what is usually left out",
  history: "History",
};

interface OfferButtonProps {
  readonly offer: Offer;
  readonly steps: number;
  readonly controls: string;
}

function OfferButton({ offer, steps, controls }: OfferButtonProps): JSX.Element {
  const isOpen = useBoardUi((ui) => ui.offer === offer);
  const name = nameOf(offer, steps);
  return (
    <Button
      look="quiet"
      size="sm"
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={offer === "history" ? `History: ${name}` : name}
      title={LABELS[offer]}
      className={classNames(
        "pointer-coarse:h-10",
        isOpen && "bg-accent-soft !text-accent-strong",
        offer === "history" && "ml-auto",
      )}
      onClick={() => toggleOffer(offer)}
    >
      {name}
      <ChevronDown aria-hidden className={classNames("hidden size-3 @sm:block", isOpen && "rotate-180")} />
    </Button>
  );
}

interface HeadProps {
  readonly board: Board;
  readonly minConfidence: number;
  /** How many phrases stay out of the prompts. */
  readonly out: number;
}

/** What concerns the whole board: how sure its phrases must be, what is offered, and what was done. */
export function Head({ board, minConfidence, out }: HeadProps): JSX.Element {
  const panel = useId();
  const offer = useBoardUi((ui) => ui.offer);
  const { terms } = blueprintOf(board);
  const steps = board.history.past.length;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2">
        <h2 className="text-md font-semibold">Blueprint</h2>
        <p className="mr-auto text-sm text-ink-3 tabular-nums">
          {terms.length - out} in the prompts, {out} out
        </p>
        <Threshold terms={terms} minConfidence={minConfidence} />
      </div>
      <div role="group" aria-label="Offers" className="-mx-2 flex flex-wrap items-center gap-x-0.5">
        {OFFERS.map((each) => (
          <OfferButton key={each} offer={each} steps={steps} controls={panel} />
        ))}
      </div>
      <div id={panel}>
        {offer === null ? null : (
          <Suspense fallback={<p className="p-3 text-ink-3">Looking</p>}>
            <OfferPanel offer={offer} board={board} minConfidence={minConfidence} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
