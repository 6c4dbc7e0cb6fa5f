import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { Context, MiddlewareHandler } from "hono";
import { ImpromptError } from "../../base/error.js";
import { clientOf, connectionOf } from "./client.js";
import { createIntake } from "./intake.js";
import type { FormPart } from "./multipart.js";
import { parseMultipart } from "./multipart.js";
import { takesPictures } from "./paths.js";
import { drainBody, readBody, tooLarge } from "./read-body.js";

/** Bytes of a body of text: a prompt, a few blueprints. */
export const TEXT_BYTES: number = 2 ** 20;

export interface BodyRules {
  /** Bytes of a body with a picture in it. */
  readonly maxBytes: number;
  readonly minBytesPerSecond: number;
  readonly graceMs: number;
  /** How long a refused body is listened to: while it comes too slowly, and in all. */
  readonly drainIdleMs: number;
  readonly drainMs: number;
  /** Pictures of one client in memory at once: what the gate lets wait, so that the rest is refused unread. */
  readonly perClient: number;
  /** Bytes of all bodies in memory at once; 256 MiB or four of the largest unless said. */
  readonly room?: number;
}

const ROOM = 256 * 2 ** 20;
const LARGEST_BODIES = 4;
/** Bytes of a refused body that are listened to, in bodies of the largest size. */
const DRAINED = 8;

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/iu;

function kindOf(c: Context): "json" | "multipart" {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim() ?? "";
  const encoding = c.req.header("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    throw new ImpromptError("input-unsupported", "compressed requests are not read", {
      hint: "Send it as it is.",
    });
  }
  if (JSON_TYPE.test(type)) return "json";
  if (type.toLowerCase() === "multipart/form-data") return "multipart";
  throw new ImpromptError("input-unsupported", "this kind of content is not read", {
    where: "Content-Type",
    hint: "Send application/json, or a picture as multipart/form-data.",
  });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImpromptError("usage", "the JSON is not UTF-8", { cause });
  }
}

/** The body's stream and its declared length; null for a request without one. */
function openBody(c: Context): { readonly stream: Readable; readonly length?: number } | null {
  const incoming = connectionOf(c)?.incoming;
  const declared = c.req.header("content-length");
  const chunked = c.req.header("transfer-encoding") !== undefined;
  const length = declared === undefined || chunked ? {} : { length: Number(declared) };
  if (incoming !== undefined) {
    return chunked || (length.length ?? 0) > 0 ? { stream: incoming, ...length } : null;
  }
  const body = c.req.raw.body;
  return body === null ? null : { stream: Readable.fromWeb(body as NodeStream<Uint8Array>), ...length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ImpromptError("usage", "the request is not well-formed JSON", { cause });
  }
}

const FORMS = new WeakMap<Request, readonly FormPart[]>();

/** The form that came with the request; undefined for other bodies. */
export function formOf(c: Context): readonly FormPart[] | undefined {
  return FORMS.get(c.req.raw);
}

/** JSON where Hono and its validators look for a body that has been read, a form where `formOf` finds it. */
function keepBody(c: Context, bytes: Uint8Array<ArrayBuffer>, kind: "json" | "multipart"): void {
  if (kind === "multipart") {
    FORMS.set(c.req.raw, parseMultipart(bytes, c.req.header("content-type") ?? ""));
    return;
  }
  const text = decode(bytes);
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
  c.req.json = async <T>(): Promise<T> => parseJson(text) as T;
}

/**
 * Reads each request's body before its route runs, within its limits: its kind, its size (declared or not), its pace
 * and the room that all bodies have together. Routes then have `c.req.json()` or `formOf(c)` at once. What a
 * refused request still sends is read and dropped, within bounds, before the answer goes out.
 *
 * @throws ImpromptError `input-unsupported`, `input-too-large`, `input-unreadable`, `usage`, `overloaded`,
 * `rate-limited`, `cancelled`
 */
export function readBodies(rules: BodyRules): MiddlewareHandler {
  const room = rules.room ?? Math.max(ROOM, LARGEST_BODIES * rules.maxBytes);
  const intake = createIntake(room, rules.maxBytes, rules.perClient);
  return async (c, next) => {
    const body = openBody(c);
    if (body === null) return next();
    const client = clientOf(c);
    const kind = kindOf(c);
    const pictures = takesPictures(c.req.path);
    const maxBytes = pictures ? rules.maxBytes : Math.min(TEXT_BYTES, rules.maxBytes);
    if ((body.length ?? 0) > maxBytes) throw tooLarge(maxBytes);
    if (pictures) intake.enter(client);
    let taken = 0;
    const onRoom = (bytes: number): void => {
      intake.take(client, bytes);
      taken += bytes;
    };
    const release = (): void => {
      intake.give(client, taken);
      if (pictures) intake.leave(client);
    };
    try {
      const { stream, ...length } = body;
      keepBody(c, await readBody(stream, { ...rules, ...length, maxBytes, onRoom }), kind);
      await next();
    } finally {
      const outgoing = connectionOf(c)?.outgoing;
      if (outgoing === undefined || outgoing.closed) release();
      else outgoing.once("close", release);
    }
  };
}

/** Outside all that refuses: sees to it that a client that still sends gets its answer. */
export function drainBodies(rules: BodyRules): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const incoming = connectionOf(c)?.incoming;
    if (incoming === undefined || incoming.complete) return;
    const tooSlow = c.error instanceof ImpromptError && c.error.code === "input-unreadable";
    if (tooSlow) {
      c.res.headers.set("connection", "close");
      return;
    }
    const whole = await drainBody(incoming, {
      maxBytes: DRAINED * rules.maxBytes,
      minBytesPerSecond: rules.minBytesPerSecond,
      idleMs: rules.drainIdleMs,
      timeoutMs: rules.drainMs,
    });
    if (!whole) c.res.headers.set("connection", "close");
  };
}
