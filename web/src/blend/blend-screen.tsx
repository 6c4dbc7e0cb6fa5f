import type { BlendInput, BlendMode } from "imprompt/core";
import { Blend } from "lucide-react";
import type { JSX } from "react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { useWorkspace } from "../state/store";
import { classNames } from "../ui/class-names";
import { Empty } from "../ui/empty";
import { PartBar } from "../ui/part-bar";
import type { BlendState } from "./blend-state";
import { FEWEST_SOURCES, inputsOf, modeOf, saysOf, settle } from "./blend-state";
import { asOpen, useBlend } from "./blend-store";
import { BringButton } from "./bring-button";
import { ExamplesButton } from "./examples-button";
import { OnTheirWay } from "./on-their-way";
import type { Outcome } from "./outcome";
import { outcomeOf } from "./outcome";
import { OutcomePanel } from "./outcome-panel";
import { SourcesPanel } from "./sources-panel";

const PARTS = ["Pictures", "Result"] as const;
type Part = (typeof PARTS)[number];

function NotEnough({ count }: { readonly count: number }): JSX.Element {
  return (
    <Empty
      icon={Blend}
      title={count === 0 ? "No pictures to blend yet" : "One more picture to blend"}
      text={
        count === 0
          ? "A blend takes the subject of one picture, the light of another, the style of a third. Bring two to five."
          : "One board is open. Bring another picture and choose what to take from each."
      }
    >
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <BringButton primary />
        <ExamplesButton />
      </div>
      <OnTheirWay />
    </Empty>
  );
}

interface Worked {
  readonly inputs: readonly BlendInput[];
  readonly mode: BlendMode;
  readonly outcome: Outcome | null;
}

function useOutcome(state: BlendState, boards: readonly Board[]): Worked {
  return useMemo(() => {
    const blueprints = boards.map(blueprintOf);
    const inputs = inputsOf(state, blueprints);
    const mode = modeOf(state, saysOf(blueprints));
    return { inputs, mode, outcome: boards.length < FEWEST_SOURCES ? null : outcomeOf(inputs, mode) };
  }, [state, boards]);
}

function OpenBlend({
  state,
  open,
}: {
  readonly state: BlendState;
  readonly open: readonly Board[];
}): JSX.Element {
  const [part, setPart] = useState<Part>("Pictures");
  const now = useMemo(
    () => ({ state, boards: state.sources.flatMap((id) => open.find((board) => board.id === id) ?? []) }),
    [state, open],
  );
  const later = useDeferredValue(now);
  const { inputs, mode, outcome } = useOutcome(later.state, later.boards);
  const column = (mine: Part): string =>
    classNames("min-w-0 flex-col gap-3 lg:flex", part === mine ? "flex" : "hidden");
  const same = later.state.sources.join() === state.sources.join();
  const blended = same && outcome?.kind === "blended" ? outcome.blended : null;
  return (
    <>
      <div className="mx-auto grid w-full max-w-[120rem] flex-1 grid-cols-1 items-start gap-4 p-3 lg:grid-cols-[minmax(0,1fr)_24rem] lg:p-4 2xl:grid-cols-[minmax(0,1fr)_30rem]">
        <div className={column("Pictures")}>
          <SourcesPanel
            state={state}
            boards={now.boards}
            others={open.filter(({ id }) => !state.sources.includes(id))}
            blended={blended}
          />
        </div>
        <div
          className={classNames(
            column("Result"),
            "lg:sticky lg:top-4 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto",
          )}
        >
          {outcome === null ? (
            <p className="rounded-lg border border-line bg-s1 px-3 py-6 text-center text-ink-2">
              The result stands here as soon as two pictures are in the blend.
            </p>
          ) : (
            <OutcomePanel outcome={outcome} boards={later.boards} inputs={inputs} mode={mode} />
          )}
        </div>
      </div>
      <PartBar label="Parts of the blend" parts={PARTS} current={part} onChoose={setPart} />
    </>
  );
}

/** Two to five pictures become one board. */
export function BlendScreen(): JSX.Element {
  const order = useWorkspace((workspace) => workspace.order);
  const boards = useWorkspace((workspace) => workspace.boards);
  const kept = useBlend();
  const open = useMemo(() => order.flatMap((id) => boards[id] ?? []), [order, boards]);
  const state = useMemo(() => settle(kept, asOpen(open)), [kept, open]);
  return (
    <>
      <h1 className="sr-only">Blend</h1>
      {open.length < FEWEST_SOURCES ? (
        <NotEnough count={open.length} />
      ) : (
        <OpenBlend state={state} open={open} />
      )}
    </>
  );
}
