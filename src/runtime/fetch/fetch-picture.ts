import type { IncomingMessage } from "node:http";
import type { FetchPicture, Upload } from "../../app/describer.js";
import { ImpromptError } from "../../base/error.js";
import { checkUrl } from "./check-url.js";
import { cancelled, failed, refused } from "./failure.js";
import type { Network } from "./network.js";
import { nodeNetwork } from "./network.js";
import type { Reach } from "./open-response.js";
import { openResponse } from "./open-response.js";
import { readBody } from "./read-body.js";
import { uploadName } from "./upload-name.js";

export interface FetchLimits {
  /** Bytes of a picture. */
  readonly maxBytes: number;
  /** Milliseconds for all of it, redirects included; a third of it without a byte is too long as well. */
  readonly timeoutMs: number;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches pictures as if every URL were meant to harm: http and https on the usual ports, public addresses alone,
 * connected to as they were checked, and each redirect from the start again. What messages are about is the URL
 * without its query, and never where it led.
 */
export function createFetchPicture(limits: FetchLimits, network: Network = nodeNetwork): FetchPicture {
  return async (text, signal) => {
    const where = shortForm(text);
    if (signal.aborted) throw cancelled(where);
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), limits.timeoutMs);
    const either = AbortSignal.any([signal, clock.signal]);
    const reach = { where, network, signal: either, idleMs: Math.ceil(limits.timeoutMs / 3) };
    try {
      return await follow(text, reach, limits.maxBytes);
    } catch (error) {
      if (signal.aborted) throw cancelled(where);
      if (clock.signal.aborted) throw failed(where, "this address took longer than the time limit");
      if (error instanceof ImpromptError) throw error;
      throw failed(where, "this address broke off its answer");
    } finally {
      clearTimeout(timer);
    }
  };
}

async function follow(text: string, reach: Reach, maxBytes: number): Promise<Upload> {
  const { where } = reach;
  let url = checkUrl(text, where);
  for (let redirects = 0; ; redirects += 1) {
    const response = await openResponse(url, reach);
    try {
      const { location } = response.headers;
      if (!REDIRECTS.has(response.statusCode) || location === undefined) {
        return await picture(url, response, { where, maxBytes });
      }
      if (redirects === MAX_REDIRECTS) {
        throw refused(where, "this address redirects too often", "Give the address that it ends at.");
      }
      url = checkUrl(location, where, url);
    } finally {
      response.destroy();
    }
  }
}

async function picture(
  url: URL,
  response: IncomingMessage,
  limits: { readonly where: string; readonly maxBytes: number },
): Promise<Upload> {
  if (response.statusCode !== 200) {
    throw failed(limits.where, `this address answers with status ${response.statusCode}`);
  }
  return { name: uploadName(url), bytes: await readBody(response, limits) };
}

/** Without the query, which may hold a secret, and without a user's name; a `data:` URL is all content. */
function shortForm(text: string): string {
  if (!URL.canParse(text)) return "the address";
  const { protocol, host, pathname } = new URL(text);
  if (host === "") return `the ${protocol} address`;
  const short = `${protocol}//${host}${pathname}`;
  return short.length > 120 ? `${short.slice(0, 117)}...` : short;
}
