import type { ErrorCode } from "../../base/error.js";
import { ImpromptError, toImpromptError } from "../../base/error.js";

/** An `ImpromptError` as plain data: no class crosses a process boundary, and no cause needs to. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly where?: string;
  readonly hint?: string;
}

/** Foreign errors become `internal`; `where` names the picture for those that name nothing. */
export function recordOfError(error: unknown, where: string): ErrorRecord {
  const known = toImpromptError(error, where);
  return {
    code: known.code,
    message: known.message,
    ...(known.where === undefined ? {} : { where: known.where }),
    ...(known.hint === undefined ? {} : { hint: known.hint }),
  };
}

export function errorOfRecord({ code, message, ...details }: ErrorRecord): ImpromptError {
  return new ImpromptError(code, message, details);
}
