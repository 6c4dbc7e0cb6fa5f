import { describe, expect, it } from "vitest";
import { createVisionLlm } from "../../../src/engines/vision-llm/index.js";
import type { VisionLlmPorts, VisionLlmSettings } from "../../../src/engines/vision-llm/settings.js";
import { visionLlmOf } from "../../../src/runtime/vision-llm.js";
import { settingsFromEnvironment } from "../../../src/runtime/vision-llm-settings.js";
import { GOOD_TEXT } from "./answers.js";
import { engineAt, fails, KEY, look, phrasesOf, raw, says, startServer } from "./server.js";

const ports: VisionLlmPorts = {
  fetch: () => Promise.reject(new Error("nothing is asked here")),
  encode: () => Promise.resolve(new Uint8Array(1)),
};

describe("the environment", () => {
  it.each([
    [{}, undefined],
    [{ OPENAI_API_KEY: "k" }, undefined],
    [{ IMPROMPT_LLM: "ollama:llava" }, { provider: "ollama", model: "llava" }],
    [{ IMPROMPT_LLM: " Ollama:qwen2.5vl:7b " }, { provider: "ollama", model: "qwen2.5vl:7b" }],
    [
      { IMPROMPT_LLM: "openai-compatible:org/model@q4@http://10.0.0.2:8000/v1/" },
      { provider: "openai-compatible", model: "org/model@q4", baseURL: "http://10.0.0.2:8000/v1" },
    ],
    [
      { IMPROMPT_LLM: "openai:gpt-x", OPENAI_API_KEY: "k", ANTHROPIC_API_KEY: "other" },
      { provider: "openai", model: "gpt-x", apiKey: "k" },
    ],
    [
      { IMPROMPT_LLM: "anthropic:claude-x", ANTHROPIC_API_KEY: "k" },
      { provider: "anthropic", model: "claude-x", apiKey: "k" },
    ],
    [
      { IMPROMPT_LLM: "google:gemini-x", GOOGLE_GENERATIVE_AI_API_KEY: "k" },
      { provider: "google", model: "gemini-x", apiKey: "k" },
    ],
    [
      { IMPROMPT_LLM: "vllm:m", IMPROMPT_LLM_KEY: "k", IMPROMPT_LLM_TIMEOUT: "90" },
      { provider: "vllm", model: "m", apiKey: "k", timeoutMs: 90_000 },
    ],
  ])("%j means %j", (environment, settings) => {
    expect(settingsFromEnvironment(environment)).toEqual(settings);
  });

  it("does not send a service's key to another address, nor to a server of one's own", () => {
    const keys = { OPENAI_API_KEY: "vendor" };
    expect(settingsFromEnvironment({ ...keys, IMPROMPT_LLM: "ollama:llava" })).not.toHaveProperty("apiKey");
    const elsewhere = "openai:gpt-x@https://proxy.example/v1";
    expect(settingsFromEnvironment({ ...keys, IMPROMPT_LLM: elsewhere })).not.toHaveProperty("apiKey");
    expect(
      settingsFromEnvironment({ ...keys, IMPROMPT_LLM: elsewhere, IMPROMPT_LLM_KEY: "own" }),
    ).toMatchObject({ apiKey: "own" });
    const itself = "openai:gpt-x@https://api.openai.com/v1/";
    expect(settingsFromEnvironment({ ...keys, IMPROMPT_LLM: itself })).toMatchObject({ apiKey: "vendor" });
  });

  it.each([
    [{ IMPROMPT_LLM: "llava" }, /no provider/u, /ollama, lm-studio/u],
    [{ IMPROMPT_LLM: "ollama" }, /no model of ollama/u, /PROVIDER:MODEL/u],
    [{ IMPROMPT_LLM: "ollama: " }, /no model/u, /PROVIDER:MODEL/u],
    [{ IMPROMPT_LLM: "openai-compatible:m" }, /no address/u, /@http/u],
    [{ IMPROMPT_LLM: "vllm:m@http://user:secret@host/v1" }, /address/u, /IMPROMPT_LLM_KEY/u],
    [{ IMPROMPT_LLM: "vllm:m@http://secret@host/v1" }, /address/u, /IMPROMPT_LLM_KEY/u],
    [{ IMPROMPT_LLM: "vllm:m@http://host/v1?key=secret" }, /address/u, /IMPROMPT_LLM_KEY/u],
    [{ IMPROMPT_LLM: "vllm:m@http://" }, /address/u, /http/u],
    [{ IMPROMPT_LLM: "ollama:m", IMPROMPT_LLM_TIMEOUT: "soon" }, /seconds/u, /unset/u],
    [{ IMPROMPT_LLM: "ollama:m", IMPROMPT_LLM_TIMEOUT: "0" }, /seconds/u, /unset/u],
    [{ IMPROMPT_LLM: "sk-proj-secret-put-here-by-mistake" }, /no provider/u, /PROVIDER:MODEL/u],
  ])("with %j says what is wrong, without a secret", (environment, message, hint) => {
    const read = (): unknown => settingsFromEnvironment(environment);
    expect(read).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(message) }),
    );
    expect(read).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) }));
    expect(read).not.toThrow(/secret/u);
    expect(read).not.toThrow(expect.objectContaining({ hint: expect.stringContaining("secret") }));
  });
});

describe("settings", () => {
  it.each<Partial<VisionLlmSettings>>([
    { timeoutMs: 10 },
    { maxSide: 1.5 },
    { maxOutputTokens: 1 },
    { retries: 9 },
    { baseURL: "ftp://host/v1" },
    { provider: "openai-compatible" },
  ])("out of range are refused at once: %j", (part) => {
    expect(() => createVisionLlm({ provider: "ollama", model: "m", ...part }, ports)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  it("are followed", async () => {
    const server = await startServer();
    server.play(says(GOOD_TEXT));
    const { engine, encoded } = engineAt(server, "vllm", { maxSide: 640, maxOutputTokens: 777 });
    await look(engine);
    expect(encoded).toEqual([{ maxSide: 640, mediaType: "image/jpeg" }]);
    expect(JSON.parse(server.asked[0]?.body ?? "")).toMatchObject({ max_tokens: 777, stream: true });
    await server.close();
  });
});

describe("readiness", () => {
  it("without settings says how to set one up, and so does describing", async () => {
    const engine = createVisionLlm(undefined, ports);
    const readiness = await engine.readiness({});
    expect(readiness).toMatchObject({ ready: false, hint: expect.stringContaining("ollama pull") });
    expect(readiness).toMatchObject({ hint: expect.stringContaining("OPENAI_API_KEY") });
    await expect(look(engine)).rejects.toMatchObject({
      code: "engine-failed",
      hint: expect.stringContaining("ollama"),
    });
  });

  it("of a service asks for its key, and calls nobody", async () => {
    const without = createVisionLlm({ provider: "anthropic", model: "claude-x" }, ports);
    expect(await without.readiness({})).toMatchObject({
      ready: false,
      hint: expect.stringContaining("ANTHROPIC_API_KEY"),
    });
    await expect(look(without)).rejects.toMatchObject({
      code: "engine-failed",
      message: "Anthropic asks for a key",
    });
    const given = createVisionLlm({ provider: "anthropic", model: "claude-x", apiKey: KEY }, ports);
    expect(await given.readiness({})).toEqual({ ready: true, with: "claude-x at api.anthropic.com" });
  });

  it("of a server of one's own asks whether it is there and has the model", async () => {
    const server = await startServer();
    const { host } = new URL(server.origin);
    const listing = raw(
      200,
      "application/json",
      JSON.stringify({ data: [{ id: "llava:latest" }, { id: "seer:7b" }] }),
    );
    server.play(listing);
    const { engine } = engineAt(server);
    expect(await engine.readiness({})).toEqual({ ready: true, with: `seer:7b at ${host}` });
    expect(server.asked[0]).toMatchObject({ method: "GET", path: "/v1/models" });
    expect(await engine.readiness({ model: "llava" })).toMatchObject({ ready: true });
    expect(await engine.readiness({ model: "bakllava" })).toMatchObject({
      ready: false,
      hint: 'Get it with "ollama pull bakllava".',
    });
    expect(await engineAt(server, "llama.cpp").engine.readiness({ model: "any" })).toMatchObject({
      ready: true,
    });
    server.play(fails(404, "no such route"));
    expect(await engineAt(server, "vllm").engine.readiness({})).toMatchObject({ ready: true });
    await server.close();
    expect(await engine.readiness({})).toMatchObject({ ready: false, reason: `nothing answers at ${host}` });
  });
});

describe("the engine of the runtime", () => {
  it("tells a setting that cannot be meant when it is used", async () => {
    const engine = visionLlmOf({ IMPROMPT_LLM: "llava" }, ports.fetch);
    expect(await engine.readiness({})).toMatchObject({
      ready: false,
      reason: "IMPROMPT_LLM: names no provider that is known",
    });
    await expect(look(engine)).rejects.toMatchObject({ code: "invalid-option", where: "IMPROMPT_LLM" });
  });

  it("sends a JPEG as large as the model takes, with no side too short", async () => {
    const { default: sharp } = await import("sharp");
    const server = await startServer();
    server.play(says(GOOD_TEXT));
    const engine = visionLlmOf({ IMPROMPT_LLM: `ollama:seer:7b@${server.origin}/v1` }, globalThis.fetch);
    const sizes = [];
    for (const [width, height] of [
      [3000, 1500],
      [2048, 20],
      [40, 50],
    ] as const) {
      const raster = { width, height, data: new Uint8Array(width * height * 3).fill(120) };
      const [answer] = await engine.describe(
        [{ name: "a", raster }],
        {},
        { signal: new AbortController().signal },
      );
      expect(answer === undefined ? {} : phrasesOf(answer)).toHaveProperty("subject");
      const picture = /data:image\/jpeg;base64,([^"]+)"/u.exec(server.asked.at(-1)?.body ?? "")?.[1] ?? "";
      const { width: w, height: h, format } = await sharp(Buffer.from(picture, "base64")).metadata();
      sizes.push([w, h, format]);
    }
    expect(sizes).toEqual([
      [1024, 512, "jpeg"],
      [1024, 32, "jpeg"],
      [40, 50, "jpeg"],
    ]);
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
    await engine.close();
    await server.close();
  });
});
