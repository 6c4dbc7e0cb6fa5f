import type { Facet, Term } from "imprompt/core";
import { Ban, Check } from "lucide-react";
import type { JSX } from "react";
import { usePreferences } from "../state/preferences";
import { classNames } from "../ui/class-names";
import { changeBlend } from "./blend-store";
import { Letter } from "./letter";

/** Negative prompts run to dozens of phrases; the first say what they are about. */
const SHOWN = 8;

export interface CellSource {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly terms: readonly Term[];
  /** The blend has phrases of this facet from it. */
  readonly gives: boolean;
  /** Texts of its phrases that lost to another's. */
  readonly lost: ReadonlySet<string>;
}

function SourcePhrase({ term, lost }: { readonly term: Term; readonly lost: boolean }): JSX.Element {
  const least = usePreferences((preferences) => preferences.minConfidence);
  const unsure = term.confidence < least && term.pinned !== true;
  return (
    <li
      className={classNames(
        "inline-flex max-w-full items-center gap-1 rounded border bg-s1 px-1.5 text-sm",
        unsure ? "border-dashed border-line-strong text-ink-2" : "border-line",
        lost && "text-ink-3 line-through",
      )}
    >
      {term.polarity === "exclude" ? <Ban aria-label="not" className="size-3 shrink-0 text-bad" /> : null}
      {term.text}
      {unsure ? <span className="sr-only"> (unsure)</span> : null}
      {lost ? <span className="sr-only"> (lost to another)</span> : null}
    </li>
  );
}

function Phrases({ terms, lost }: Pick<CellSource, "terms" | "lost">): JSX.Element {
  if (terms.length === 0) return <span className="text-sm leading-5 text-ink-3">says nothing</span>;
  const more = terms.length - SHOWN;
  return (
    <ul className="flex min-w-0 flex-wrap gap-1">
      {terms.slice(0, SHOWN).map((term) => (
        <SourcePhrase key={term.id} term={term} lost={lost.has(term.text)} />
      ))}
      {more > 0 ? <li className="text-sm text-ink-3">and {more} more</li> : null}
    </ul>
  );
}

const CELL = "relative flex min-h-10 min-w-0 items-start gap-2 rounded-md border p-2 md:min-h-9 md:p-1.5";

/** Its column says which source it is, where there are columns. */
function StackedLetter({
  letter,
  strong,
}: {
  readonly letter: string;
  readonly strong: boolean;
}): JSX.Element {
  return (
    <span className="inline-flex md:hidden">
      <Letter letter={letter} strong={strong} />
    </span>
  );
}

/** On the corner, where it takes no room from the words. */
function Tick({ label }: { readonly label?: string }): JSX.Element {
  return (
    <span className="absolute -top-1.5 -right-1.5 inline-flex size-4 items-center justify-center rounded-full bg-accent text-on-accent">
      <Check
        {...(label === undefined ? { "aria-hidden": true } : { "aria-label": label })}
        className="size-3"
      />
    </span>
  );
}

function spoken({ letter, terms }: CellSource): string {
  return `${letter}: ${terms.map(({ text, polarity }) => (polarity === "exclude" ? `not ${text}` : text)).join(", ") || "says nothing"}`;
}

/** What one source says of a facet, to be chosen for it. */
export function FacetOption({
  facet,
  source,
  chosen,
}: {
  readonly facet: Facet;
  readonly source: CellSource;
  readonly chosen: boolean;
}): JSX.Element {
  return (
    <label
      className={classNames(
        CELL,
        "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
        chosen ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong hover:bg-s2",
      )}
    >
      <input
        type="radio"
        name={`blend-${facet}`}
        aria-label={spoken(source)}
        checked={chosen}
        onChange={() => changeBlend({ type: "taken", facets: [facet], id: source.id })}
        className="sr-only"
      />
      <StackedLetter letter={source.letter} strong={chosen} />
      <Phrases terms={source.terms} lost={source.lost} />
      {chosen ? <Tick /> : null}
    </label>
  );
}

/** What one source says of a facet, and whether the blend has it. */
export function FacetCell({ source }: { readonly source: CellSource }): JSX.Element {
  return (
    <li
      className={classNames(
        CELL,
        source.gives ? "border-accent" : "border-line",
        source.terms.length === 0 && "max-md:hidden",
      )}
    >
      <StackedLetter letter={source.letter} strong={source.gives} />
      <Phrases terms={source.terms} lost={source.lost} />
      {source.gives ? <Tick label="in the blend" /> : null}
    </li>
  );
}
