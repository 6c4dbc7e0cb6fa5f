import type { Facet, Slot } from "imprompt/core";
import { FACETS } from "imprompt/core";
import { Plus, X } from "lucide-react";
import type { JSX } from "react";
import { Button } from "../ui/button";
import { Checkbox, Select, TextInput } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { withDefault, withFacet } from "./style-state";
import { changeStyle } from "./style-store";

interface SlotFieldsProps {
  readonly slots: readonly Slot[];
}

function SlotItem({
  slot,
  at,
  slots,
}: SlotFieldsProps & { readonly slot: Slot; readonly at: number }): JSX.Element {
  const change = (next: Slot): void => changeStyle({ type: "slot-changed", at, slot: next });
  const name = slot.name === "" ? `slot ${at + 1}` : slot.name;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1">
      <Select
        aria-label={`Facet of ${name}`}
        value={slot.facet}
        onChange={(event) => change(withFacet(slot, event.currentTarget.value as Facet, slots))}
      >
        {FACETS.map((facet) => (
          <option key={facet}>{facet}</option>
        ))}
      </Select>
      <TextInput
        aria-label={`Name of slot ${at + 1}`}
        value={slot.name}
        onChange={(event) => change({ ...slot, name: event.currentTarget.value.trim() })}
      />
      <IconButton
        icon={X}
        size="sm"
        label={`Remove the slot ${name}`}
        onClick={() => changeStyle({ type: "slot-removed", at })}
      />
      <TextInput
        aria-label={`Default of ${name}`}
        placeholder="no default"
        value={slot.default ?? ""}
        onChange={(event) => change(withDefault(slot, event.currentTarget.value))}
      />
      <label className="flex min-h-6 items-center gap-2 text-sm text-ink-2">
        <Checkbox
          aria-label={`${name} is required`}
          checked={slot.required}
          disabled={slot.default !== undefined}
          onChange={(event) => change({ ...slot, required: event.currentTarget.checked })}
        />
        {slot.default === undefined ? "required" : "has a default"}
      </label>
    </li>
  );
}

/** The places of a recipe that are filled later. */
export function SlotFields({ slots }: SlotFieldsProps): JSX.Element {
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-2">Slots, to be filled later</h3>
      <ul aria-label="Slots" className="mt-1 flex flex-col gap-3">
        {[...slots.entries()].map(([at, slot]) => (
          <SlotItem key={at} slot={slot} at={at} slots={slots} />
        ))}
      </ul>
      <Button
        size="sm"
        look="quiet"
        className="mt-2 -ml-2"
        onClick={() => changeStyle({ type: "slot-added" })}
      >
        <Plus aria-hidden className="size-3.5" />
        Add a slot
      </Button>
    </div>
  );
}
