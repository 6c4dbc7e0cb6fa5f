import type { Recipe, Slot } from "imprompt/core";
import type { JSX } from "react";
import { useMemo } from "react";
import { PromptPanel, WarningList } from "../blend/prompt-panel";
import { goTo } from "../shell/route";
import { boardOfBlueprint } from "../state/new-board";
import { notify } from "../state/notices";
import { dispatch } from "../state/store";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Panel } from "../ui/panel";
import type { Filling } from "./fillings";
import { fillWith, listed } from "./fillings";
import { ManyFillings } from "./many-fillings";
import type { Row } from "./rows";
import { openSlots } from "./style-state";
import { changeStyle } from "./style-store";

function SlotValue({ slot, value }: { readonly slot: Slot; readonly value: string }): JSX.Element {
  const { name, facet, required } = slot;
  const aside = [name === facet ? "" : facet, required ? "required" : "optional"].filter(
    (each) => each !== "",
  );
  return (
    <Field label={name.charAt(0).toUpperCase() + name.slice(1)} aside={aside.join(", ")}>
      {(attributes) => (
        <TextInput
          {...attributes}
          required={required}
          value={value}
          placeholder={slot.default ?? ""}
          onChange={(event) => changeStyle({ type: "valued", slot: name, value: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function openFilled(
  recipe: Recipe,
  filling: Filling & { readonly kind: "filled" },
  slots: readonly Slot[],
  values: Row,
): void {
  const [first] = slots.flatMap(({ name }) => values[name]?.trim() || []);
  const name = first === undefined ? recipe.name : `${first}, ${recipe.name}`;
  dispatch({
    type: "opened",
    board: boardOfBlueprint(filling.blueprint, name, { kind: "recipe", of: recipe.name }),
  });
  notify({ tone: "ok", text: `"${name}" is open.` });
  goTo("board");
}

function Filled({ filling }: { readonly filling: Filling }): JSX.Element | null {
  switch (filling.kind) {
    case "filled":
      return <WarningList messages={filling.warnings} />;
    case "open":
      return (
        <p role="status" className="text-ink-2">
          Say what {listed(filling.missing)} {filling.missing.length === 1 ? "is" : "are"} to be: the prompt
          follows.
        </p>
      );
    case "refused":
      return (
        <p role="alert" className="text-bad">
          {filling.message}
        </p>
      );
  }
}

interface FillPanelProps {
  readonly recipe: Recipe;
  readonly values: Row;
}

/** A recipe with values in its slots, and the prompt that comes of it. */
export function FillPanel({ recipe, values }: FillPanelProps): JSX.Element {
  const slots = useMemo(() => openSlots(recipe), [recipe]);
  const filling = useMemo(() => fillWith(recipe, slots, values), [recipe, slots, values]);
  return (
    <>
      <Panel
        title={`Fill ${recipe.name}`}
        label="Fill"
        actions={
          <Button
            size="sm"
            disabled={filling.kind !== "filled"}
            onClick={() => filling.kind === "filled" && openFilled(recipe, filling, slots, values)}
          >
            Open as board
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {slots.length === 0 ? (
            <p className="text-ink-2">This recipe has no slots: it stands as it is.</p>
          ) : null}
          {slots.map((slot) => (
            <SlotValue key={slot.name} slot={slot} value={values[slot.name] ?? ""} />
          ))}
          <Filled filling={filling} />
        </div>
      </Panel>
      {filling.kind === "filled" ? <PromptPanel blueprint={filling.blueprint} /> : null}
      {slots.length === 0 ? null : <ManyFillings recipe={recipe} slots={slots} />}
    </>
  );
}
