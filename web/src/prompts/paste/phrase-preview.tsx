import type { Bucket, Term } from "imprompt/core";
import { BUCKET_OF, BUCKETS } from "imprompt/core";
import type { JSX } from "react";
import { BUCKET_LOOK } from "../../ui/bucket-look";
import { classNames } from "../../ui/class-names";

function phrasesIn(bucket: Bucket, terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ facet }) => BUCKET_OF[facet] === bucket);
}

function Phrase({ term }: { readonly term: Term }): JSX.Element {
  const { text, weight, polarity, facet } = term;
  return (
    <li className="flex items-baseline justify-between gap-3">
      <span className={polarity === "exclude" ? "text-bad" : ""}>
        {polarity === "exclude" ? "Not: " : ""}
        {text}
        {weight === 1 ? null : <span className="text-ink-3 tabular-nums"> ×{weight}</span>}
      </span>
      <span className="shrink-0 text-sm text-ink-3">{facet}</span>
    </li>
  );
}

/** What a prompt was understood to say, in the buckets of the board. */
export function PhrasePreview({ terms }: { readonly terms: readonly Term[] }): JSX.Element {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {BUCKETS.map((bucket) => {
        const phrases = phrasesIn(bucket, terms);
        if (phrases.length === 0) return null;
        const { title, fill } = BUCKET_LOOK[bucket];
        return (
          <section key={bucket} aria-label={title}>
            <h3 className="flex items-center gap-1.5 text-sm font-semibold">
              <span aria-hidden className={classNames("size-2 rounded-full", fill)} />
              {title}
            </h3>
            <ul className="mt-1 space-y-0.5">
              {phrases.map((term) => (
                <Phrase key={term.id} term={term} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
