import { Layers } from "lucide-react";
import type { JSX } from "react";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { BringButton } from "../blend/bring-button";
import { isMadeHere } from "../blend/made-here";
import { OnTheirWay } from "../blend/on-their-way";
import type { Board } from "../state/board";
import { useWorkspace } from "../state/store";
import { classNames } from "../ui/class-names";
import { Empty } from "../ui/empty";
import { PartBar } from "../ui/part-bar";
import type { Distilled, Made } from "./consensus";
import { distilBoards, FEWEST_REFERENCES, makeRecipe } from "./consensus";
import { ConsensusPanel } from "./consensus-panel";
import { rangesOf } from "./figures";
import { FillPanel } from "./fill-panel";
import { loadKeptRecipes, useKeptRecipes } from "./kept-recipes";
import { OutliersPanel } from "./outliers-panel";
import { RecipeMaker } from "./recipe-maker";
import { RecipesPanel } from "./recipes-panel";
import { ReferencesPanel } from "./references-panel";
import { SpreadPanel } from "./spread-panel";
import type { StyleState } from "./style-state";
import { useStyle } from "./style-store";

const PARTS = ["References", "Style", "Recipe"] as const;
type Part = (typeof PARTS)[number];

function NoStyle({ open, chosen }: { readonly open: number; readonly chosen: number }): JSX.Element {
  const text =
    open < FEWEST_REFERENCES
      ? "A style is what several pictures have in common. Bring at least two; from four on, outliers are told too."
      : chosen === 0
        ? "No reference is chosen. Choose at least two."
        : "One reference is chosen. Choose another to see what they have in common.";
  return (
    <section aria-label="Style" className="rounded-lg border border-line bg-s1">
      <Empty icon={Layers} title="No style yet" text={text}>
        {open < FEWEST_REFERENCES ? <BringButton primary /> : null}
        <OnTheirWay />
      </Empty>
    </section>
  );
}

interface StyleColumnProps {
  readonly distilled: Distilled;
  readonly references: readonly Board[];
  readonly made: Made | null;
}

function StyleColumn({ distilled, references, made }: StyleColumnProps): JSX.Element {
  const ranges = useMemo(
    () => (distilled.kind === "distilled" ? rangesOf(distilled.consensus, distilled.references) : []),
    [distilled],
  );
  if (distilled.kind === "refused") {
    return (
      <p role="alert" className="rounded-lg border border-line bg-s1 p-3 text-bad">
        {distilled.message}
      </p>
    );
  }
  const { consensus } = distilled;
  return (
    <>
      <ConsensusPanel consensus={consensus} recipe={made?.kind === "made" ? made.recipe : null} />
      <OutliersPanel consensus={consensus} boards={references} />
      <SpreadPanel ranges={ranges} />
    </>
  );
}

function RecipeColumn({
  state,
  made,
}: {
  readonly state: StyleState;
  readonly made: Made | null;
}): JSX.Element {
  const list = useKeptRecipes((kept) => kept.list);
  const kept = list.find(({ id }) => id === state.filled)?.recipe;
  const recipe = kept ?? (made?.kind === "made" ? made.recipe : undefined);
  return (
    <>
      {made === null ? null : (
        <RecipeMaker name={state.name} slots={state.slots} made={made} filling={kept === undefined} />
      )}
      <RecipesPanel filled={kept === undefined ? "" : state.filled} />
      {recipe === undefined ? null : <FillPanel recipe={recipe} values={state.values} />}
    </>
  );
}

function useDistilled(references: readonly Board[]): Distilled | null {
  const later = useDeferredValue(references);
  return useMemo(() => (later.length < FEWEST_REFERENCES ? null : distilBoards(later)), [later]);
}

/** A set of pictures becomes a style, the style a recipe, the recipe prompts. */
export function StyleScreen(): JSX.Element {
  const order = useWorkspace((workspace) => workspace.order);
  const boards = useWorkspace((workspace) => workspace.boards);
  const state = useStyle();
  const [part, setPart] = useState<Part>("References");
  useEffect(() => void loadKeptRecipes(), []);
  const { chosen, slots, name } = state;
  const open = useMemo(() => order.flatMap((id) => boards[id] ?? []), [order, boards]);
  const references = useMemo(
    () => open.filter((board) => chosen[board.id] ?? !isMadeHere(board)),
    [open, chosen],
  );
  const distilled = useDistilled(references);
  const made = useMemo(
    () => (distilled?.kind === "distilled" ? makeRecipe(distilled.consensus, slots, name) : null),
    [distilled, slots, name],
  );
  const outliers =
    distilled?.kind === "distilled" ? distilled.consensus.outliers.map((outlier) => outlier.name) : [];
  const column = (mine: Part): string =>
    classNames("min-w-0 flex-col gap-3 lg:flex", part === mine ? "flex" : "hidden");
  return (
    <>
      <h1 className="sr-only">Style</h1>
      <div className="mx-auto grid w-full max-w-[120rem] flex-1 grid-cols-1 items-start gap-4 p-3 lg:grid-cols-[15rem_minmax(0,1fr)_20rem] lg:p-4 xl:grid-cols-[18rem_minmax(0,1fr)_25rem] 2xl:grid-cols-[22rem_minmax(0,1fr)_34rem]">
        <div className={column("References")}>
          <ReferencesPanel boards={open} chosen={references.map(({ id }) => id)} outliers={outliers} />
        </div>
        <div className={column("Style")}>
          {distilled === null ? (
            <NoStyle open={open.length} chosen={references.length} />
          ) : (
            <StyleColumn distilled={distilled} references={references} made={made} />
          )}
        </div>
        <div className={column("Recipe")}>
          <RecipeColumn state={state} made={made} />
        </div>
      </div>
      <PartBar label="Parts of the style" parts={PARTS} current={part} onChoose={setPart} />
    </>
  );
}
