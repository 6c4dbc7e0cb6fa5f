import type { Prompt, Target } from "imprompt/core";
import { compileWith, pasteText } from "imprompt/core";
import type { Board } from "../../state/board";
import { blueprintOf } from "../../state/board";
import { usePreferences } from "../../state/preferences";
import { capabilitiesOf } from "../targets/groups";

/** The board's prompt for a target, with the parameters that are set there. */
export function promptFor(board: Board, target: Target): Prompt {
  return compileWith(target, blueprintOf(board), {
    minConfidence: usePreferences.getState().minConfidence,
    parameters: board.parameters[target.dialect.id] ?? {},
  });
}

interface Pasted {
  readonly title: string;
  readonly prompt: Prompt;
  readonly pasted: string;
}

export function pastedFor(board: Board, target: Target): Pasted {
  const capabilities = capabilitiesOf(target);
  const prompt = promptFor(board, target);
  return { title: capabilities.title, prompt, pasted: pasteText(prompt, capabilities) };
}
