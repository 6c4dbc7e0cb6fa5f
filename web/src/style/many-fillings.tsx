import type { Prompt, Recipe, Slot, Target } from "imprompt/core";
import { compileWith } from "imprompt/core";
import { Download } from "lucide-react";
import type { JSX } from "react";
import { useDeferredValue, useMemo, useState } from "react";
import { saveText } from "../effects/save-text";
import { useChosen } from "../prompts/targets/choice";
import { useTarget } from "../prompts/targets/loaded";
import { usePreferences } from "../state/preferences";
import { writeTable } from "../state/write-table";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Field } from "../ui/field";
import { Panel } from "../ui/panel";
import { fillWith, listed } from "./fillings";
import { fileNameOf } from "./recipe-file";
import type { Row } from "./rows";
import { MOST_ROWS, parseRows } from "./rows";

interface FilledRow {
  readonly row: Row;
  /** Or why there is none. */
  readonly prompt: Prompt | string;
}

interface ManyFillingsProps {
  readonly recipe: Recipe;
  readonly slots: readonly Slot[];
}

function fillRow(
  row: Row,
  { recipe, slots }: ManyFillingsProps,
  target: Target,
  minConfidence: number,
): FilledRow {
  const filling = fillWith(recipe, slots, row);
  switch (filling.kind) {
    case "filled":
      return { row, prompt: compileWith(target, filling.blueprint, { minConfidence }) };
    case "open":
      return { row, prompt: `It says nothing for ${listed(filling.missing)}.` };
    case "refused":
      return { row, prompt: filling.message };
  }
}

function isPrompt(filled: FilledRow): filled is FilledRow & { readonly prompt: Prompt } {
  return typeof filled.prompt !== "string";
}

function tableOf(
  filled: readonly (FilledRow & { readonly prompt: Prompt })[],
  slots: readonly Slot[],
): string {
  const names = slots.map(({ name }) => name);
  const lines = filled.map(({ row, prompt }) => [
    ...names.map((name) => row[name] ?? ""),
    prompt.target,
    prompt.text,
    prompt.negative ?? "",
  ]);
  return writeTable([[...names, "target", "prompt", "negative"], ...lines]);
}

function FilledItem({
  filled,
  number,
}: {
  readonly filled: FilledRow;
  readonly number: number;
}): JSX.Element {
  const values = Object.values(filled.row).filter((value) => value !== "");
  return (
    <li className="py-2">
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 pt-0.5 text-sm font-medium text-ink-2">
          <span className="tabular-nums">{number}.</span> {values.join(", ")}
        </p>
        {isPrompt(filled) ? (
          <CopyButton
            size="sm"
            look="quiet"
            label="Copy"
            aria-label={`Copy prompt ${number}`}
            text={() => filled.prompt.text}
          />
        ) : null}
      </div>
      {isPrompt(filled) ? (
        <p className="whitespace-pre-wrap">{filled.prompt.text}</p>
      ) : (
        <p className="text-bad">{filled.prompt as string}</p>
      )}
    </li>
  );
}

function Exports({
  filled,
  recipe,
  slots,
}: ManyFillingsProps & { readonly filled: readonly FilledRow[] }): JSX.Element {
  const good = filled.filter(isPrompt);
  const lines = (): string => good.map(({ prompt }) => `${prompt.text}\n`).join("");
  const none = good.length === 0;
  return (
    <div className="flex flex-wrap gap-1">
      <CopyButton size="sm" label="Copy all" disabled={none} text={lines} />
      <Button
        size="sm"
        disabled={none}
        onClick={() => saveText(lines(), fileNameOf(recipe.name, "txt"), "text/plain;charset=utf-8")}
      >
        <Download aria-hidden className="size-3.5" />
        Text
      </Button>
      <Button
        size="sm"
        disabled={none}
        onClick={() =>
          saveText(tableOf(good, slots), fileNameOf(recipe.name, "csv"), "text/csv;charset=utf-8")
        }
      >
        <Download aria-hidden className="size-3.5" />
        CSV
      </Button>
    </div>
  );
}

/** One prompt for each set of values that is pasted. */
export function ManyFillings({ recipe, slots }: ManyFillingsProps): JSX.Element {
  const [text, setText] = useState("");
  const pasted = useDeferredValue(text);
  const { target } = useTarget(useChosen());
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  const { rows, unknown } = useMemo(() => parseRows(pasted, slots), [pasted, slots]);
  const filled = useMemo(
    () =>
      target === undefined ? [] : rows.map((row) => fillRow(row, { recipe, slots }, target, minConfidence)),
    [rows, recipe, slots, target, minConfidence],
  );
  const [first] = slots;
  return (
    <Panel title="Several at once">
      <div className="flex flex-col gap-2">
        <Field
          label="Sets of values"
          note={`One ${first?.name ?? "value"} a line, or a table whose first line names the slots: ${slots.map(({ name }) => name).join(", ")}.`}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              rows={4}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              className="w-full resize-y rounded-md border border-line-strong/60 bg-s1 px-2 py-1.5 text-base hover:border-line-strong"
            />
          )}
        </Field>
        {unknown.length === 0 ? null : (
          <p className="text-sm text-warn">
            The recipe has no slot {listed(unknown)}:{" "}
            {unknown.length === 1 ? "the column is" : "these columns are"} left out.
          </p>
        )}
        {rows.length < MOST_ROWS ? null : (
          <p className="text-sm text-warn">
            A page fills {MOST_ROWS} at most. For more, imprompt fill takes the table as a file.
          </p>
        )}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p role="status" className="text-sm text-ink-2">
            {rows.length === 0 ? "" : rows.length === 1 ? "1 prompt" : `${rows.length} prompts`}
          </p>
          {rows.length === 0 ? null : <Exports filled={filled} recipe={recipe} slots={slots} />}
        </div>
        {filled.length === 0 ? null : (
          <ol aria-label="Prompts" className="divide-y divide-line">
            {filled.map((each, at) => (
              <FilledItem key={`${at} ${Object.values(each.row).join()}`} filled={each} number={at + 1} />
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}
