import type { GrammarId } from "imprompt/core";
import { detect, GRAMMARS } from "imprompt/core";
import type { FormEvent, JSX, KeyboardEvent } from "react";
import { useDeferredValue, useMemo, useState } from "react";
import { GRAMMAR_NAMES } from "../state/grammar-names";
import { Button } from "../ui/button";
import { CONTROL, Field, Select } from "../ui/field";
import { takePrompt } from "./take";

function readAs(text: string): string {
  if (text.trim() === "") return "Of any generator: how it is written is detected.";
  const [{ grammar, confidence, reason }] = detect(text);
  return `Reads as ${GRAMMAR_NAMES[grammar]}, ${Math.round(confidence * 100)} % sure: ${reason}.`;
}

/** A prompt of any generator, parsed onto a board of its own. */
export function PromptBox(): JSX.Element {
  const [text, setText] = useState("");
  const [grammar, setGrammar] = useState<GrammarId | "auto">("auto");
  const judged = useDeferredValue(text);
  const told = useMemo(() => readAs(judged), [judged]);
  const bring = (event?: FormEvent): void => {
    event?.preventDefault();
    if (text.trim() === "") return;
    void takePrompt(text, grammar).then((done) => {
      if (done) setText("");
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) bring();
  };
  return (
    <form onSubmit={bring} className="flex flex-1 flex-col gap-2">
      <Field label="Or paste a prompt">
        {(attributes) => (
          <textarea
            {...attributes}
            rows={4}
            spellCheck={false}
            placeholder="a lighthouse at dusk, long exposure --ar 3:2"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            className={`${CONTROL} h-auto! resize-y py-1.5 font-mono`}
          />
        )}
      </Field>
      <p aria-live="polite" className="min-h-9 text-sm text-ink-2">
        {told}
      </p>
      <div className="mt-auto flex items-end justify-between gap-2">
        <Select
          aria-label="Written for"
          value={grammar}
          onChange={(event) => setGrammar(GRAMMARS.find((each) => each === event.target.value) ?? "auto")}
          className="max-w-52 max-sm:h-10"
        >
          <option value="auto">As detected</option>
          {GRAMMARS.map((each) => (
            <option key={each} value={each}>
              {GRAMMAR_NAMES[each]}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={text.trim() === ""} className="max-sm:h-10">
          Make a board
        </Button>
      </div>
    </form>
  );
}
