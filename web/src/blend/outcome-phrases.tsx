import type { Blueprint, Term } from "imprompt/core";
import { BUCKET_OF, BUCKETS } from "imprompt/core";
import { Ban } from "lucide-react";
import type { JSX } from "react";
import { usePreferences } from "../state/preferences";
import { BUCKET_LOOK } from "../ui/bucket-look";
import { classNames } from "../ui/class-names";
import { lettersOf } from "./outcome";

function OutcomePhrase({ term }: { readonly term: Term }): JSX.Element {
  const least = usePreferences((preferences) => preferences.minConfidence);
  const unsure = term.confidence < least && term.pinned !== true;
  const weight = Math.round(term.weight * 100) / 100;
  return (
    <li
      className={classNames(
        "inline-flex min-h-6 max-w-full items-center gap-1.5 rounded border px-1.5 text-sm",
        unsure ? "border-dashed border-line-strong text-ink-2" : "border-line bg-s2",
      )}
    >
      {term.polarity === "exclude" ? <Ban aria-label="not" className="size-3 shrink-0 text-bad" /> : null}
      <span className="min-w-0">
        {term.text}
        {unsure ? <span className="sr-only"> (unsure)</span> : null}
      </span>
      {weight === 1 ? null : <span className="text-xs text-ink-3">×{weight}</span>}
      <span className="text-xs font-semibold text-ink-2">
        <span className="sr-only">from </span>
        {lettersOf(term).join(" ")}
      </span>
    </li>
  );
}

/** The blend's phrases by bucket, each with the letters of the sources that it is from. */
export function OutcomePhrases({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const least = usePreferences((preferences) => preferences.minConfidence);
  const { terms } = blueprint;
  const unsure = terms.some(({ confidence, pinned }) => confidence < least && pinned !== true);
  if (terms.length === 0)
    return <p className="text-ink-2">The chosen facets say nothing. Take some from another picture.</p>;
  return (
    <div className="flex flex-col gap-3">
      {BUCKETS.map((bucket) => {
        const own = terms.filter(({ facet }) => BUCKET_OF[facet] === bucket);
        if (own.length === 0) return null;
        const { title, fill } = BUCKET_LOOK[bucket];
        return (
          <section key={bucket} aria-label={`Blended ${title}`}>
            <h3 className="mb-1 flex items-center gap-2 text-sm font-medium text-ink-2">
              <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", fill)} />
              {title}
            </h3>
            <ul className="flex flex-wrap gap-1">
              {own.map((term) => (
                <OutcomePhrase key={term.id} term={term} />
              ))}
            </ul>
          </section>
        );
      })}
      {unsure ? (
        <p className="text-sm text-ink-3">
          Dashed phrases are less than {Math.round(least * 100)}% sure and stay out of the prompt.
        </p>
      ) : null}
    </div>
  );
}
