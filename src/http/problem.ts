import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import type { ErrorCode } from "../base/error.js";
import { ImpromptError, toImpromptError } from "../base/error.js";

/** What a request that failed is answered with, as `application/problem+json`. @source RFC 9457 */
export interface Problem {
  /** `urn:imprompt:error:<code>`: stable, and nothing to open. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The whole sentence, for a person. */
  readonly detail: string;
  readonly code: ErrorCode;
  readonly where?: string;
  readonly hint?: string;
  /** The path that was asked for, without its query. */
  readonly instance: string;
}

interface Answer {
  readonly status: number;
  readonly title: string;
  /** Seconds after which the same request may well pass. */
  readonly retryAfter?: number;
}

/** The one table from what went wrong to what HTTP calls it. */
const ANSWERS: { readonly [Code in ErrorCode]: Answer } = {
  "input-not-found": { status: 422, title: "The picture was not found" },
  "input-unreadable": { status: 400, title: "The request could not be read" },
  "input-empty": { status: 422, title: "Nothing was sent" },
  "input-too-large": { status: 413, title: "Too large" },
  "input-unsupported": { status: 415, title: "A kind of content that is not supported" },
  "input-corrupt": { status: 422, title: "The picture is damaged" },
  "model-missing": { status: 503, title: "The model's weights are not on the server" },
  "model-unknown": { status: 422, title: "No such model" },
  "model-corrupt": { status: 500, title: "The model's files are damaged" },
  "model-failed": { status: 500, title: "The model could not be run" },
  "download-failed": { status: 502, title: "The model could not be downloaded" },
  "disk-full": { status: 507, title: "The disk is full" },
  "engine-failed": { status: 502, title: "The engine gave no usable answer" },
  "decode-timeout": { status: 504, title: "The picture took too long" },
  "url-refused": { status: 422, title: "An address that is not fetched from" },
  "url-failed": { status: 502, title: "The address gave no picture" },
  usage: { status: 400, title: "The request is malformed" },
  "unknown-target": { status: 422, title: "An unknown target" },
  "invalid-option": { status: 422, title: "An option is not right" },
  "invalid-blueprint": { status: 422, title: "The blueprint is not right" },
  "output-exists": { status: 500, title: "The answer could not be written" },
  "output-failed": { status: 500, title: "The answer could not be written" },
  cancelled: { status: 503, title: "The work was cancelled", retryAfter: 5 },
  overloaded: { status: 503, title: "The server is busy", retryAfter: 5 },
  "rate-limited": { status: 429, title: "Too many requests at once", retryAfter: 2 },
  unauthorised: { status: 401, title: "A token is needed" },
  "forbidden-origin": { status: 403, title: "Not from here" },
  "not-found": { status: 404, title: "Nothing is here" },
  internal: { status: 500, title: "A defect in imprompt" },
};

/** A defect tells its reader nothing of the machine: no path, no message of a library, no stack. */
const DEFECT: ImpromptError = new ImpromptError("internal", "something failed that should not have", {
  hint: "This is a defect in imprompt: please report what you asked for.",
});

function fromZod(error: ZodError): ImpromptError {
  const issue = error.issues[0];
  const where = (issue?.path ?? []).map(String).join(".");
  const message = (issue?.message ?? "the request does not have the form that is described").replace(
    /\.$/u,
    "",
  );
  return new ImpromptError("invalid-option", message, {
    ...(where === "" ? {} : { where }),
    hint: "The form of each request is described at /docs.",
  });
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return "unauthorised";
  if (status === 403) return "forbidden-origin";
  if (status === 404) return "not-found";
  if (status === 413) return "input-too-large";
  if (status === 415) return "input-unsupported";
  if (status === 429) return "rate-limited";
  return status < 500 ? "usage" : "internal";
}

/** Whatever was thrown as an error that may be shown; a foreign one becomes `internal`, its message withheld. */
export function toPublicError(error: unknown): ImpromptError {
  if (error instanceof ZodError) return fromZod(error);
  if (error instanceof HTTPException) {
    const code = codeOfStatus(error.status);
    return code === "internal"
      ? DEFECT
      : new ImpromptError(code, (error.message || "refused").replace(/\.$/u, ""));
  }
  const known = toImpromptError(error);
  return known.code === "internal" ? DEFECT : known;
}

export function toProblem(error: unknown, instance: string): Problem {
  const { code, where, hint, sentence } = toPublicError(error);
  const { status, title } = ANSWERS[code];
  return {
    type: `urn:imprompt:error:${code}`,
    title,
    status,
    detail: sentence,
    code,
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
    instance,
  };
}

/** The headers that go with an answer of this code: when to come again, how to identify oneself. */
function headersOf(code: ErrorCode): Record<string, string> {
  const { retryAfter } = ANSWERS[code];
  return {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...(code === "unauthorised" ? { "www-authenticate": 'Bearer realm="imprompt"' } : {}),
  };
}

export function problemResponse(error: unknown, instance: string): Response {
  const problem = toProblem(error, instance);
  return new Response(JSON.stringify(problem), { status: problem.status, headers: headersOf(problem.code) });
}

/** Nothing at this path (404), or not for this method (405, with the methods that there are). */
export function missingResponse(method: string, path: string, allowed: readonly string[]): Response {
  if (allowed.length === 0) {
    const hint = "The routes are described at /docs.";
    return problemResponse(
      new ImpromptError("not-found", "there is no such route", { where: path, hint }),
      path,
    );
  }
  const error = new ImpromptError("not-found", `${method} is not answered here`, {
    where: path,
    hint: `Use ${allowed.join(" or ")}.`,
  });
  const problem: Problem = { ...toProblem(error, path), status: 405, title: "Not with this method" };
  const headers = { ...headersOf("not-found"), allow: allowed.join(", ") };
  return new Response(JSON.stringify(problem), { status: 405, headers });
}
