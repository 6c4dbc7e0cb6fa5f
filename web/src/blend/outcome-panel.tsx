import type { BlendInput, BlendMode } from "imprompt/core";
import type { JSX } from "react";
import { memo } from "react";
import { goTo } from "../shell/route";
import type { Board } from "../state/board";
import { boardOfBlueprint } from "../state/new-board";
import { notify } from "../state/notices";
import { dispatch } from "../state/store";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { ConflictList } from "./conflict-list";
import type { Outcome } from "./outcome";
import { OutcomePhrases } from "./outcome-phrases";
import { PaletteList } from "./palette-list";
import { PromptPanel } from "./prompt-panel";

interface OutcomePanelProps {
  readonly outcome: Outcome;
  readonly boards: readonly Board[];
  readonly inputs: readonly BlendInput[];
  readonly mode: BlendMode;
}

function nameOf(boards: readonly Board[]): string {
  const [first, second] = boards.map(({ name }) => name.replace(/\.[a-z0-9]+$/iu, ""));
  return boards.length === 2
    ? `Blend of ${first} and ${second}`
    : `Blend of ${first} and ${boards.length - 1} others`;
}

/** What comes of the blend, as it stands. */
export const OutcomePanel = memo(function Outcome(props: OutcomePanelProps): JSX.Element {
  const { outcome, boards, inputs, mode } = props;
  if (outcome.kind === "refused") {
    return (
      <Panel title="Result">
        <p role="alert" className="text-bad">
          {outcome.message}
        </p>
      </Panel>
    );
  }
  const { blended } = outcome;
  const { blueprint } = blended;
  const open = (): void => {
    const board = boardOfBlueprint(blueprint, nameOf(boards), {
      kind: "blend",
      of: boards.map(({ name }) => name),
    });
    dispatch({ type: "opened", board });
    notify({ tone: "ok", text: `"${board.name}" is open.` });
    goTo("board");
  };
  return (
    <>
      <Panel
        title="Result"
        actions={
          <Button look="primary" size="sm" onClick={open}>
            Open as board
          </Button>
        }
      >
        <OutcomePhrases blueprint={blueprint} />
        <h3 className="mt-4 mb-1 text-sm font-medium text-ink-2">Palette</h3>
        <PaletteList swatches={blueprint.palette} />
      </Panel>
      <Panel
        title={`Conflicts${blended.conflicts.length === 0 ? "" : ` (${blended.conflicts.length})`}`}
        label="Conflicts"
      >
        <div aria-live="polite">
          <ConflictList blended={blended} inputs={inputs} mode={mode} sources={boards.map(({ id }) => id)} />
        </div>
      </Panel>
      <PromptPanel blueprint={blueprint} />
    </>
  );
});
