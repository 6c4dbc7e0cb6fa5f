import type { Blueprint, Facet } from "imprompt/core";
import { BUCKET_OF, complete, FACETS, repertoire } from "imprompt/core";
import { Plus } from "lucide-react";
import type { JSX } from "react";
import { useMemo } from "react";
import { edit } from "../../state/store";
import { lookOf } from "../../ui/bucket-look";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { setMode } from "../board-ui";
import { useLanguage } from "../language";
import { capitalized } from "../titles";
import { spread } from "./spread";

const TASTE: readonly Facet[] = ["artist", "text", "quality"];
/** What any generator likes to be told; artists, lettering and praise are a matter of taste. */
const WISHES: readonly Facet[] = FACETS.filter((facet) => !TASTE.includes(facet));

/** What happens, and to whom, is no matter of a list. */
const OPEN: readonly Facet[] = ["subject", "action"];

export function CompleteOffer({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const language = useLanguage();
  const suggestions = useMemo(() => {
    const lexicon = (facet: Facet): readonly string[] => {
      const own = repertoire(facet);
      return own.length > 0 || OPEN.includes(facet) ? own : spread(language?.phrasesOf(facet) ?? [], 24);
    };
    return complete(blueprint, WISHES, lexicon, { examples: 4 });
  }, [blueprint, language]);
  if (suggestions.length === 0) {
    return (
      <p role="status" className="text-ink-2">
        Everything that a generator likes to be told is said.
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {suggestions.map(({ facet, why, examples }) => (
        <li key={facet} className="grid gap-1 @md:grid-cols-[10rem_minmax(0,1fr)]">
          <p className="flex items-baseline gap-1.5 pt-0.5">
            <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", lookOf(facet).fill)} />
            {capitalized(why)}
          </p>
          <div className="flex flex-wrap gap-1">
            {examples.map((example) => (
              <Button
                key={example.text}
                size="sm"
                aria-label={`Add ${example.text} to ${facet}`}
                className="pointer-coarse:h-10"
                onClick={() => edit(example.edit)}
              >
                <Plus aria-hidden className="size-3" />
                {example.text}
              </Button>
            ))}
            <Button
              look="quiet"
              size="sm"
              aria-label={`Add other words to ${facet}`}
              className="pointer-coarse:h-10"
              onClick={() => setMode({ kind: "adding", group: BUCKET_OF[facet], facet })}
            >
              {examples.length === 0 ? "Say it" : "Other"}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
