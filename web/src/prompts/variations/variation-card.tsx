import type { Variation } from "imprompt/core";
import { compileWith } from "imprompt/core";
import type { JSX } from "react";
import { useMemo } from "react";
import type { Board } from "../../state/board";
import { boardOfBlueprint } from "../../state/new-board";
import { dispatch } from "../../state/store";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import type { Print } from "../advice/fixes";
import { promptRuns } from "../text/prompt-runs";
import { RunText } from "../text/run-text";

interface VariationCardProps {
  readonly variation: Variation;
  /** From 1. */
  readonly number: number;
  readonly board: Board;
  readonly page: Print;
}

function openAsBoard({ variation, number, board }: VariationCardProps): void {
  const { picture, facts, parameters } = board;
  const origin = { kind: "variation", of: board.name, difference: variation.difference.split("; ") } as const;
  const opened = boardOfBlueprint(variation.blueprint, `${board.name}, variation ${number}`, origin, {
    picture,
    facts,
    parameters,
  });
  dispatch({ type: "opened", board: opened });
}

/** One variation: how it differs, what it says to the target shown. */
export function VariationCard(props: VariationCardProps): JSX.Element {
  const { variation, number, page } = props;
  const { target, minConfidence, settings } = page;
  const { blueprint, difference } = variation;
  const prompt = useMemo(
    () => compileWith(target, blueprint, { minConfidence, parameters: settings }),
    [target, blueprint, minConfidence, settings],
  );
  const runs = useMemo(
    () => promptRuns(prompt, blueprint.terms, target.dialect.capabilities(target.version)),
    [prompt, blueprint, target],
  );
  return (
    <li className="rounded-md border border-line p-3">
      <h4 className="font-semibold">Variation {number}</h4>
      <ul className="mt-1 text-ink-2">
        {difference.split("; ").map((part) => (
          <li key={part}>{part.charAt(0).toUpperCase() + part.slice(1)}</li>
        ))}
      </ul>
      <RunText
        label={`Prompt of variation ${number}`}
        runs={runs.text}
        facets={runs.facets}
        mono={runs.structured}
        className="mt-2 !text-base"
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <CopyButton size="sm" label="Copy" aria-label={`Copy variation ${number}`} text={() => prompt.text} />
        <Button size="sm" aria-label={`Open variation ${number} as board`} onClick={() => openAsBoard(props)}>
          Open as board
        </Button>
      </div>
    </li>
  );
}
