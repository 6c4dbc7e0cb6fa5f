import type { Edit, Term } from "imprompt/core";
import type { JSX } from "react";
import { useId } from "react";
import { prefer } from "../state/preferences";
import { edit } from "../state/store";
import { Button } from "../ui/button";
import { Range } from "../ui/field";
import { percent } from "./evidence-words";

interface ThresholdProps {
  readonly terms: readonly Term[];
  readonly minConfidence: number;
}

function dropAll(terms: readonly Term[], minConfidence: number): void {
  const why = `less than ${percent(minConfidence)} sure`;
  const edits = terms.map(({ id }): Edit => ({ kind: "remove", id, why }));
  edit({ kind: "batch", label: "drop the unsure", edits });
}

/** How sure a phrase must be to be said in the prompts. */
export function Threshold({ terms, minConfidence }: ThresholdProps): JSX.Element {
  const id = useId();
  const below = terms.filter((term) => term.pinned !== true && term.confidence < minConfidence);
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="font-medium whitespace-nowrap text-ink-2">
        At least
      </label>
      <span className="flex w-24 min-w-0">
        <Range
          id={id}
          min={0}
          max={1}
          step={0.05}
          value={minConfidence}
          aria-label="At least this sure"
          aria-valuetext={`${percent(minConfidence)} sure, ${below.length} below`}
          onChange={({ target }) => prefer({ minConfidence: Number(target.value) })}
        />
      </span>
      <span className="w-14 whitespace-nowrap text-ink-2 tabular-nums">{percent(minConfidence)} sure</span>
      <Button
        look="quiet"
        size="sm"
        disabled={below.length === 0}
        className="-mr-2 pointer-coarse:h-10"
        onClick={() => dropAll(below, minConfidence)}
      >
        Drop all below
      </Button>
    </div>
  );
}
