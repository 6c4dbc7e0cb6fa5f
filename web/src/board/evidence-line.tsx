import type { Term } from "imprompt/core";
import type { JSX } from "react";
import { useFocus } from "../state/focus";
import { percent, reasonWords, sureWords } from "./evidence-words";

interface EvidenceLineProps {
  readonly terms: readonly Term[];
  readonly out: ReadonlySet<string>;
}

/** At the foot of the board: why the phrase under the pointer or the keyboard is there. */
export function EvidenceLine({ terms, out }: EvidenceLineProps): JSX.Element {
  const id = useFocus(({ termId }) => termId);
  const term = id === null ? undefined : terms.find((each) => each.id === id);
  return (
    <div className="sticky -bottom-4 z-10 -mx-4 mt-auto -mb-4 hidden border-t border-line bg-s0 px-4 py-1.5 lg:block">
      <p className="line-clamp-2 h-9 text-sm text-ink-2">
        {term === undefined ? (
          <span className="text-ink-3">
            Point at a phrase to see where it comes from. Space opens its details.
          </span>
        ) : (
          <>
            <span className="font-semibold text-ink">{term.text}</span>: {percent(term.confidence)} sure,{" "}
            {sureWords(term.confidence)}
            {out.has(term.id) ? ", stays out of the prompts" : ""}. {reasonWords(term)}
          </>
        )}
      </p>
    </div>
  );
}
