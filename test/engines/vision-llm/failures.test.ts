import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ImpromptError } from "../../../src/base/error.js";
import type { Engine, EngineContext } from "../../../src/engines/types.js";
import type { ProviderId } from "../../../src/engines/vision-llm/providers.js";
import { GOOD_TEXT, REFUSAL } from "./answers.js";
import type { Server } from "./server.js";
import {
  begins,
  engineAt,
  fails,
  hangs,
  KEY,
  look,
  modelOf,
  PICTURE,
  phrasesOf,
  raw,
  says,
  startServer,
} from "./server.js";

let server: Server;
const printed: string[] = [];
beforeAll(async () => {
  server = await startServer();
  for (const way of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, way).mockImplementation((...words: unknown[]) => {
      printed.push(words.map((word) => told(word)).join(" "));
    });
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
});

async function failure(engine: Engine, context?: EngineContext): Promise<ImpromptError> {
  const outcome: unknown = await look(engine, {}, context).catch((error: unknown) => error);
  expect(outcome).toMatchObject({ name: "ImpromptError", where: PICTURE.name });
  return outcome as ImpromptError;
}

/** Everything that an error says or holds, to any depth that a log would show. */
function told(error: unknown, depth = 0): string {
  if (typeof error !== "object" || error === null || depth > 6) return String(error);
  return Object.getOwnPropertyNames(error)
    .map((name) => told(Reflect.get(error, name), depth + 1))
    .join(" ");
}

const ONE_EACH: readonly ProviderId[] = ["ollama", "openai", "anthropic", "google"];

describe.each(ONE_EACH)("%s", (provider) => {
  it.each([
    [401, `Incorrect API key provided: ${KEY}`, /refuses the key/u],
    [403, `Key ${KEY.slice(0, 9)}****${KEY.slice(-4)} may not do this`, /refuses the key/u],
    [404, `model not found, asked with ${KEY}`, /has no model "\S+"/u],
    [429, `slow down, ${KEY}`, /asked too much at once/u],
    [500, `crashed while serving ${KEY}`, /failed \(status 500/u],
    [418, `no tea for Bearer ${KEY}`, /status 418/u],
  ])("says what status %i means, and never the key", async (status, words, message) => {
    server.play(fails(status, words, { "retry-after": "120" }));
    const error = await failure(engineAt(server, provider).engine);
    expect(error.code).toBe("engine-failed");
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe("");
    expect(error.cause).toBeUndefined();
    for (const part of [KEY, KEY.slice(0, 9), KEY.slice(-4)]) {
      expect(`${told(error)} ${error.sentence} ${printed.join(" ")}`).not.toContain(part);
    }
  });

  it("gives up at its time limit when nothing comes", async () => {
    server.play(hangs);
    const error = await failure(engineAt(server, provider, { timeoutMs: 1000 }).engine);
    expect(error.message).toBe(
      `"${modelOf(provider)}" at ${new URL(server.origin).host} gave no answer within 1 s`,
    );
  });

  it("keeps what came whole when the connection breaks", async () => {
    server.play(begins(GOOD_TEXT, 0.5, "cut"));
    const answer = await look(engineAt(server, provider).engine);
    expect(phrasesOf(answer)["subject"]).toEqual(["red fox", "thick winter coat"]);
    expect(phrasesOf(answer)["artist"]).toBeUndefined();
    expect(answer.warnings).toMatchObject([{ message: expect.stringContaining("connection broke") }]);
  });

  it("keeps what came whole when the time is up", async () => {
    server.play(begins(GOOD_TEXT, 0.5, "hang"));
    const answer = await look(engineAt(server, provider, { timeoutMs: 2500 }).engine);
    expect(phrasesOf(answer)["subject"]).toEqual(["red fox", "thick winter coat"]);
    expect(answer.warnings).toMatchObject([{ message: expect.stringContaining("time was up") }]);
  });

  it("stops at once when it is cancelled, before and in the middle", async () => {
    const { engine } = engineAt(server, provider);
    server.play(hangs);
    const cancel = new AbortController();
    const pending = failure(engine, { signal: cancel.signal });
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    cancel.abort();
    expect(await pending).toMatchObject({ code: "cancelled" });
    server.play(says(GOOD_TEXT));
    expect(await failure(engine, { signal: AbortSignal.abort() })).toMatchObject({ code: "cancelled" });
    expect(server.asked).toHaveLength(0);
  });

  it("does not take a page for an answer", async () => {
    server.play(raw(200, "text/html", "<!doctype html><title>Router</title>"));
    const error = await failure(engineAt(server, provider).engine);
    expect(error.code).toBe("engine-failed");
    expect(error.message).not.toContain("Router");
  });

  it("sends neither key nor picture where a server points to", async () => {
    const other = await startServer();
    other.play(says(GOOD_TEXT));
    server.play(raw(307, "text/plain", "", { location: `${other.origin}/v1/chat/completions` }));
    const error = await failure(engineAt(server, provider).engine);
    expect(error.message).toContain("sends its callers elsewhere");
    expect(other.asked).toHaveLength(0);
    await other.close();
  });
});

describe("a server", () => {
  it("is asked again when it is busy, after the time it names", async () => {
    server.play(
      fails(429, "busy", { "retry-after-ms": "20" }),
      fails(503, "loading", { "retry-after-ms": "20" }),
      says(GOOD_TEXT),
    );
    const answer = await look(engineAt(server, "ollama", { retries: 2 }).engine);
    expect(server.asked).toHaveLength(3);
    expect(phrasesOf(answer)["subject"]).toEqual(["red fox", "thick winter coat"]);
  });

  it("is not asked again when it refuses", async () => {
    server.play(fails(401, "no"));
    await failure(engineAt(server, "openai", { retries: 2 }).engine);
    expect(server.asked).toHaveLength(1);
  });

  it("names how long to wait", async () => {
    server.play(fails(429, "busy", { "retry-after": "120" }));
    expect((await failure(engineAt(server).engine)).hint).toBe("Try again in 120 s.");
  });

  it("that is not there is said to be so, with what to do", async () => {
    const gone = await startServer();
    await gone.close();
    const error = await failure(engineAt(gone).engine);
    expect(error.sentence).toBe(
      `harbor.jpg: nothing answers at ${new URL(gone.origin).host}. Start Ollama with "ollama serve".`,
    );
  });

  it.each([
    [404, 'model "seer:7b" not found, try pulling it first', /ollama pull seer:7b/u],
    [400, "this model does not support image input", /model that sees/u],
    [500, "image input is not supported - hint: you may need to provide the mmproj", /--mmproj/u],
    [500, "this model is missing data required for image input", /model that sees/u],
    [400, "image exceeds 5 MB maximum", /smaller one/u],
    [400, "API key not valid. Please pass a valid API key.", /Check IMPROMPT_LLM_KEY/u],
    [400, "Your credit balance is too low", /Add credit/u],
    [400, "the request exceeds the available context size", /longer context/u],
    [429, "You exceeded your current quota, please check your plan and billing details", /Add credit/u],
  ])("that says %i %s is understood", async (status, words, hint) => {
    server.play(fails(status, words));
    expect((await failure(engineAt(server).engine)).hint).toMatch(hint);
  });

  it("that knows no schema is asked without it, once and for all pictures after", async () => {
    const form = fails(400, "'response_format.type' must be 'text'");
    server.play(form, says(`Here you are:\n\`\`\`json\n${GOOD_TEXT}\n\`\`\``));
    const { engine } = engineAt(server, "llama.cpp");
    expect(phrasesOf(await look(engine))["setting"]).toHaveLength(2);
    expect(server.asked.map(({ body }) => body.includes("response_format"))).toEqual([true, false]);
    await look(engine);
    expect(server.asked.map(({ body }) => body.includes("response_format"))).toEqual([true, false, false]);
  });

  it.each([
    ["ollama", 'data: {"error":{"message":"runner crashed","type":"api_error"}}\n\n'],
    [
      "openai",
      'event: error\ndata: {"type":"error","sequence_number":1,"error":{"type":"server_error","code":"x","message":"runner crashed","param":null}}\n\n',
    ],
    [
      "anthropic",
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"runner crashed"}}\n\n',
    ],
  ] as const)("(%s) that breaks off with an error in the stream is quoted", async (provider, stream) => {
    server.play(raw(200, "text/event-stream", stream));
    expect((await failure(engineAt(server, provider).engine)).message).toContain("runner crashed");
  });
});

it("prints nothing of all this", () => {
  expect(printed).toEqual([]);
});

describe("a refusal", () => {
  it.each(ONE_EACH)("in words is told as one by %s and not asked for again", async (provider) => {
    server.play(says(REFUSAL));
    const error = await failure(engineAt(server, provider).engine);
    expect(error.message).toMatch(/refused to describe the picture/u);
    expect(server.asked).toHaveLength(1);
  });

  it.each([["openai"], ["anthropic"], ["google"]] as const)(
    "of the protocol of %s is told as one",
    async (provider) => {
      server.play(says(provider === "openai" ? REFUSAL : "", "refusal"));
      const error = await failure(engineAt(server, provider).engine);
      expect(error.message).toMatch(/refused to describe|content filter/u);
      expect(server.asked).toHaveLength(1);
    },
  );

  it("because it was shown nothing says to take a model that sees", async () => {
    server.play(says("I'm a text-based AI, so I cannot see images. Please describe it to me."));
    expect((await failure(engineAt(server).engine)).message).toContain("was shown no picture");
  });
});
