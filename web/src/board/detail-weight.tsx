import type { Term } from "imprompt/core";
import { MAX_WEIGHT, MIN_WEIGHT } from "imprompt/core";
import type { JSX } from "react";
import { Button } from "../ui/button";
import { Field, Range } from "../ui/field";
import { endWeighing, weighLive } from "./weigh-live";
import { USUAL_WEIGHT, weightWords } from "./weight";

/** The slider covers what is usual, and all that a blueprint holds where the phrase is beyond it. */
function rangeOf(weight: number): { readonly min: number; readonly max: number } {
  const isUsual = weight >= USUAL_WEIGHT.min && weight <= USUAL_WEIGHT.max;
  return isUsual ? USUAL_WEIGHT : { min: MIN_WEIGHT, max: MAX_WEIGHT };
}

export function DetailWeight({ term }: { readonly term: Term }): JSX.Element {
  const { id, weight } = term;
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field label="Weight" aside={weightWords(weight)}>
          {(attributes) => (
            <Range
              {...attributes}
              {...rangeOf(weight)}
              step={0.05}
              value={weight}
              onChange={({ target }) => weighLive(id, () => Number(target.value))}
              onPointerUp={endWeighing}
              onBlur={endWeighing}
            />
          )}
        </Field>
      </div>
      <Button
        size="sm"
        className="pointer-coarse:h-10"
        disabled={weight === 1}
        onClick={() => {
          endWeighing();
          weighLive(id, () => 1);
          endWeighing();
        }}
      >
        Back to 1
      </Button>
    </div>
  );
}
