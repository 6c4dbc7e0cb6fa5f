import { ImpromptError } from "../../../base/error.js";

/** Why one request gave nothing that can be used, and whether asking again may help. */
export interface Trouble {
  /** A part of a sentence: "the line broke". */
  readonly why: string;
  readonly again: boolean;
  /** Milliseconds that the other end asked to wait. */
  readonly waitMs?: number;
  readonly hint?: string;
  readonly status?: number;
  readonly cause?: unknown;
}

export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

export function cancelled(): ImpromptError {
  return new ImpromptError(
    "cancelled",
    "stopped; what has arrived is kept, and the next pull goes on from it",
  );
}

export function downloadFailed(where: string, trouble: Trouble): ImpromptError {
  return new ImpromptError("download-failed", trouble.why, {
    where,
    hint: trouble.hint ?? "Try again later: what has arrived is kept, and the next pull goes on from it.",
    cause: trouble.cause,
  });
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/u;

const CODES: { readonly [code: string]: string } = {
  ENOTFOUND: "its name is not known here",
  EAI_AGAIN: "its name could not be looked up",
  ECONNREFUSED: "it refuses connections",
  ENETUNREACH: "no network leads there",
  EHOSTUNREACH: "no network leads there",
};

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "";
}

/** What a failed `fetch`, or a body that ended early, means. */
export function troubleOf(error: unknown, host: string): Trouble {
  const code = codeOf(error);
  if (CERTIFICATE.test(code)) {
    return {
      why: `the certificate of ${host} is not trusted`,
      again: false,
      hint: "Is something on the network reading along? NODE_EXTRA_CA_CERTS names a file of further authorities.",
      cause: error,
    };
  }
  if (code === "STALLED") return { why: `${host} sends nothing any more`, again: true, cause: error };
  const known = CODES[code];
  if (known === undefined) return { why: `the line to ${host} broke`, again: true, cause: error };
  const hint = "Try again with a network, or take the model from a folder with imprompt models import.";
  return { why: `${host} cannot be reached (${known})`, again: true, hint, cause: error };
}

/**
 * `Retry-After` in milliseconds: seconds or a date. @source RFC 9110, 10.2.3
 */
export function retryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/u.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What a status that is no success means. */
export function troubleOfStatus(response: Response, host: string, now: number, hasToken: boolean): Trouble {
  const { status, headers } = response;
  if (BUSY.has(status)) {
    const waitMs = retryAfter(headers.get("retry-after"), now);
    const why = status === 429 ? `${host} is asked too often` : `${host} is busy (HTTP ${status})`;
    return { why, again: true, status, ...(waitMs === undefined ? {} : { waitMs }) };
  }
  if (status === 401 || status === 403) {
    return {
      why: `${host} gives this file only to those it knows (HTTP ${status})`,
      again: false,
      status,
      hint: hasToken
        ? "Does the account of HF_TOKEN have access, and has it accepted the model's terms?"
        : "Accept the model's terms on its page, put an access token into HF_TOKEN, and pull again.",
    };
  }
  if (status === 404 || status === 410) {
    return {
      why: `${host} does not have this file (HTTP ${status})`,
      again: false,
      status,
      hint: "Is the mirror complete? Without --mirror and HF_ENDPOINT the hub itself is asked.",
    };
  }
  return { why: `${host} answered with HTTP ${status}`, again: false, status };
}
