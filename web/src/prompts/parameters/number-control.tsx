import type { ParameterSpec, ParameterValue } from "imprompt/core";
import type { JSX } from "react";
import { useState } from "react";
import { Range, TextInput } from "../../ui/field";
import { isSlidable, stepOf, titleOf } from "./words";

interface NumberControlProps {
  readonly spec: ParameterSpec;
  readonly value: ParameterValue | undefined;
  readonly onChange: (value: ParameterValue | undefined) => void;
  readonly attributes: {
    readonly id: string;
    readonly "aria-describedby"?: string;
    readonly "aria-invalid"?: true;
  };
}

/** A number to type, and to slide where it is bounded; what is being typed stays as it is until the field is left. */
export function NumberControl({ spec, value, onChange, attributes }: NumberControlProps): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  const { min, max } = spec;
  const bounds = { min, max, step: stepOf(spec) };
  const take = (text: string): void => {
    setDraft(text);
    if (text.trim() === "") onChange(undefined);
    else if (Number.isFinite(Number(text))) onChange(Number(text));
  };
  return (
    <div className="flex items-center gap-2">
      <TextInput
        {...attributes}
        {...bounds}
        type="number"
        inputMode={spec.type === "integer" ? "numeric" : "decimal"}
        value={draft ?? String(value ?? "")}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setDraft(null)}
        className={isSlidable(spec) ? "!w-16 shrink-0 !pr-0" : ""}
      />
      {isSlidable(spec) ? (
        <Range
          {...bounds}
          aria-label={`${titleOf(spec.name)}, slider`}
          value={typeof value === "number" ? value : (min ?? 0)}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      ) : null}
    </div>
  );
}
