import { ImpromptError } from "../base/error.js";
import { errorOfProblem } from "./problem.js";

export interface ClientOptions {
  /** Where the server is: "http://127.0.0.1:4870"; "" for the page's own origin. */
  readonly baseUrl: string;
  /** The one that `imprompt serve` printed, where it was started with one. */
  readonly token?: string;
  /** The global one unless said. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** A form as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Sends a call; the answer is a good one. @throws ImpromptError as the server says, `cancelled`, `url-failed` */
export type Send = (call: Call) => Promise<Response>;

function requestOf({ method, body, accept, signal }: Call, token: string | undefined): RequestInit {
  const isForm = body instanceof FormData;
  const isJson = body !== undefined && !isForm;
  return {
    method,
    headers: {
      accept: accept ?? "application/json",
      ...(isJson ? { "content-type": "application/json" } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(isForm ? { body } : isJson ? { body: JSON.stringify(body) } : {}),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** What kept an answer from coming or from ending. */
export function lost(cause: unknown, signal: AbortSignal | undefined, message: string): ImpromptError {
  if (cause instanceof ImpromptError) return cause;
  if (signal?.aborted === true) return new ImpromptError("cancelled", "it was cancelled", { cause });
  return new ImpromptError("url-failed", message, { hint: "Is imprompt serve still running?", cause });
}

/**
 * After a body that was too large the server closes the connection, which the next call may still be given: it is
 * sent once more, as is any GET whose connection closed.
 */
export function createSend({ baseUrl, token, fetch: given }: ClientOptions): Send {
  const send = given ?? globalThis.fetch.bind(globalThis);
  const base = baseUrl.replace(/\/+$/u, "");
  let refusedBefore = false;
  return async (call) => {
    const request = requestOf(call, token);
    const again = refusedBefore || call.method === "GET";
    refusedBefore = false;
    const answer = await send(`${base}${call.path}`, request)
      .catch((cause: unknown) => {
        if (!again || call.signal?.aborted === true) throw cause;
        return send(`${base}${call.path}`, request);
      })
      .catch((cause: unknown) => {
        throw lost(cause, call.signal, "the server does not answer");
      });
    refusedBefore = answer.status === 413;
    if (answer.ok) return answer;
    const problem: unknown = await answer.json().catch(() => undefined);
    throw errorOfProblem(problem, answer.status);
  };
}
