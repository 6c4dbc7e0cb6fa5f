import type { Recipe, StyleConsensus } from "imprompt/core";
import { Ban } from "lucide-react";
import type { JSX } from "react";
import { PaletteList } from "../blend/palette-list";
import { lookOf } from "../ui/bucket-look";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";

type StylePhrase = StyleConsensus["phrases"][number];

/** Up to so many references each has a mark of its own; of more the share is drawn. */
const MARKS = 12;

/** How many of the references say it: a mark each, or the share. The words beside it say the same. */
function Support({ count, of }: { readonly count: number; readonly of: number }): JSX.Element {
  if (of > MARKS) {
    return (
      <span aria-hidden className="h-2 w-24 overflow-hidden rounded-full bg-s3">
        <span className="block h-full origin-left bg-accent" style={{ transform: `scaleX(${count / of})` }} />
      </span>
    );
  }
  return (
    <span aria-hidden className="flex gap-0.5">
      {[...Array(of).keys()].map((at) => (
        <span key={at} className={classNames("h-3 w-1.5 rounded-sm", at < count ? "bg-accent" : "bg-s3")} />
      ))}
    </span>
  );
}

function PhraseRow({ phrase, of, kept }: { phrase: StylePhrase; of: number; kept: boolean }): JSX.Element {
  const { facet, text, polarity, references } = phrase;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1.5">
      <span className="flex min-w-0 items-baseline gap-2">
        <span
          aria-hidden
          className={classNames("size-2 shrink-0 self-center rounded-full", lookOf(facet).fill)}
        />
        <span className="min-w-0">
          {polarity === "exclude" ? <Ban aria-label="not" className="mr-1 inline size-3 text-bad" /> : null}
          {text} <span className="text-sm text-ink-3">{facet}</span>
        </span>
      </span>
      <span className="flex items-center gap-2 text-sm">
        <Support count={references} of={of} />
        <span className="w-14 text-right tabular-nums">
          {references} of {of}
        </span>
      </span>
      {kept ? null : <span className="col-span-2 pl-4 text-sm text-ink-3">stays out of the recipe</span>}
    </li>
  );
}

interface ConsensusPanelProps {
  readonly consensus: StyleConsensus;
  /** The recipe that is made of it; null while it cannot be made. */
  readonly recipe: Recipe | null;
}

/** What the references have in common. */
export function ConsensusPanel({ consensus, recipe }: ConsensusPanelProps): JSX.Element {
  const { references, phrases, palette } = consensus;
  const holds = ({ text, polarity }: StylePhrase): boolean =>
    recipe === null ||
    recipe.terms.some((term) => term.polarity === polarity && term.text.replaceAll("\\", "") === text);
  const [shared, rest] = [phrases.filter(holds), phrases.filter((phrase) => !holds(phrase))];
  return (
    <Panel title="Consensus">
      <p className="mb-2 text-ink-2">
        {phrases.length === 0
          ? `No phrase is said by two of the ${references} pictures. Choose pictures that look more alike.`
          : `What at least two of the ${references} pictures say.`}
      </p>
      {phrases.length === 0 ? null : (
        <ul aria-label="Common phrases" className="divide-y divide-line">
          {[...shared, ...rest].map((phrase) => (
            <PhraseRow
              key={`${phrase.polarity} ${phrase.text}`}
              phrase={phrase}
              of={references}
              kept={!rest.includes(phrase)}
            />
          ))}
        </ul>
      )}
      <h3 className="mt-4 mb-1 text-sm font-medium text-ink-2">Common palette</h3>
      {palette.length === 0 ? (
        <p className="text-sm text-ink-3">No color is in two of the pictures.</p>
      ) : (
        <PaletteList
          swatches={palette}
          aside={({ share }, at) =>
            `${Math.round(share * 100)}%, in ${palette[at]?.references ?? 0} of ${references}`
          }
        />
      )}
    </Panel>
  );
}
