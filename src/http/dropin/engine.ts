import type { Warning } from "../../base/warning.js";

/** What answers the drop-in routes, by a name of the form that tools expect of a model. */
export const ENGINE = "imprompt/embedded";

/** What an answer says of its origin, beside the fields that the tool knows. */
export interface Origin {
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** @param model the one that was asked for */
export function originOf(model: string, more: readonly Warning[] = []): Origin {
  const message = `no weights of "${model}" are here; what was measured and what the file carries answered instead`;
  const replaced: Warning[] = model === ENGINE ? [] : [{ code: "option-ignored", message, where: "model" }];
  return { engine: ENGINE, warnings: [...replaced, ...more] };
}
