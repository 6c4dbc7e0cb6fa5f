import type { Understood } from "imprompt/language";
import type { JSX } from "react";
import { bringPrompt } from "../../effects/bring-text";
import type { Board } from "../../state/board";
import { blueprintOf } from "../../state/board";
import { notify } from "../../state/notices";
import { dispatch } from "../../state/store";
import { Button } from "../../ui/button";
import { titleOf } from "../parameters/words";
import { addingTerms } from "./adding";
import { PhrasePreview } from "./phrase-preview";

interface OntoBoardProps {
  readonly board: Board;
  readonly text: string;
  readonly understood: Understood;
  readonly onDone: () => void;
}

/** What was understood, and the two ways to work on with it. */
export function OntoBoard({ board, text, understood, onDone }: OntoBoardProps): JSX.Element {
  const { blueprint, parameters, loras, warnings, grammar } = understood;
  const stated = Object.entries(parameters);
  const count = blueprint.terms.length;
  const putOnNew = (): void => {
    void bringPrompt(text, grammar).then((brought) => {
      if (brought) onDone();
    });
  };
  const addHere = (): void => {
    const edit = addingTerms(blueprintOf(board), blueprint.terms, "add a pasted prompt");
    if (edit === undefined) {
      notify({ tone: "plain", text: "This board says all of it already." });
      return;
    }
    dispatch({ type: "edited", id: board.id, edit });
    onDone();
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={count === 0} onClick={putOnNew}>
          Put on a new board
        </Button>
        <Button disabled={count === 0} onClick={addHere}>
          Add to this board
        </Button>
      </div>
      <p role="status" className="sr-only">
        {count} phrases
      </p>
      <PhrasePreview terms={blueprint.terms} />
      {stated.length === 0 ? null : (
        <p className="text-ink-2">
          <span className="font-medium">Settings: </span>
          {stated.map(([name, value]) => `${titleOf(name)} ${String(value)}`).join(", ")}
        </p>
      )}
      {loras.length === 0 ? null : (
        <p className="text-ink-2">
          <span className="font-medium">Adapters, which no board keeps: </span>
          {loras.map(({ name, weight }) => (weight === undefined ? name : `${name} ${weight}`)).join(", ")}
        </p>
      )}
      {warnings.length === 0 ? null : (
        <ul aria-label="Warnings" className="list-disc pl-5 text-warn">
          {warnings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
