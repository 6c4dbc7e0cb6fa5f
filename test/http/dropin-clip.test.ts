import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Description } from "../../src/app/describe.js";
import type { Stage } from "../../src/app/stage.js";
import { createClient } from "../../src/client/index.js";
import { PICTURE } from "../../src/http/schemas/example.js";
import { openEngines } from "../../src/runtime/models/engines.js";
import { createDescriber } from "../../src/runtime/workers/pool.js";
import { descendantsOf, until } from "../../src/runtime/workers/processes.fixture.js";
import type { TinyModels } from "../engines/clip/tiny-models.js";
import { tinyModels } from "../engines/clip/tiny-models.js";
import type { ApiServer } from "./api-server.js";
import { startApi } from "./api-server.js";

/** The server with tiny models of random weights: their words mean nothing, their way to the answer is the real one. */
let tiny: TinyModels;
let api: ApiServer;
let image: string;
let blob: Blob;
const MODEL = "ViT-L-14/openai";

beforeAll(async () => {
  tiny = await tinyModels([MODEL, "blip-base"]);
  const describer = createDescriber({
    processes: 1,
    maxRssBytes: 2 ** 30,
    limits: {},
    timeoutMs: 60_000,
    engines: openEngines(),
  });
  api = await startApi({ describer, models: [MODEL, "mine"], limits: { timeoutMs: 60_000 } });
  const noise = Array.from({ length: 32 }, (_, at) => createHash("sha512").update(`${at}`).digest());
  const bytes = await sharp(Buffer.concat(noise).subarray(0, 24 * 24 * 3), {
    raw: { width: 24, height: 24, channels: 3 },
  })
    .resize(240, 240, { kernel: "cubic" })
    .png()
    .toBuffer();
  image = bytes.toString("base64");
  blob = new Blob([new Uint8Array(bytes)]);
});
afterAll(async () => {
  await api.close();
  expect(api.defects).toEqual([]);
  await until(() => descendantsOf(process.pid).length === 0);
  tiny.remove();
});

async function ask(path: string, body: unknown, status = 200): Promise<{ readonly [key: string]: unknown }> {
  const answer = await api.post(path, body);
  const value = (await answer.json()) as { readonly [key: string]: unknown };
  expect(answer.status, JSON.stringify(value)).toBe(status);
  return value;
}

const codesOf = (answer: { readonly [key: string]: unknown }): readonly string[] =>
  (answer["warnings"] as Description["warnings"]).map(({ code }) => code);

describe("the drop-in routes, where weights are here", () => {
  it("GET /interrogator/models names them, but none that tools could not write", async () => {
    const names = await (await fetch(`${api.url}/interrogator/models`)).json();
    expect(names).toEqual([MODEL, "imprompt/embedded"]);
  });

  it("POST /interrogator/prompt answers each mode by the model that was asked for", async () => {
    const prompts = new Set<unknown>();
    for (const mode of ["best", "fast", "classic", "negative"]) {
      const answer = await ask("/interrogator/prompt", { image, clip_model_name: MODEL, mode });
      expect(answer["engine"]).toBe(MODEL);
      expect(answer["prompt"]).toMatch(/\w/u);
      expect(codesOf(answer)).not.toContain("option-ignored");
      prompts.add(answer["prompt"]);
    }
    expect(prompts.size).toBeGreaterThanOrEqual(3);
  });

  it("says which model answered for one that is not here", async () => {
    const answer = await ask("/interrogator/prompt", { image, clip_model_name: "RN50/openai", mode: "fast" });
    expect(answer["engine"]).toBe(MODEL);
    const message = expect.stringContaining('"RN50/openai" is not here; ViT-L-14/openai answered');
    expect(answer["warnings"]).toContainEqual(expect.objectContaining({ message }));
  });

  it("still answers the file's own prompt to the letter, and says why no model did", async () => {
    const answer = await ask("/interrogator/prompt", {
      image: PICTURE,
      clip_model_name: MODEL,
      mode: "best",
    });
    expect(answer["prompt"]).toBe("a harbour at dusk, (low sun:1.2), calm water");
    const message = expect.stringContaining("carries its own prompt");
    expect(answer["warnings"]).toContainEqual(expect.objectContaining({ message }));
  });

  it("measures for who asks for that", async () => {
    const answer = await ask("/interrogator/prompt", { image, clip_model_name: "imprompt/embedded" });
    expect(answer["engine"]).toBe("imprompt/embedded");
    expect(codesOf(answer)).not.toContain("option-ignored");
  });

  it("POST /interrogator/analyze ranks each table by similarity, without a captioner", async () => {
    const {
      engine,
      warnings: _,
      ...tables
    } = await ask("/interrogator/analyze", { image, clip_model_name: MODEL });
    expect(engine).toBe(MODEL);
    expect(Object.keys(tables)).toEqual(["medium", "artist", "movement", "trending", "flavor"]);
    for (const labels of Object.values(tables)) {
      const scores = Object.values(labels as { readonly [label: string]: number });
      expect(scores).toHaveLength(5);
      expect(scores).toEqual([...scores].sort((x, y) => y - x));
      expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    }
    for (const artist of Object.keys(tables["artist"] as object)) expect(artist).toMatch(/^by /u);
  });

  it("POST /sdapi/v1/interrogate answers what CLIP says", async () => {
    const answer = await ask("/sdapi/v1/interrogate", { image, model: "clip" });
    expect(answer["engine"]).toBe(MODEL);
    expect(codesOf(answer)).not.toContain("option-ignored");
  });
});

describe("POST /api/v1/describe, where weights are here", () => {
  it("takes the engine's options, and tells how far it is", async () => {
    const client = createClient({ baseUrl: api.url });
    const stages: Stage[] = [];
    const { engine, warnings, blueprint } = await client.describe(blob, {
      mode: "classic",
      caption: "a red door",
      artists: "off",
      targets: ["sdxl"],
      onStage: (stage) => stages.push(stage),
    });
    expect(engine).toMatchObject({ id: "clip", source: `clip:${MODEL}`, caption: "a red door" });
    expect(engine.prompt).toMatch(/^a red door, /u);
    expect(engine.prompt).not.toMatch(/\bby /u);
    expect(warnings.map(({ code }) => code)).toContain("model-mismatch");
    expect(blueprint.terms[0]).toMatchObject({ facet: "subject", text: "a red door" });
    const looking = stages.flatMap((stage) => (stage.stage === "looking" ? [stage.what] : []));
    expect(looking).toContain("looking");
    expect(stages.at(-1)).toMatchObject({ stage: "fused" });
  });

  it("measures alone for who asks for that", async () => {
    const { engine } = await createClient({ baseUrl: api.url }).describe(blob, { engine: "embedded" });
    expect(engine).toEqual({ id: "embedded", why: "asked for", source: "analysis" });
  });

  it.each([
    [{ model: "ViT-H-14/laion2b_s32b_b79k" }, 503, "model-missing"],
    [{ model: "ViT-X/none" }, 422, "model-unknown"],
    [{ mode: "slow" }, 422, "invalid-option"],
    [{ caption: "" }, 422, "invalid-option"],
    [{ lists: "/etc" }, 422, "invalid-option"],
    [{ engine: "vision-llm" }, 502, "engine-failed"],
  ])("refuses %j with %i", async (options, status, code) => {
    expect(await ask("/api/v1/describe", { image, ...options }, status)).toMatchObject({ code });
  });

  it("stops the model's work when the client goes away, and answers the next", async () => {
    const controller = new AbortController();
    const gone = fetch(`${api.url}/api/v1/describe`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ image, mode: "best", model: MODEL }),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 300);
    await expect(gone).rejects.toThrow();
    expect(await ask("/interrogator/prompt", { image, clip_model_name: MODEL, mode: "fast" })).toMatchObject({
      engine: MODEL,
    });
  });
});
