import { ImpromptError } from "imprompt/core";
import { troubleOf } from "../state/trouble";
import type { Trouble } from "../state/workspace";

const UNREACHABLE: Trouble = {
  code: "unreachable",
  message: "The imprompt server does not answer.",
  hint: "Start it again with imprompt serve, then retry. Open boards, their prompts and pasted prompts keep working meanwhile.",
};

const UNAUTHORISED: Trouble = {
  code: "unauthorised",
  message: "The server asks for its token.",
  hint: "Open the whole address that imprompt serve printed, with #token= at its end.",
};

/** What a person is told when the server was asked in vain. */
export function remoteTrouble(error: unknown): Trouble {
  const cause = error instanceof ImpromptError ? error.cause : error;
  if (cause instanceof TypeError) return UNREACHABLE; // what fetch throws when nobody answers
  const trouble = troubleOf(error);
  return trouble.code === "unauthorised" ? UNAUTHORISED : trouble;
}
