import type { Blueprint } from "imprompt/core";
import type { JSX } from "react";
import { prefer, usePreferences } from "../../state/preferences";
import { Button } from "../../ui/button";

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Why a prompt has no phrase, and what to do about it. */
export function NothingSaid({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  const unsure = blueprint.terms.filter(
    ({ polarity, confidence }) => polarity === "include" && confidence < minConfidence,
  );
  if (unsure.length === 0) {
    return (
      <p className="text-ink-2">
        There is no phrase to say yet. What you add to the board stands here at once.
      </p>
    );
  }
  const best = Math.floor(Math.max(...unsure.map(({ confidence }) => confidence)) * 20) / 20;
  return (
    <div className="flex flex-col items-start gap-2 text-ink-2">
      <p>
        No phrase on the board is {percent(minConfidence)} sure. Pin the ones that are right, or let less sure
        ones in.
      </p>
      <Button size="sm" onClick={() => prefer({ minConfidence: best })}>
        Let phrases in from {percent(best)}
      </Button>
    </div>
  );
}
