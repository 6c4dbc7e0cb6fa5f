import type { Slot } from "imprompt/core";
import { Download } from "lucide-react";
import type { JSX } from "react";
import { notify } from "../state/notices";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Panel } from "../ui/panel";
import type { Made } from "./consensus";
import { keepRecipe } from "./kept-recipes";
import { downloadRecipe } from "./recipe-actions";
import { SlotFields } from "./slot-fields";
import { BEING_MADE } from "./style-state";
import { changeStyle } from "./style-store";

interface RecipeMakerProps {
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly made: Made;
  /** It is the recipe that is filled below. */
  readonly filling: boolean;
}

/** The style as a recipe: its name, its slots, and where it is kept. */
export function RecipeMaker({ name, slots, made, filling }: RecipeMakerProps): JSX.Element {
  const keep = (): void => {
    if (made.kind !== "made") return;
    changeStyle({ type: "fill-chosen", filled: keepRecipe(made.recipe) });
    notify({ tone: "ok", text: `"${made.recipe.name}" is kept in this browser.` });
  };
  const ready = made.kind === "made";
  return (
    <Panel title="Make a recipe">
      <div className="flex flex-col gap-4">
        <Field label="Name">
          {(attributes) => (
            <TextInput
              {...attributes}
              value={name}
              onChange={(event) => changeStyle({ type: "named", name: event.currentTarget.value })}
            />
          )}
        </Field>
        <SlotFields slots={slots} />
        {ready ? null : (
          <p role="alert" className="text-sm text-bad">
            {made.message}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" disabled={!ready} onClick={keep}>
            Save recipe
          </Button>
          <Button disabled={!ready} onClick={() => ready && downloadRecipe(made.recipe)}>
            <Download aria-hidden className="size-3.5" />
            Download
          </Button>
          {filling ? null : (
            <Button
              look="quiet"
              disabled={!ready}
              onClick={() => changeStyle({ type: "fill-chosen", filled: BEING_MADE })}
            >
              Fill it unsaved
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
