import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Protocol, ProviderId } from "../../../src/engines/vision-llm/providers.js";
import { answerWith, GOOD, GOOD_TEXT } from "./answers.js";
import { messagesWithTool } from "./protocols.js";
import type { Server } from "./server.js";
import { ENCODED, engineAt, KEY, look, phrasesOf, raw, says, startServer } from "./server.js";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PICTURE_64 = Buffer.from(ENCODED).toString("base64");

/** A provider of each protocol, what carries its key, where it is asked and how much of a picture it is shown. */
const SPOKEN: readonly {
  readonly provider: ProviderId;
  readonly path: string;
  readonly key: string;
  readonly side: number;
}[] = [
  { provider: "ollama", path: "/v1/chat/completions", key: "authorization", side: 1024 },
  { provider: "lm-studio", path: "/v1/chat/completions", key: "authorization", side: 1024 },
  { provider: "openai", path: "/v1/responses", key: "authorization", side: 2048 },
  { provider: "anthropic", path: "/v1/messages", key: "x-api-key", side: 1568 },
  {
    provider: "google",
    path: "/v1beta/models/seer:7b:streamGenerateContent",
    key: "x-goog-api-key",
    side: 1536,
  },
];

describe.each(SPOKEN)("$provider", ({ provider, path, key, side }) => {
  it("is asked in its own protocol, with the picture, the schema and the key", async () => {
    server.play(says(GOOD_TEXT));
    const { engine, encoded } = engineAt(server, provider);
    const answer = await look(engine);
    expect(phrasesOf(answer)).toMatchObject({
      subject: ["red fox", "thick winter coat"],
      text: ["NO FISHING"],
    });
    expect(answer.warnings).toEqual([]);
    expect(encoded).toEqual([{ maxSide: side, mediaType: "image/jpeg" }]);
    const [asked] = server.asked;
    expect(server.asked).toHaveLength(1);
    expect(asked?.path).toBe(path);
    expect(asked?.headers[key]).toContain(KEY);
    expect(asked?.body).toContain(PICTURE_64);
    expect(asked?.body).toContain("resembles");
    expect(asked?.body).not.toContain(KEY);
  });

  it("keeps what came whole of an answer that reached its longest", async () => {
    const half = GOOD_TEXT.slice(0, GOOD_TEXT.indexOf('"low golden') + 5);
    server.play(says(half, "length"));
    const answer = await look(engineAt(server, provider).engine);
    expect(phrasesOf(answer)).toEqual({
      subject: ["red fox", "thick winter coat"],
      action: ["walking across the ice"],
      setting: ["frozen lake", "pine forest on the far shore"],
    });
    expect(answer.warnings).toMatchObject([
      { code: "engine-limited", message: expect.stringContaining("longest") },
    ]);
  });

  it("says that a filter held the answer back", async () => {
    server.play(says("", "filtered"));
    await expect(look(engineAt(server, provider).engine)).rejects.toMatchObject({
      code: "engine-failed",
      message: expect.stringContaining("content filter"),
    });
    expect(server.asked).toHaveLength(1);
  });
});

/** Where a protocol carries what form the answer has. */
const FORMS: { readonly [P in Protocol]: (body: { [key: string]: unknown }) => unknown } = {
  chat: (body) => body["response_format"],
  responses: (body) => body["text"],
  messages: (body) => body["output_config"],
  gemini: (body) => body["generationConfig"],
};

describe("an answer", () => {
  it.each([
    ["openai-compatible", "chat"],
    ["openai", "responses"],
    ["anthropic", "messages"],
    ["google", "gemini"],
  ] as const)("has its form told to %s", async (provider, protocol) => {
    server.play(says(GOOD_TEXT));
    await look(engineAt(server, provider, { model: "claude-seer" }).engine);
    const body = JSON.parse(server.asked[0]?.body ?? "") as { [key: string]: unknown };
    expect(JSON.stringify(FORMS[protocol](body))).toContain('"resembles"');
    if (protocol === "responses") expect(body["store"]).toBe(false);
  });

  it("is read from the call of a tool, which older models of Anthropic answer with", async () => {
    server.play(raw(200, "text/event-stream", messagesWithTool(GOOD_TEXT).join("")));
    const { engine } = engineAt(server, "anthropic", { model: "claude-3-5-haiku-latest" });
    expect(phrasesOf(await look(engine))["setting"]).toEqual(["frozen lake", "pine forest on the far shore"]);
    expect(server.asked[0]?.body).toContain('"tool_choice"');
  });

  it("is kept as far as it came from the call of a tool that breaks off", async () => {
    const events = messagesWithTool(GOOD_TEXT);
    server.play((response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(events.slice(0, events.length / 2).join(""), () => response.destroy());
    });
    const { engine } = engineAt(server, "anthropic", { model: "claude-3-5-haiku-latest" });
    expect(phrasesOf(await look(engine))["subject"]).toEqual(["red fox", "thick winter coat"]);
  });

  it("becomes observations: bounded, as evidence of this model, artists as guesses", async () => {
    server.play(says(GOOD_TEXT));
    const answer = await look(engineAt(server).engine);
    expect(answer.source).toBe("vision-llm:seer:7b");
    expect(answer.caption).toBe("A red fox crosses a frozen lake at dawn");
    expect(answer.observations).toHaveLength(15);
    for (const { confidence, evidence } of answer.observations) {
      expect(confidence).toBeLessThanOrEqual(0.9);
      expect(evidence.source).toBe("vision-llm:seer:7b");
    }
    const artist = answer.observations.find(({ facet }) => facet === "artist");
    expect(artist).toMatchObject({ text: "Bruno Liljefors", hypothesis: true, confidence: 0.5 });
    const camera = answer.observations.find(({ facet }) => facet === "camera");
    expect(camera).toMatchObject({ confidence: 0.6, evidence: { score: 0.9 } });
  });

  it("is believed a little less than it believes itself, and not at all where it hardly does", async () => {
    const doubts = [
      { phrase: "fox", confidence: 0.5 },
      { phrase: "wolf", confidence: 0.1 },
      { phrase: "snow" },
    ];
    server.play(says(answerWith({ subject: doubts })));
    const { observations } = await look(engineAt(server).engine);
    expect(observations.map(({ text, confidence, evidence }) => [text, confidence, evidence.score])).toEqual([
      ["fox", 0.45, 0.5],
      ["snow", 0.54, undefined],
    ]);
  });

  it("leaves nothing running that would keep a program from ending", async () => {
    server.play(says(GOOD_TEXT));
    const started = vi.spyOn(globalThis, "setTimeout");
    const ended = vi.spyOn(globalThis, "clearTimeout");
    await look(engineAt(server, "ollama", { timeoutMs: 123_000 }).engine);
    const limit = started.mock.calls.findIndex(([, delay]) => delay === 123_000);
    expect(limit).toBeGreaterThanOrEqual(0);
    expect(ended.mock.calls.map(([timer]) => timer)).toContain(started.mock.results[limit]?.value);
    vi.restoreAllMocks();
  });

  it("leaves artists out where they are not wanted, and does not ask for them", async () => {
    server.play(says(GOOD_TEXT));
    const answer = await look(engineAt(server).engine, { artists: "off" });
    expect(phrasesOf(answer)["artist"]).toBeUndefined();
    expect(server.asked[0]?.body).toContain('Leave \\"resembles\\" empty');
  });

  it("speaks of the look alone in mode style, and of the caption alone in mode caption", async () => {
    server.play(says(GOOD_TEXT));
    const { engine } = engineAt(server);
    const style = phrasesOf(await look(engine, { mode: "style" }));
    expect(style["subject"] ?? style["text"]).toBeUndefined();
    expect(style["lighting"]).toEqual(["low golden sunlight"]);
    server.play(says(answerWith({ caption: GOOD.caption })));
    expect(await look(engine, { mode: "caption" })).toMatchObject({
      observations: [],
      caption: "A red fox crosses a frozen lake at dawn",
    });
  });

  it("says which options it does not know", async () => {
    server.play(says(GOOD_TEXT));
    const { warnings } = await look(engineAt(server).engine, {
      mode: "negative",
      compat: "clip-interrogator",
      quality: "turbo",
      lists: "lists",
      captioner: "blip-base",
      caption: "a fox",
    });
    expect(warnings.map(({ code }) => code)).toEqual(new Array(6).fill("option-ignored"));
  });

  it("is asked of another model of the same server where the options name one", async () => {
    server.play(says(GOOD_TEXT));
    const answer = await look(engineAt(server).engine, { model: "seer:72b" });
    expect(answer.source).toBe("vision-llm:seer:72b");
    expect(JSON.parse(server.asked[0]?.body ?? "")).toMatchObject({ model: "seer:72b" });
  });

  it("comes for each picture, in order, with progress", async () => {
    server.play(says(GOOD_TEXT), says(answerWith({ subject: ["blue boat"] })));
    const { engine } = engineAt(server);
    const told: number[] = [];
    const picture = { name: "a.png", raster: { width: 1, height: 1, data: new Uint8Array(3) } };
    const answers = await engine.describe(
      [picture, { ...picture, name: "b.png" }],
      {},
      {
        signal: new AbortController().signal,
        onProgress: ({ done, total }) => told.push(done, total),
      },
    );
    expect(answers.map((answer) => phrasesOf(answer)["subject"]?.[0])).toEqual(["red fox", "blue boat"]);
    expect(told).toEqual([0, 2, 1, 2, 2, 2]);
  });
});
