import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { ImpromptError } from "../base/error.js";
import type { AppOptions, HttpApp } from "./app.js";
import { createApp } from "./app.js";
import { answerClientError } from "./client-error.js";
import { boundConnections } from "./connections.js";
import type { HttpContext } from "./context.js";
import { problemResponse } from "./problem.js";

/** One answered request; never its query, its headers or its content. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export interface ServerPatience {
  /** Milliseconds for a request's headers, and for all of a request. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  /** Milliseconds that what runs is given when the server stops. */
  readonly graceMs: number;
  readonly connections: number;
}

export interface ServerOptions extends AppOptions, Omit<HttpContext, "authority"> {
  /** The address to listen on: "127.0.0.1", "::1", "0.0.0.0", or a name. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly patience?: Partial<ServerPatience>;
  readonly onAnswer?: (answered: Answered) => void;
}

export interface RunningServer {
  /** "http://127.0.0.1:4870", without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops: no new work is taken, what runs may end within the grace, what is left then is cancelled and answered, and
   * the describer is closed. Resolves when no connection is open.
   */
  readonly close: () => Promise<void>;
}

const PATIENCE: ServerPatience = {
  headersMs: 20_000,
  requestMs: 300_000,
  keepAliveMs: 60_000,
  graceMs: 10_000,
  connections: 2048,
};
const MAX_HEADER_BYTES = 16 * 1024;
/** After what runs was cancelled: for its answers to go out. */
const LAST_WORDS_MS = 1000;

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const where = `${bracketed(host)}:${port}`;
      const reasons: { readonly [code: string]: readonly [string, string] } = {
        EADDRINUSE: ["another program listens there already", "Choose another port with --port."],
        EACCES: ["this port is not for everyone", "Choose one above 1023 with --port."],
      };
      const [reason, hint] = reasons[cause.code ?? ""] ?? [
        `cannot listen there (${cause.code ?? cause.message})`,
        "Choose an address of this machine with --host.",
      ];
      reject(new ImpromptError("invalid-option", reason, { where, hint, cause }));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Requests that are not answered yet. */
interface Pending {
  readonly size: () => number;
  /** Resolves when there is none; false when `ms` passed first. */
  readonly settled: (ms: number) => Promise<boolean>;
}

function countPending(server: Server): Pending {
  const pending = new Set<ServerResponse>();
  const waiters = new Set<() => void>();
  server.on("request", (_: IncomingMessage, answer: ServerResponse) => {
    pending.add(answer);
    answer.once("close", () => {
      pending.delete(answer);
      if (pending.size === 0) for (const waiter of waiters) waiter();
    });
  });
  return {
    size: () => pending.size,
    settled: (ms) => {
      if (pending.size === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), ms);
        waiters.add(() => {
          clearTimeout(timer);
          resolve(true);
        });
      });
    },
  };
}

function report(server: Server, onAnswer: (answered: Answered) => void): void {
  server.on("request", ({ method = "", url = "" }: IncomingMessage, answer: ServerResponse) => {
    const started = performance.now();
    const path = (url.split("?")[0] ?? "").replaceAll(/[^\x21-\x7e]/gu, "?").slice(0, 200);
    answer.once("close", () => {
      onAnswer({ method, path, status: answer.statusCode, ms: Math.round(performance.now() - started) });
    });
  });
}

function createStop(
  server: Server,
  pending: Pending,
  { gate }: HttpApp,
  options: ServerOptions,
): () => Promise<void> {
  const { graceMs } = { ...PATIENCE, ...options.patience };
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // What is left to wait for may be no reason for the process to live; the answer to whoever stops it is.
    const alive = setInterval(() => {}, LAST_WORDS_MS);
    const drained = gate.close();
    if (!(await pending.settled(graceMs))) {
      await options.describer.close();
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]);
      await pending.settled(LAST_WORDS_MS);
    }
    server.closeAllConnections();
    await closed;
    await options.describer.close().finally(() => clearInterval(alive));
  };
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

/**
 * Starts the server.
 *
 * @throws ImpromptError `invalid-option` where it cannot listen there
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const patience = { ...PATIENCE, ...options.patience };
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: patience.keepAliveMs,
    connectionsCheckingInterval: Math.min(1000, patience.headersMs),
  });
  // A connection without a byte either way: longer than any picture may take.
  server.timeout = options.limits.timeoutMs + 30_000;
  server.on("clientError", answerClientError);
  boundConnections(server, patience.connections);
  const pending = countPending(server);
  if (options.onAnswer !== undefined) report(server, options.onAnswer);
  const { port } = await listen(server, options.host, options.port);
  const authority = `${bracketed(options.host)}:${port}`;
  const http = createApp({ ...options, authority }, options);
  server.on(
    "request",
    getRequestListener(http.app.fetch, {
      overrideGlobalObjects: false,
      errorHandler: () =>
        problemResponse(new ImpromptError("usage", "this is not a request that is answered"), "/"),
    }) as (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  );
  return { url: `http://${authority}`, port, close: createStop(server, pending, http, options) };
}
