import type { JSX, KeyboardEvent } from "react";
import type { Board } from "../../state/board";
import { blueprintOf } from "../../state/board";
import type { Offer } from "../board-ui";
import { toggleOffer } from "../board-ui";
import { CheckOffer } from "./check-offer";
import { CompleteOffer } from "./complete-offer";
import { ExcludeOffer } from "./exclude-offer";
import { HistoryList } from "./history-list";
import { PruneOffer } from "./prune-offer";

const TITLES: { readonly [O in Offer]: string } = {
  prune: "What the board can do without",
  complete: "What nothing is said of",
  check: "What to look at",
  exclude: "What could be left out of the picture",
  history: "What was done",
};

interface OfferPanelProps {
  readonly offer: Offer;
  readonly board: Board;
  readonly minConfidence: number;
}

function Content({ offer, board, minConfidence }: OfferPanelProps): JSX.Element {
  const blueprint = blueprintOf(board);
  switch (offer) {
    case "prune":
      return <PruneOffer blueprint={blueprint} minConfidence={minConfidence} />;
    case "complete":
      return <CompleteOffer blueprint={blueprint} />;
    case "check":
      return <CheckOffer blueprint={blueprint} minConfidence={minConfidence} />;
    case "exclude":
      return <ExcludeOffer blueprint={blueprint} />;
    case "history":
      return <HistoryList board={board} />;
  }
}

/** What an offer would change, before it does. Escape closes it. */
export function OfferPanel(props: OfferPanelProps): JSX.Element {
  const { offer } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") toggleOffer(offer);
  };
  return (
    <section
      aria-label={TITLES[offer]}
      className="rounded-lg border border-line-strong/60 bg-s1 p-3"
      onKeyDown={onKeyDown}
    >
      <h2 className="mb-2 text-base font-semibold">{TITLES[offer]}</h2>
      <Content {...props} />
    </section>
  );
}
