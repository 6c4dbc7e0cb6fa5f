import { setMaxListeners } from "node:events";
import { connect } from "node:net";
import type { Describer, FetchPicture } from "../../src/app/describer.js";
import { ImpromptError } from "../../src/base/error.js";
import type { AppOptions } from "../../src/http/app.js";
import type { HttpLimits } from "../../src/http/context.js";
import { formOf } from "../../src/http/guard/body.js";
import { clientOf } from "../../src/http/guard/client.js";
import type { Problem } from "../../src/http/problem.js";
import type { RunningServer, ServerOptions } from "../../src/http/server.js";
import { startServer } from "../../src/http/server.js";

/** A describer whose every work is what the test says; closing it rejects all that runs. */
export function fakeDescriber(work: (signal: AbortSignal) => Promise<unknown>): Describer {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const run = (signal: AbortSignal): Promise<never> => {
    const both = AbortSignal.any([signal, ending.signal]);
    const stopped = new Promise<never>((_, reject) => {
      const stop = (): void => reject(new ImpromptError("cancelled", "the work was stopped"));
      both.addEventListener("abort", stop);
      if (both.aborted) stop();
    });
    return Promise.race([work(both) as Promise<never>, stopped]);
  };
  return {
    describe: (_, __, context) => run(context.signal),
    read: (_, context) => run(context.signal),
    close: () => {
      ending.abort();
      return Promise.resolve();
    },
  };
}

const noFetch: FetchPicture = () => Promise.reject(new ImpromptError("url-refused", "not in this test"));

export const LIMITS: HttpLimits = {
  maxBytes: 2 ** 22,
  concurrency: 2,
  queue: 4,
  perClient: 5,
  timeoutMs: 20_000,
};

/** Small routes that show what the guards let through. */
const mount: AppOptions["mount"] = (app, { describer }, gate) => {
  app.get("/api/v1/targets", (c) => c.json({ targets: [] }));
  app.post("/api/v1/compile", async (c) => c.json(await c.req.json()));
  app.get("/api/v1/broken", () => {
    throw new TypeError("cannot read /home/someone/secret.png");
  });
  app.post("/api/v1/describe", async (c) => {
    const image = formOf(c)?.find((part) => part.field === "image");
    const bytes = image !== undefined && "file" in image ? image.file.bytes : new Uint8Array();
    await gate.run(clientOf(c), c.req.raw.signal, (signal) =>
      describer.describe({ name: "upload", bytes }, {}, { signal }),
    );
    return c.json({ bytes: bytes.length });
  });
};

export function startTestServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    host: "127.0.0.1",
    port: 0,
    limits: LIMITS,
    describer: fakeDescriber(() => Promise.resolve({})),
    fetchPicture: noFetch,
    studio: null,
    mount,
    ...options,
  });
}

export interface Wire {
  readonly send: (text: string | Uint8Array) => void;
  /** All that came; resolves when the server closes the connection. */
  readonly closed: Promise<string>;
  /** Resolves with what came as soon as it has `text` in it, or when the connection is closed. */
  readonly until: (text: string) => Promise<string>;
  readonly end: () => void;
}

/** A bare connection, for requests that no well-behaved client sends. */
export function openWire(port: number): Wire {
  const socket = connect(port, "127.0.0.1");
  let came = "";
  let ended = false;
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  socket.on("data", (chunk) => {
    came += chunk.toString("latin1");
    tell();
  });
  socket.on("error", () => {});
  const closed = new Promise<string>((resolve) => {
    socket.once("close", () => {
      ended = true;
      tell();
      resolve(came);
    });
  });
  return {
    send: (text) => void socket.write(text),
    closed,
    until: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!ended && !came.includes(text)) return;
          watchers.delete(look);
          resolve(came);
        };
        watchers.add(look);
        look();
      }),
    end: () => void socket.destroy(),
  };
}

/** One request as it is written, and everything that came back; the connection is closed after it. */
export function exchange(port: number, lines: readonly string[], body = ""): Promise<string> {
  const wire = openWire(port);
  wire.send(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
  return wire.closed;
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]);

export async function problemIn(answer: Response): Promise<Problem> {
  if (answer.headers.get("content-type") !== "application/problem+json") {
    throw new Error(`not a problem: ${answer.status} ${await answer.text()}`);
  }
  return (await answer.json()) as Problem;
}

export const jsonPost = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});

export function imagePost(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  body.append("image", new File([bytes], "picture.png", { type: "image/png" }));
  return { method: "POST", headers, body };
}
