import { ImpromptError } from "imprompt/core";
import type { Trouble } from "./workspace";

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "Something went wrong.";
  const capital = /^imprompt\b/u.test(trimmed)
    ? trimmed
    : `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}`;
  return /[.?]$/u.test(capital) ? capital : `${capital}.`;
}

/** What a person is told of an error; whatever is no `ImpromptError` becomes `internal`. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ImpromptError) {
    const { code, message, hint } = error;
    return { code, message: sentence(message), ...(hint === undefined ? {} : { hint: sentence(hint) }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    message: sentence(`unexpected failure (${message})`),
    hint: "This is a defect in imprompt: please report it with the file.",
  };
}
