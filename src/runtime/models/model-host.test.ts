import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { Raster } from "../../image/raster.js";
import type { LocatedModel } from "../../models/store/located.js";
import { descendantsOf, isAlive, until } from "../workers/processes.fixture.js";
import { clipOf } from "./clip-proxy.js";
import type { HostLimits, ModelHost } from "./model-host.js";
import { openModelHost } from "./model-host.js";

const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/models/${name}`, import.meta.url));

const CLIP: LocatedModel = {
  name: "tiny",
  kind: "clip",
  folder: folderOf("clip-tiny-open"),
  weights: "open_clip_model.safetensors",
  fingerprint: "f",
};
const RASTER: Raster = { width: 30, height: 20, data: new Uint8Array(1800).map((_, at) => (at * 13) % 256) };

const open: ModelHost[] = [];

function host(model: LocatedModel = CLIP, limits: Partial<HostLimits> = {}): ModelHost {
  const made = openModelHost(model, { keepAliveMs: 60_000, maxRssBytes: 4 * 2 ** 30, ...limits });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.unload()));
  await until(() => descendantsOf(process.pid).length === 0);
});

const texts = (count: number): string[] => Array.from({ length: count }, (_, at) => `a door ${at}`);

describe("openModelHost", () => {
  it("answers as the model in this process does", async () => {
    const { openClip } = await import("../../models/clip/index.js");
    const here = await openClip(CLIP);
    const there = await clipOf(host());
    expect({ ...there, embedTexts: 0 }).toMatchObject({
      name: "tiny",
      fingerprint: "f",
      width: here.width,
      contextLength: here.contextLength,
      logitScale: here.logitScale,
    });
    expect(there.countTokens("a red door")).toBe(here.countTokens("a red door"));
    expect(await there.embedTexts(texts(3))).toEqual(await here.embedTexts(texts(3)));
    expect(await there.embedImages([RASTER])).toEqual(await here.embedImages([RASTER]));
    await here.close();
  });

  it("starts no process before the first call, keeps one, and ends it after idleness", async () => {
    const made = host(CLIP, { keepAliveMs: 300 });
    expect(descendantsOf(process.pid)).toEqual([]);
    await made.run({ kind: "clip-facts" });
    const [first] = descendantsOf(process.pid);
    await made.run({ kind: "embed-texts", texts: texts(2) });
    expect(descendantsOf(process.pid)).toEqual([first]);
    await until(() => !isAlive(first ?? 0));
    expect(await made.run({ kind: "clip-facts" })).toMatchObject({ name: "tiny" });
  });

  it("answers calls in their order, and drops one that is cancelled while it waits", async () => {
    const made = host();
    const done: string[] = [];
    const call = async (name: string, count: number, signal?: AbortSignal): Promise<void> => {
      await made
        .run({ kind: "embed-texts", texts: texts(count) }, { signal })
        .catch(() => done.push("stopped"));
      done.push(name);
    };
    const controller = new AbortController();
    const all = [call("a", 500), call("b", 400, controller.signal), call("c", 1)];
    controller.abort();
    await Promise.all(all);
    expect(done).toEqual(["stopped", "b", "a", "c"]);
  });

  it("tells how far a call is, until it is cancelled, and can be called again", async () => {
    const made = host();
    const controller = new AbortController();
    const told: string[] = [];
    const onProgress = (what: string, count: number): void => {
      told.push(what);
      if (count > 0) controller.abort();
    };
    const call = made.run(
      { kind: "embed-texts", texts: texts(20_000) },
      { signal: controller.signal, onProgress },
    );
    await expect(call).rejects.toMatchObject({ code: "cancelled", where: "tiny" });
    const after = told.length;
    expect(told[0]).toBe("reading the model");
    expect(await made.run({ kind: "embed-texts", texts: texts(1) })).toMatchObject({ rows: 1 });
    expect(told).toHaveLength(after);
  });

  it("ends what runs and what waits when it is unloaded", async () => {
    const made = host();
    const calls = [20_000, 2].map((count) =>
      made.run({ kind: "embed-texts", texts: texts(count) }).catch((error: unknown) => error),
    );
    await until(() => descendantsOf(process.pid).length === 1);
    await made.unload();
    for (const call of calls) expect(await call).toMatchObject({ code: "cancelled" });
    expect(descendantsOf(process.pid)).toEqual([]);
  });

  it("says so where the process ends under a call, and starts another", async () => {
    const made = host();
    await made.run({ kind: "clip-facts" });
    const call = made.run({ kind: "embed-texts", texts: texts(20_000) }).catch((error: unknown) => error);
    process.kill(descendantsOf(process.pid)[0] ?? 0, "SIGABRT");
    expect(await call).toMatchObject({ code: "model-failed", where: "tiny" });
    expect(await made.run({ kind: "clip-facts" })).toMatchObject({ name: "tiny" });
  });

  it("ends a process that takes more memory than it may", async () => {
    const made = host(CLIP, { maxRssBytes: 64 * 2 ** 20 });
    const call = made.run({ kind: "clip-facts" });
    await expect(call).rejects.toMatchObject({
      code: "model-failed",
      hint: expect.stringContaining("--low-memory"),
    });
  });

  it("hands over what is wrong with the model's files, and tries again", async () => {
    const made = host({ ...CLIP, weights: "none.safetensors" });
    for (const _ of [1, 2]) {
      await expect(made.run({ kind: "clip-facts" })).rejects.toMatchObject({ code: "model-missing" });
    }
  });

  it("leaves no process behind when this one is killed", async () => {
    const script = fileURLToPath(new URL("./host-owner.fixture.ts", import.meta.url));
    const owner = fork(script, [JSON.stringify(CLIP)], {
      execArgv: ["--import", createRequire(import.meta.url).resolve("tsx")],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await new Promise((resolve) => owner.once("message", resolve));
    const below = descendantsOf(owner.pid ?? 0);
    expect(below).toHaveLength(1);
    owner.kill("SIGKILL");
    await until(() => !below.some(isAlive));
  });
});
