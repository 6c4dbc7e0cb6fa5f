import { describe, expect, it } from "vitest";
import { ImpromptError } from "../../base/error.js";
import type { LocatedModel, ModelKind } from "../../models/store/located.js";
import type { EngineInput, EngineOptions } from "../types.js";
import type { ClipEnginePorts } from "./index.js";
import { createClipEngine } from "./index.js";

const here = (name: string, kind: ModelKind): LocatedModel => ({
  name,
  kind,
  folder: "/models",
  weights: "w",
  fingerprint: name,
});
const CLIP = here("ViT-L-14/openai", "clip");
const BLIP = here("blip-large", "blip");

interface Fake {
  readonly ports: ClipEnginePorts;
  /** What was asked of the models, in order. */
  readonly log: string[];
  /** The most models that were in memory at once. */
  readonly most: () => number;
}

function fake(models: readonly LocatedModel[], wrong: Partial<ClipEnginePorts> = {}): Fake {
  const log: string[] = [];
  const loaded = new Set<string>();
  let most = 0;
  const use = async (model: LocatedModel, what: string): Promise<void> => {
    loaded.add(model.name);
    most = Math.max(most, loaded.size);
    log.push(`${what} ${model.name}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const ports: ClipEnginePorts = {
    present: () => Promise.resolve(models),
    obstacle: () => Promise.resolve(undefined),
    caption: async (model, rasters) => {
      await use(model, "caption");
      return rasters.map((_, at) => `caption ${at}`);
    },
    look: async (model, { pictures }) => {
      await use(model, "look");
      return pictures.map(({ caption = "nothing" }) => ({
        source: `clip:${model.name}`,
        observations: [],
        prompt: `${caption}, fog`,
        warnings: [],
      }));
    },
    unload: (model) => {
      loaded.delete(model.name);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    ...wrong,
  };
  return { ports, log, most: () => most };
}

const INPUTS: readonly EngineInput[] = ["a.png", "b.png"].map((name) => ({
  name,
  raster: { width: 1, height: 1, data: new Uint8Array(3) },
}));
const context = { signal: new AbortController().signal };

async function prompts({ ports }: Fake, options: EngineOptions): Promise<readonly (string | undefined)[]> {
  return (await createClipEngine(ports).describe(INPUTS, options, context)).map(({ prompt }) => prompt);
}

describe("createClipEngine", () => {
  it("captions all pictures, then ranks for all", async () => {
    const made = fake([CLIP, BLIP]);
    expect(await prompts(made, {})).toEqual(["caption 0, fog", "caption 1, fog"]);
    expect(made.log).toEqual(["caption blip-large", "look ViT-L-14/openai"]);
    expect(made.most()).toBe(2);
  });

  it("gives each picture its caption as the subject", async () => {
    const answers = await createClipEngine(fake([CLIP, BLIP]).ports).describe(INPUTS, {}, context);
    expect(answers[1]?.observations).toMatchObject([
      { facet: "subject", text: "caption 1", evidence: { source: "caption:blip-large" } },
    ]);
  });

  it("holds one model at a time where memory is low, whoever else asks, and after a failure too", async () => {
    const made = fake([CLIP, BLIP]);
    const engine = createClipEngine(made.ports);
    const ask = (): Promise<unknown> => engine.describe(INPUTS, { lowMemory: true }, context);
    await Promise.all([ask(), ask(), ask()]);
    expect(made.log).toEqual([1, 2, 3].flatMap(() => ["caption blip-large", "look ViT-L-14/openai"]));
    expect(made.most()).toBe(1);
    let frees = 0;
    const failing = fake([CLIP], {
      look: () => Promise.reject(new ImpromptError("model-failed", "no luck")),
      unload: () => Promise.resolve(void (frees += 1)),
    });
    await expect(prompts(failing, { lowMemory: true })).rejects.toMatchObject({ code: "model-failed" });
    expect(frees).toBe(1);
  });

  it("lets go of a question that is cancelled while it waits for its turn", async () => {
    const made = fake([CLIP, BLIP]);
    const engine = createClipEngine(made.ports);
    const controller = new AbortController();
    const first = engine.describe(INPUTS, { lowMemory: true }, context);
    const second = engine.describe(INPUTS, { lowMemory: true }, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    expect(await first).toHaveLength(2);
    expect(made.log).toHaveLength(2);
  });

  it.each([
    [{ caption: "a door" }, ["look ViT-L-14/openai"], "a door, fog"],
    [{ mode: "style" }, ["look ViT-L-14/openai"], "nothing, fog"],
    [{ mode: "negative" }, ["look ViT-L-14/openai"], "nothing, fog"],
    [{ mode: "caption" }, ["caption blip-large"], "caption 0"],
    [{ mode: "caption", caption: "a door" }, [], "a door"],
  ] as const)("asks no more models than %j needs", async (options, log, prompt) => {
    const made = fake([CLIP, BLIP]);
    expect((await prompts(made, options))[0]).toBe(prompt);
    expect(made.log).toEqual(log);
  });

  it("warns where the subject is a guess of CLIP's, and where no captioner is wanted it does not", async () => {
    const codes = async (options: EngineOptions): Promise<readonly string[]> =>
      (await createClipEngine(fake([CLIP]).ports).describe(INPUTS, options, context)).flatMap(
        ({ warnings }) => warnings.map(({ code }) => code),
      );
    expect(await codes({})).toEqual(["engine-limited", "engine-limited"]);
    expect(await codes({ mode: "style" })).toEqual([]);
    expect(await codes({ caption: "a door" })).toEqual([]);
  });

  it("says what it works with and why, and what stands in the way", async () => {
    const readiness = (models: readonly LocatedModel[], options: EngineOptions, wrong = {}) =>
      createClipEngine(fake(models, wrong).ports).readiness(options);
    expect(await readiness([CLIP, BLIP], { targets: ["sd15"] })).toEqual({
      ready: true,
      with: "ViT-L-14/openai, the CLIP that sd15 reads prompts with, and blip-large",
    });
    expect(await readiness([CLIP], {})).toMatchObject({
      with: "ViT-L-14/openai, the best CLIP that is here",
    });
    expect(await readiness([], {})).toMatchObject({
      ready: false,
      hint: expect.stringContaining("models pull"),
    });
    const obstacle = { reason: "no runtime", hint: "Install it." };
    expect(await readiness([CLIP], {}, { obstacle: () => Promise.resolve(obstacle) })).toEqual({
      ready: false,
      ...obstacle,
    });
    await expect(createClipEngine(fake([]).ports).describe(INPUTS, {}, context)).rejects.toMatchObject({
      code: "model-missing",
    });
  });
});
