/** Everything that can stop imprompt, as a closed list: the doors map each code to an exit or HTTP status. */
export const ERROR_CODES = [
  "input-not-found",
  "input-unreadable",
  "input-empty",
  "input-too-large",
  "input-unsupported",
  "input-corrupt",
  "decode-timeout",
  "url-refused", // an address that is not fetched from: not http(s), not public
  "url-failed", // the address did not answer with a picture
  "usage",
  "unknown-target",
  "invalid-option",
  "invalid-blueprint",
  "output-exists",
  "output-failed",
  "model-missing", // the weights are not on this machine
  "model-unknown", // no model of this name
  "model-corrupt", // weights, configuration or tokenizer are not what they should be
  "model-failed", // the runtime is missing or refuses the model
  "download-failed",
  "disk-full",
  "engine-failed", // a server that was asked to look at the picture gave no usable answer
  "cancelled",
  "overloaded", // the queue is full or has been waited in for too long
  "rate-limited", // one client asks too much at once
  "unauthorised", // the bearer token is missing or wrong
  "forbidden-origin", // the Host or Origin is not one that this server answers
  "not-found", // no such route
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetails {
  /** What the message is about: a file's name, an option, a JSON path. */
  readonly where?: string;
  /** What the reader can do next, as one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The one error that leaves this library. Adapters translate foreign errors into it. */
export class ImpromptError extends Error {
  override readonly name = "ImpromptError";
  readonly code: ErrorCode;
  readonly where: string | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where;
    this.hint = details.hint;
  }

  /** "where: message. hint": the sentence that a person sees. */
  get sentence(): string {
    const head = this.where === undefined ? this.message : `${this.where}: ${this.message}`;
    return this.hint === undefined ? `${head}.` : `${head}. ${this.hint}`;
  }
}

/** An `ImpromptError` as it is, anything else wrapped as `internal` with its own message. */
export function toImpromptError(error: unknown, where?: string): ImpromptError {
  if (error instanceof ImpromptError) {
    if (error.where !== undefined || where === undefined) return error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return new ImpromptError(error.code, error.message, { where, cause: error.cause, ...hint });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new ImpromptError("internal", `unexpected failure (${message})`, {
    ...(where === undefined ? {} : { where }),
    hint: "This is a defect in imprompt: please report it with the file.",
    cause: error,
  });
}
