import { createHash } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly at: "hub" | "cdn";
  readonly method: string;
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** How bytes are sent when they are sent wrongly. */
export interface Sending {
  /** Close the line after so many bytes of the body. */
  readonly dropAfter?: number;
  readonly ignoreRange?: boolean;
  /** What is sent in place of the content; the headers speak of the content. */
  readonly instead?: Buffer;
  /** Said in Content-Length in place of the truth. */
  readonly claim?: number;
  readonly headers?: Record<string, string>;
}

/** Sends a content, or the part of it that a Range asks for. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  sending: Sending = {},
): void {
  const range = /^bytes=(\d+)-$/u.exec(request.headers.range ?? "");
  const start = range === null || sending.ignoreRange === true ? 0 : Number(range[1]);
  if (start >= content.length && start > 0) {
    response.writeHead(416, { "content-range": `bytes */${content.length}`, ...sending.headers }).end();
    return;
  }
  const body = (sending.instead ?? content).subarray(start);
  const partial = range !== null && sending.ignoreRange !== true;
  response.writeHead(partial ? 206 : 200, {
    "content-length": sending.claim ?? body.length,
    ...(partial ? { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` } : {}),
    ...sending.headers,
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const { dropAfter } = sending;
  if (dropAfter === undefined || dropAfter >= body.length) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, dropAfter), () => setImmediate(() => response.destroy()));
  if (dropAfter === 0) response.flushHeaders();
}

export type Handler = (request: IncomingMessage, response: ServerResponse, content: Buffer) => void;

/** A hub on loopback with the manners of the real one, and a store of bytes behind it on another origin. */
export interface Hub {
  readonly url: string;
  readonly asked: Asked[];
  /** "org/name/path" to content; may change at any time. */
  readonly files: Map<string, Buffer>;
  /** Answers before all else where it answers at all. */
  before: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Sends the bytes of large files. */
  onLarge: Handler;
  readonly close: () => Promise<void>;
}

export const COMMIT: string = "c0ffee".padEnd(40, "0");

export function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

export function gitSha1(content: Buffer): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function note(at: Asked["at"], { method = "", url = "", headers }: IncomingMessage): Asked {
  return { at, method, path: url, range: headers.range, authorization: headers.authorization };
}

export async function startHub(files: Record<string, Buffer>): Promise<Hub> {
  const contents = new Map(Object.entries(files));
  const asked: Asked[] = [];
  const cdn = createServer((request, response) => {
    asked.push(note("cdn", request));
    const content = contents.get(decodeURIComponent((request.url ?? "").slice(1)));
    if (content === undefined) response.writeHead(404).end();
    else hub.onLarge(request, response, content);
  });
  const cdnUrl = await listen(cdn);
  const front = createServer((request, response) => {
    asked.push(note("hub", request));
    if (hub.before?.(request, response) === true) return;
    const match = /^\/([^/]+\/[^/]+)\/resolve\/[^/]+\/(.+)$/u.exec(request.url ?? "");
    const key = `${match?.[1]}/${match?.[2]}`;
    const content = contents.get(key);
    if (content === undefined) {
      response.writeHead(404, { "x-error-code": "EntryNotFound" }).end();
      return;
    }
    if (/\.(?:safetensors|onnx)$/u.test(key)) {
      response
        .writeHead(302, {
          location: `${cdnUrl}/${encodeURIComponent(key)}`,
          "x-repo-commit": COMMIT,
          "x-linked-size": content.length,
          "x-linked-etag": `"${sha256(content)}"`,
        })
        .end();
      return;
    }
    send(request, response, content, {
      headers: { etag: `"${gitSha1(content)}"`, "x-repo-commit": COMMIT },
    });
  });
  const hub: Hub = {
    url: await listen(front),
    asked,
    files: contents,
    before: undefined,
    onLarge: (request, response, content) => send(request, response, content),
    close: async () => {
      await close(front);
      await close(cdn);
    },
  };
  return hub;
}

/** A server of plain files with plain ETags: a mirror that knows no digests. */
export async function startPlain(
  files: Map<string, Buffer>,
  answer: (request: IncomingMessage, response: ServerResponse, content: Buffer | undefined) => void = (
    request,
    response,
    content,
  ) => {
    if (content === undefined) response.writeHead(404).end();
    else send(request, response, content, { headers: { etag: `"v-${sha256(content).slice(0, 8)}"` } });
  },
): Promise<{ readonly url: string; readonly asked: Asked[]; readonly close: () => Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push(note("hub", request));
    const match = /^\/([^/]+\/[^/]+)\/resolve\/[^/]+\/(.+)$/u.exec(request.url ?? "");
    answer(request, response, files.get(`${match?.[1]}/${match?.[2]}`));
  });
  return { url: await listen(server), asked, close: () => close(server) };
}
