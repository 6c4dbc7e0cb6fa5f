import type { ErrorCode } from "../base/error.js";
import { ERROR_CODES, ImpromptError } from "../base/error.js";

function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === "string" ? text : undefined;
}

/** The detail of a problem is its whole sentence; an error keeps the parts apart. */
function withoutFrame(detail: string, where: string | undefined, hint: string | undefined): string {
  const head = where === undefined ? "" : `${where}: `;
  const tail = hint === undefined ? "." : `. ${hint}`;
  const start = detail.startsWith(head) ? head.length : 0;
  return detail.slice(start, detail.endsWith(tail) ? detail.length - tail.length : undefined);
}

/** The error that a problem document tells; a code that this version does not know becomes `internal`. */
export function errorOfProblem(problem: unknown, status?: number): ImpromptError {
  const where = textIn(problem, "where");
  const hint = textIn(problem, "hint");
  const named = textIn(problem, "code");
  const detail = textIn(problem, "detail");
  if (detail === undefined) {
    return new ImpromptError(
      "url-failed",
      `the server answered ${status ?? "something"} without saying why`,
      {
        hint: "Is there something between here and imprompt serve?",
      },
    );
  }
  const code: ErrorCode = ERROR_CODES.find((known) => known === named) ?? "internal";
  return new ImpromptError(code, withoutFrame(detail, where, hint), {
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
  });
}
