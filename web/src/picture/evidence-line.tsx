import type { Term } from "imprompt/core";
import type { JSX } from "react";
import { percent, reasonWords, regionWords } from "../board/evidence-words";
import { useFocus } from "../state/focus";

function whyOf(term: Term): string {
  const regions = term.evidence.flatMap(({ region }) => (region === undefined ? [] : [region]));
  const why = reasonWords(term);
  return [
    why === "" ? "Nothing says where it comes from" : why,
    ...(regions[0] === undefined ? [] : [regionWords(regions[0])]),
    `${percent(term.confidence)} sure`,
  ].join("; ");
}

interface EvidenceLineProps {
  readonly terms: readonly Term[];
  /** Stands there while no phrase is in focus. */
  readonly idle: string;
}

/** Where the phrase in focus comes from. Its height never changes, so that nothing below it moves. */
export function EvidenceLine({ terms, idle }: EvidenceLineProps): JSX.Element {
  const termId = useFocus((focus) => focus.termId);
  const term = termId === null ? undefined : terms.find(({ id }) => id === termId);
  return (
    <div className="@container shrink-0">
      <p className="line-clamp-3 h-[3.375rem] text-sm text-ink-2 @sm:line-clamp-2 @sm:h-9">
        {term === undefined ? (
          <span className="text-ink-3">{idle}</span>
        ) : (
          <>
            <strong className="font-semibold text-ink">{term.text}</strong>
            {`: ${whyOf(term)}.`}
          </>
        )}
      </p>
    </div>
  );
}
