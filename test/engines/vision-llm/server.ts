import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Engine, EngineAnswer, EngineContext, EngineOptions } from "../../../src/engines/types.js";
import { createVisionLlm } from "../../../src/engines/vision-llm/index.js";
import type { Protocol, ProviderId } from "../../../src/engines/vision-llm/providers.js";
import { PROVIDERS } from "../../../src/engines/vision-llm/providers.js";
import type { VisionLlmPorts, VisionLlmSettings } from "../../../src/engines/vision-llm/settings.js";
import type { Finish } from "./protocols.js";
import { errorBody, STREAMS } from "./protocols.js";

export const KEY = "imp-test-0123456789abcdef-secret";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with one request. */
export type Turn = (response: ServerResponse, asked: Asked) => void;

export const says =
  (text: string, finish: Finish = "stop"): Turn =>
  (response, { path }) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(STREAMS[protocolAt(path)](text, finish).join(""));
  };

/** The first `share` of the events of an answer, then nothing more of it. */
export const begins =
  (text: string, share: number, then: "cut" | "hang"): Turn =>
  (response, { path }) => {
    const events = STREAMS[protocolAt(path)](text, "stop");
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(events.slice(0, Math.floor(events.length * share)).join(""), () => {
      if (then === "cut") response.destroy();
    });
  };

export const fails =
  (status: number, message: string, headers: { readonly [name: string]: string } = {}): Turn =>
  (response, { path }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(errorBody(protocolAt(path), status, message));
  };

export const raw =
  (status: number, type: string, body: string, headers: { readonly [name: string]: string } = {}): Turn =>
  (response) => {
    response.writeHead(status, { "content-type": type, ...headers });
    response.end(body);
  };

export const hangs: Turn = () => undefined;

function protocolAt(path: string): Protocol {
  if (path.endsWith("/chat/completions")) return "chat";
  if (path.endsWith("/responses")) return "responses";
  return path.endsWith("/messages") ? "messages" : "gemini";
}

export interface Server {
  readonly origin: string;
  readonly asked: Asked[];
  /** What follows, a turn a request; the last one stays. */
  readonly play: (...turns: readonly Turn[]) => void;
  readonly close: () => Promise<void>;
}

export async function startServer(): Promise<Server> {
  const asked: Asked[] = [];
  let turns: Turn[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const body = Buffer.concat(chunks).toString();
      const one: Asked = { method, path: path.replace(/\?.*$/u, ""), headers, body };
      asked.push(one);
      const turn = turns.length > 1 ? turns.shift() : turns[0];
      if (turn === undefined) response.writeHead(500).end();
      else turn(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    play: (...next) => {
      asked.length = 0;
      turns = [...next];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const PICTURE: { readonly name: string; readonly raster: EngineRaster } = {
  name: "harbor.jpg",
  raster: { width: 4, height: 3, data: new Uint8Array(36).fill(90) },
};

type EngineRaster = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Bytes that a JPEG begins with: what the server is sent can be told from words. */
export const ENCODED: Uint8Array = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

export interface Encoded {
  readonly maxSide: number;
  readonly mediaType: string;
}

export interface Made {
  readonly engine: Engine;
  readonly encoded: Encoded[];
}

/** Anthropic's models are told the form in one of two ways, by their name. */
export function modelOf(provider: ProviderId): string {
  return provider === "anthropic" ? "claude-seer" : "seer:7b";
}

/** An engine that asks `server`, with what it was asked to encode. */
export function engineAt(
  server: Server,
  provider: ProviderId = "ollama",
  settings: Partial<VisionLlmSettings> = {},
): Made {
  const encoded: Encoded[] = [];
  const ports: VisionLlmPorts = {
    fetch: globalThis.fetch,
    encode: (_, options) => {
      encoded.push(options);
      return Promise.resolve(ENCODED);
    },
  };
  const { protocol } = PROVIDERS[provider];
  const engine = createVisionLlm(
    {
      provider,
      model: modelOf(provider),
      baseURL: `${server.origin}/${protocol === "gemini" ? "v1beta" : "v1"}`,
      apiKey: KEY,
      retries: 0,
      ...settings,
    },
    ports,
  );
  return { engine, encoded };
}

const CONTEXT: EngineContext = { signal: new AbortController().signal };

export async function look(
  engine: Engine,
  options: EngineOptions = {},
  context: EngineContext = CONTEXT,
): Promise<EngineAnswer> {
  const [answer] = await engine.describe([PICTURE], options, context);
  if (answer === undefined) throw new Error("no answer");
  return answer;
}

/** What the model said of each facet: "subject: red fox, frozen lake". */
export function phrasesOf({ observations }: EngineAnswer): { readonly [facet: string]: readonly string[] } {
  const facets: { [facet: string]: string[] } = {};
  for (const { facet, text } of observations) (facets[facet] ??= []).push(text);
  return facets;
}
