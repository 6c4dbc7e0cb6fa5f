import type { Term } from "imprompt/core";
import { Minus, Pin } from "lucide-react";
import type { JSX } from "react";
import { memo } from "react";
import { useFocus } from "../state/focus";
import { lookOf } from "../ui/bucket-look";
import { classNames } from "../ui/class-names";
import { dropMark, modeOf, useBoardUi } from "./board-ui";
import { ChipEditor } from "./chip-editor";
import { ConfidenceRing } from "./confidence-ring";
import { DropQuestion } from "./drop-question";
import { chipName, percent, reasonWords, sureWords } from "./evidence-words";
import { weightWords } from "./weight";

interface ChipProps {
  readonly term: Term;
  /** Stays out of the prompts. */
  readonly out: boolean;
}

const MARK = {
  before: "before:absolute before:-inset-y-0.5 before:-left-1 before:w-0.5 before:rounded before:bg-accent",
  after: "after:absolute after:-inset-y-0.5 after:-right-1 after:w-0.5 after:rounded after:bg-accent",
} as const;

/** What a chip wears beside its words. Its name says the same. */
function Badges({ term, out }: ChipProps): JSX.Element {
  const { weight, hypothesis, pinned } = term;
  return (
    <>
      {hypothesis === true ? <span className="rounded bg-s2 px-1 text-xs text-ink-2">guess</span> : null}
      {out ? <span className="rounded bg-s2 px-1 text-xs text-ink-2">out</span> : null}
      {weight === 1 ? null : (
        <span className="rounded bg-accent-soft px-1 text-xs font-semibold text-accent-strong tabular-nums">
          {weightWords(weight)}
        </span>
      )}
      {pinned === true ? <Pin className="size-3 shrink-0 fill-current text-ink-2" /> : null}
    </>
  );
}

function Words({ term, out }: ChipProps): JSX.Element {
  const isTabStop = useBoardUi(({ active }) => active === term.id);
  const why = reasonWords(term);
  return (
    <button
      type="button"
      data-chip={term.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={chipName(term, out)}
      {...(why === "" ? {} : { "aria-description": why })}
      className="flex min-w-6 scroll-mt-2 scroll-mb-16 flex-wrap items-center gap-x-1 py-0.5 pr-2 pl-0.5 text-left outline-none pointer-coarse:py-2"
    >
      {term.polarity === "exclude" ? <Minus aria-hidden className="size-3 shrink-0 text-bad" /> : null}
      <span className={out ? "text-ink-3" : "text-ink"}>{term.text}</span>
      <Badges term={term} out={out} />
    </button>
  );
}

/** One phrase. What is done to it is handled by the board, which listens for all its chips. */
export const Chip = memo(function Chip({ term, out }: ChipProps): JSX.Element {
  const { id, facet, confidence, text } = term;
  const isLit = useFocus(({ termId, from }) => termId === id && from !== "board");
  const mode = useBoardUi((ui) => modeOf(ui, id));
  const mark = useBoardUi((ui) => dropMark(ui, id));
  const isDragged = useBoardUi(({ drag }) => drag?.id === id);
  if (mode === "dropping") return <DropQuestion term={term} />;
  return (
    <span
      role="gridcell"
      data-frame={id}
      draggable={mode !== "editing"}
      className={classNames(
        "relative inline-flex min-h-7 max-w-full items-stretch rounded-md border text-base",
        "has-[[data-chip]:focus-visible]:outline-2 has-[[data-chip]:focus-visible]:outline-offset-1 has-[[data-chip]:focus-visible]:outline-accent",
        out ? "border-dashed border-line-strong" : "border-line bg-s1 hover:border-line-strong",
        (isLit || mode === "details") && "bg-accent-soft ring-2 ring-accent",
        isDragged && "border-dashed border-accent bg-accent-soft",
        mark !== null && MARK[mark],
      )}
    >
      <span aria-hidden className={classNames("w-0.5 shrink-0 rounded-l-md", lookOf(facet).fill)} />
      {mode === "editing" ? (
        <ChipEditor id={id} text={text} />
      ) : (
        <>
          <button
            type="button"
            tabIndex={-1}
            data-details={id}
            aria-haspopup="dialog"
            aria-expanded={mode === "details"}
            aria-label={`Details of ${text}`}
            title={`${percent(confidence)} sure, ${sureWords(confidence)}`}
            className="flex w-6 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-s2 hover:text-ink pointer-coarse:w-8"
          >
            <ConfidenceRing confidence={confidence} />
          </button>
          <Words term={term} out={out} />
        </>
      )}
    </span>
  );
});
