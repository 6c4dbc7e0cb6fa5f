import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ImpromptError } from "../base/error.js";
import type { EngineInput, EngineOptions, Readiness } from "../engines/types.js";
import { nodeServices } from "../runtime/node.js";
import type { DescribeOptions, Description } from "./describe.js";
import { describeMany, describe as describeOne } from "./describe.js";
import type { Engines, EngineWish } from "./engine-choice.js";
import { chooseEngine, impliedEngine } from "./engine-choice.js";
import type { Services } from "./ports.js";
import type { Stage } from "./stage.js";

interface Asked {
  readonly names: readonly string[];
  readonly options: EngineOptions;
}

interface FakeEngines extends Engines {
  readonly asked: Asked[];
}

/** Engines that see a violet cat in every picture. */
function fakeEngines(ready: boolean, look?: (inputs: readonly EngineInput[]) => void): FakeEngines {
  const asked: Asked[] = [];
  const readiness: Readiness = ready
    ? { ready: true, with: "a model" }
    : { ready: false, reason: "the weights are not here", hint: "Get them." };
  return {
    asked,
    readiness: () => Promise.resolve(readiness),
    look: async (id, inputs, options, { onProgress }) => {
      asked.push({ names: inputs.map(({ name }) => name), options });
      look?.(inputs);
      onProgress?.({ what: "looking", done: 1, total: 2 });
      const source = `${id}:fake`;
      const cat = { facet: "subject", text: "a violet cat", confidence: 0.8, evidence: { source } } as const;
      return inputs.map(() => ({ source, observations: [cat], prompt: "a violet cat", warnings: [] }));
    },
    close: () => Promise.resolve(),
  };
}

async function png(width: number): Promise<string> {
  const pixels = sharp({ create: { width, height: 60, channels: 3, background: "#a33" } });
  return `data:image/png;base64,${(await pixels.png().toBuffer()).toString("base64")}`;
}

const services = (engines: Engines): Services => ({ ...nodeServices({}), engines });

describe("chooseEngine", () => {
  const choose = (wish: EngineWish, ready: boolean): Promise<unknown> =>
    chooseEngine(wish, {}, fakeEngines(ready)).catch((error: ImpromptError) => error.code);

  it.each([
    ["auto", true, { id: "clip", why: "its weights are here: a model" }],
    ["auto", false, { id: "embedded", why: "the weights are not here", hint: "Get them." }],
    ["embedded", true, { id: "embedded", why: "asked for" }],
    ["clip", true, { id: "clip", why: "asked for, with a model" }],
    ["clip", false, "model-missing"],
    ["vision-llm", true, { id: "vision-llm", why: "asked for, with a model" }],
    ["vision-llm", false, "engine-failed"],
  ] as const)("%s, ready: %s", async (wish, ready, expected) => {
    expect(await choose(wish, ready)).toEqual(expected);
  });

  it("measures where there are no engines, and refuses to do what it cannot", async () => {
    expect(await chooseEngine("auto", {}, undefined)).toMatchObject({ id: "embedded" });
    await expect(chooseEngine("clip", {}, undefined)).rejects.toMatchObject({ code: "invalid-option" });
  });

  it("takes an option that only CLIP has for a wish", () => {
    expect(impliedEngine({})).toBe("auto");
    expect(impliedEngine({ artists: "off", caption: "a door", lowMemory: true })).toBe("auto");
    for (const options of [
      { mode: "fast" },
      { model: "x" },
      { lists: "/l" },
      { quality: "turbo" },
    ] as const) {
      expect(impliedEngine(options)).toBe("clip");
    }
  });
});

describe("describe with an engine", () => {
  it("joins what it saw with what was measured, and tells how far it is", async () => {
    const stages: Stage[] = [];
    const engines = fakeEngines(true);
    const options: DescribeOptions = { mode: "fast", modelFor: ["sd15"], targets: ["sd15"] };
    const { engine, blueprint, prompts, measurements } = await describeOne(
      await png(90),
      options,
      services(engines),
      (stage) => stages.push(stage),
    );
    expect(engine).toEqual({
      id: "clip",
      why: "its weights are here: a model",
      source: "clip:fake",
      prompt: "a violet cat",
    });
    expect(engines.asked[0]?.options).toEqual({ mode: "fast", targets: ["sd15"] });
    const subject = blueprint.terms.find(({ facet }) => facet === "subject");
    expect(subject).toMatchObject({ text: "a violet cat", evidence: [{ source: "clip:fake" }] });
    expect(prompts[0]?.text).toContain("a violet cat");
    expect(Object.keys(measurements).length).toBeGreaterThan(5);
    expect(stages.map(({ stage }) => stage)).toEqual(["read", "decoded", "measured", "looking", "fused"]);
  });

  it("shows it whole pictures where another tool's answer is wanted to the letter", async () => {
    const widths: number[] = [];
    const engines = fakeEngines(true, (inputs) => widths.push(...inputs.map(({ raster }) => raster.width)));
    const large = await png(1500);
    await describeOne(large, { compat: "clip-interrogator" }, services(engines));
    await describeOne(large, {}, services(engines));
    expect(widths[0]).toBeGreaterThan(768);
    expect(widths[1]).toBe(768);
  });
});

describe("describeMany", () => {
  interface Run {
    readonly described: (readonly [number, Description])[];
    readonly failed: (readonly [number, unknown])[];
    readonly end: unknown;
  }

  async function many(inputs: readonly string[], engines: Engines, signal?: AbortSignal): Promise<Run> {
    const described: Run["described"] = [];
    const failed: Run["failed"] = [];
    const events = {
      onDescribed: (description: Description, index: number) => void described.push([index, description]),
      onFailed: (error: unknown, index: number) => void failed.push([index, error]),
    };
    const options: DescribeOptions = { engine: "clip" };
    const end = await describeMany(inputs, options, services(engines), events, signal).catch(
      (error: unknown) => error,
    );
    return { described, failed, end };
  }

  it("shows many at a time, and keeps their order around what cannot be read", async () => {
    const engines = fakeEngines(true);
    const inputs = await Promise.all(
      Array.from({ length: 19 }, async (_, at) => (at === 4 ? "data:image/png,none" : png(40 + at))),
    );
    const { described, failed } = await many(inputs, engines);
    expect(engines.asked.map(({ names }) => names.length)).toEqual([15, 3]);
    expect(described.map(([index]) => index)).toEqual(inputs.map((_, at) => at).filter((at) => at !== 4));
    for (const [index, { image }] of described) expect(image.width).toBe(40 + index);
    expect(failed.map(([index]) => index)).toEqual([4]);
  });

  it("tells each picture of a batch that the engine failed for, and tries the next", async () => {
    let calls = 0;
    const engines = fakeEngines(true, () => {
      calls += 1;
      if (calls === 1) throw new ImpromptError("model-failed", "no luck");
    });
    const { described, failed } = await many(
      await Promise.all(Array.from({ length: 17 }, (_, at) => png(40 + at))),
      engines,
    );
    expect(failed).toHaveLength(16);
    expect(failed[0]?.[1]).toMatchObject({ code: "model-failed" });
    expect(described.map(([index]) => index)).toEqual([16]);
  });

  it("stops when it is cancelled, and tells of nothing more", async () => {
    const controller = new AbortController();
    const engines = fakeEngines(true, () => {
      controller.abort();
      throw new ImpromptError("cancelled", "stopped");
    });
    const run = await many([await png(40), await png(41)], engines, controller.signal);
    expect(run).toMatchObject({ described: [], failed: [], end: { code: "cancelled" } });
  });

  it("refuses before any picture is opened where the engine is not ready", async () => {
    const run = await many(["no-such-file.png"], fakeEngines(false));
    expect(run).toMatchObject({ described: [], failed: [], end: { code: "model-missing" } });
  });
});
