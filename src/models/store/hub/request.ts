import type { HubSettings, StoreServices } from "../services.js";
import type { Tried } from "./failure.js";
import { troubleOf, troubleOfStatus } from "./failure.js";

export interface Ask {
  readonly method: "GET" | "HEAD";
  readonly url: URL;
  /** Ask for the bytes from here on. */
  readonly from?: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** 200, 206 or 416; of a HEAD also a redirect that says all. */
  readonly response: Response;
  /** Headers of the answers that came from where was asked, the last one's first: a store behind it knows only bytes. */
  readonly identity: Headers;
  readonly host: string;
}

const MAX_HOPS = 6;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The token as it may be sent to this address: to the hub's own origin, and to no other. */
function tokenFor(url: URL, { home, token }: HubSettings): string | undefined {
  return url.origin === new URL(home).origin && token !== "" ? token : undefined;
}

function headersFor(url: URL, { from }: Ask, hub: HubSettings): Headers {
  const headers = new Headers({ "accept-encoding": "identity", "user-agent": "imprompt" });
  if (from !== undefined && from > 0) headers.set("range", `bytes=${from}-`);
  const token = tokenFor(url, hub);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  return headers;
}

function follow(url: URL, response: Response): URL | undefined {
  const location = response.headers.get("location");
  if (location === null || !URL.canParse(location, url.href)) return undefined;
  const next = new URL(location, url.href);
  const isSafe = next.protocol === "https:" || (next.protocol === "http:" && url.protocol === "http:");
  return isSafe ? next : undefined;
}

/** The hub says all of a large file before it sends on to where the bytes are, which may not be asked this way. */
function saysAll({ method }: Ask, { headers }: Response): boolean {
  return method === "HEAD" && headers.has("x-linked-etag") && headers.has("x-linked-size");
}

async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

/** One request with its redirects. The token goes to the hub's own origin alone, whatever a redirect says. */
export async function ask(request: Ask, services: StoreServices): Promise<Tried<Answer>> {
  const { hub } = services;
  const start = request.url.origin;
  let url = request.url;
  const identity = new Headers();
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    let response: Response;
    try {
      response = await services.fetch(url, {
        method: request.method,
        headers: headersFor(url, request, hub),
        redirect: "manual",
        signal: request.signal,
      });
    } catch (error) {
      return { ok: false, trouble: troubleOf(error, url.host) };
    }
    if (url.origin === start) response.headers.forEach((value, name) => identity.set(name, value));
    if (!REDIRECTS.has(response.status) || saysAll(request, response))
      return finish(response, identity, url, services);
    await discard(response);
    const next = follow(url, response);
    if (next === undefined) {
      const why = `${url.host} sends on to an address that is not safe to follow`;
      return { ok: false, trouble: { why, again: false } };
    }
    url = next;
  }
  return {
    ok: false,
    trouble: { why: `${url.host} sends from address to address without end`, again: false },
  };
}

async function finish(
  response: Response,
  identity: Headers,
  url: URL,
  { hub, now }: StoreServices,
): Promise<Tried<Answer>> {
  const { status } = response;
  if (status === 200 || status === 206 || status === 416 || REDIRECTS.has(status)) {
    return { ok: true, value: { response, identity, host: url.host } };
  }
  await discard(response);
  return { ok: false, trouble: troubleOfStatus(response, url.host, now(), tokenFor(url, hub) !== undefined) };
}
