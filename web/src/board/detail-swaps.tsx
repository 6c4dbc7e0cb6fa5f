import type { Term } from "imprompt/core";
import type { JSX } from "react";
import { Button } from "../ui/button";
import { renameChip, swapChip } from "./actions";
import { useLanguage } from "./language";

const MOST = 8;

interface SwapsProps {
  readonly title: string;
  readonly words: readonly string[];
  readonly onTake: (text: string) => void;
}

function Swaps({ title, words, onTake }: SwapsProps): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <div className="flex flex-wrap gap-1">
        {words.slice(0, MOST).map((text) => (
          <Button
            key={text}
            size="sm"
            className="!h-auto min-h-6 !whitespace-normal pointer-coarse:min-h-10"
            onClick={() => onTake(text)}
          >
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Other words for a phrase and its contraries, each put in its place by a click. */
export function DetailSwaps({ term }: { readonly term: Term }): JSX.Element {
  const language = useLanguage();
  const { id, text, polarity } = term;
  if (language === null) return <p className="text-sm text-ink-3">Looking for other words</p>;
  const same = language.synonyms(text);
  const contrary = polarity === "include" ? language.opposites(text) : [];
  if (same.length === 0 && contrary.length === 0) {
    return <p className="text-sm text-ink-3">The vocabulary has no other words for it.</p>;
  }
  return (
    <>
      <Swaps title="Say instead" words={same} onTake={(words) => renameChip(id, words)} />
      <Swaps title="Swap for the contrary" words={contrary} onTake={(words) => swapChip(id, words)} />
    </>
  );
}
