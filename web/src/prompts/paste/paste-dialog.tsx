import type { Detection, GrammarId } from "imprompt/core";
import { detect, GRAMMARS } from "imprompt/core";
import type { Understood } from "imprompt/language";
import type { JSX } from "react";
import { useDeferredValue, useId, useMemo, useState } from "react";
import type { Board } from "../../state/board";
import { GRAMMAR_NAMES } from "../../state/grammar-names";
import { Dialog } from "../../ui/dialog";
import { CONTROL, Field, Select } from "../../ui/field";
import { Tabs } from "../../ui/tabs";
import { OntoBoard } from "./onto-board";
import { Translate } from "./translate";
import { useLanguage } from "./use-language";

/** A text, and how it was read. */
interface Reading {
  readonly text: string;
  readonly detections: readonly Detection[];
  readonly understood: Understood;
}

type View = "board" | "translate";

const VIEWS = [
  { id: "board", label: "Phrases" },
  { id: "translate", label: "Translate" },
] as const;

interface GrammarChoiceProps {
  readonly detections: readonly Detection[];
  readonly chosen: GrammarId | "auto";
  readonly onChoose: (grammar: GrammarId | "auto") => void;
}

/** What the text seems to be written in and why, and the way to say otherwise. */
function GrammarChoice({ detections, chosen, onChoose }: GrammarChoiceProps): JSX.Element {
  const [first] = detections;
  const detected = first === undefined ? "Detected" : `Detected: ${GRAMMAR_NAMES[first.grammar]}`;
  const reason =
    first === undefined
      ? "Nothing to judge by yet."
      : `${GRAMMAR_NAMES[first.grammar]}, ${Math.round(first.confidence * 100)}% sure: ${first.reason}.`;
  return (
    <div className="flex flex-col gap-1">
      <Field label="Written for">
        {(attributes) => (
          <Select
            {...attributes}
            value={chosen}
            onChange={({ target }) =>
              onChoose(GRAMMARS.find((grammar) => grammar === target.value) ?? "auto")
            }
          >
            <option value="auto">{detected}</option>
            {GRAMMARS.map((grammar) => (
              <option key={grammar} value={grammar}>
                {GRAMMAR_NAMES[grammar]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p role="status" className="min-h-9 text-sm text-ink-2">
        {reason}
      </p>
    </div>
  );
}

interface UsesProps {
  readonly board: Board;
  /** Undefined while there is nothing to read. */
  readonly reading: Reading | undefined;
  readonly onDone: () => void;
}

/** What can be done with a prompt: its phrases put on a board, or itself said to another target. */
function Uses({ board, reading, onDone }: UsesProps): JSX.Element {
  const [view, setView] = useState<View>("board");
  const panel = useId();
  return (
    <>
      <Tabs
        label="What to do with it"
        tabs={VIEWS}
        current={view}
        onChoose={setView}
        controls={panel}
        className="mt-3"
      />
      <div
        id={panel}
        role="tabpanel"
        aria-label={view === "board" ? "Phrases" : "Translation"}
        className="mt-3 min-h-64"
      >
        {reading === undefined ? (
          <p className="text-ink-2">Paste a prompt above; its phrases stand here at once.</p>
        ) : view === "board" ? (
          <OntoBoard board={board} text={reading.text} understood={reading.understood} onDone={onDone} />
        ) : (
          <Translate text={reading.text} grammar={reading.understood.grammar} />
        )}
      </div>
    </>
  );
}

interface PasteDialogProps {
  readonly board: Board;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Any prompt, taken apart as one types or pastes it: put on a board, or said to another target. */
export function PasteDialog({ board, open, onOpenChange }: PasteDialogProps): JSX.Element {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<GrammarId | "auto">("auto");
  const language = useLanguage();
  const settled = useDeferredValue(text);
  const reading = useMemo((): Reading | undefined => {
    if (language === undefined || language === false || settled.trim() === "") return undefined;
    return {
      text: settled,
      detections: detect(settled),
      understood: language.understand(settled, chosen, { divide: true }),
    };
  }, [language, settled, chosen]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      wide
      title="Paste a prompt"
      description="It is taken apart phrase by phrase, whatever tool it was written for."
    >
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[1fr_14rem]">
        <Field label="Pasted prompt">
          {(attributes) => (
            <textarea
              {...attributes}
              rows={5}
              value={text}
              onChange={({ target }) => setText(target.value)}
              className={`${CONTROL} !h-auto resize-y py-1.5`}
            />
          )}
        </Field>
        <GrammarChoice detections={reading?.detections ?? []} chosen={chosen} onChoose={setChosen} />
      </div>
      {language === false ? (
        <p role="alert" className="mt-3 text-bad">
          What reads prompts could not be loaded. Check that the server still runs, then open this again.
        </p>
      ) : null}
      <Uses board={board} reading={reading} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
