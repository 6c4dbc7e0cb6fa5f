import { existsSync, writeFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { ModelStore } from "../../../src/models/store/index.js";
import { openModelStore } from "../../../src/models/store/index.js";
import { takeLock } from "../../../src/models/store/lock.js";
import type { StoreServices } from "../../../src/models/store/services.js";
import type { Hub } from "./hub.fixture.js";
import { send, sha256, startHub } from "./hub.fixture.js";
import {
  removeTemporaryFolders,
  servicesFor,
  temporaryFolder,
  tinyFiles,
  WEIGHTS,
  weightsDigest,
} from "./models.fixture.js";

let hubs: Hub[] = [];
afterEach(async () => {
  for (const hub of hubs) await hub.close();
  hubs = [];
  await removeTemporaryFolders();
});

async function scene(others: Partial<StoreServices> = {}): Promise<{ hub: Hub; store: ModelStore }> {
  const hub = await startHub(tinyFiles());
  hubs.push(hub);
  return { hub, store: openModelStore(temporaryFolder(), servicesFor({ home: hub.url }, undefined, others)) };
}

const LOCK = ".locks/Tiny-1--test.lock";

test("of two pulls at once one is refused with the number of the other, which goes on", async () => {
  const { hub, store } = await scene();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  hub.onLarge = (request, response, content) => void held.then(() => send(request, response, content));
  const first = store.pull("tiny");
  while (!existsSync(join(store.folder, LOCK))) await new Promise(setImmediate);
  const second = openModelStore(store.folder, servicesFor({ home: hub.url }));
  await expect(second.pull("tiny")).rejects.toMatchObject({
    code: "download-failed",
    message: `process ${process.pid} on here is changing this model`,
  });
  await expect(second.remove("tiny")).rejects.toMatchObject({ code: "model-missing" });
  release();
  expect(await weightsDigest((await first).model)).toBe(sha256(WEIGHTS));
  expect(existsSync(join(store.folder, LOCK))).toBe(false);
  expect((await second.pull("tiny")).already).toBe(true);
});

test.each([
  ["of a process that is gone", { process: 1, host: "here", id: "x" }, 0, true],
  ["of a process that lives", { process: process.pid, host: "here", id: "x" }, 0, false],
  ["of another machine", { process: 1, host: "there", id: "x" }, 0, false],
  ["that no one has touched for long", { process: process.pid, host: "there", id: "x" }, 600, true],
  ["that cannot be read and is new", "broken", 0, false],
  ["that cannot be read and is old", "broken", 600, true],
])("a lock %s", async (_, holder, age, isStale) => {
  const { store } = await scene();
  await mkdir(join(store.folder, ".locks"), { recursive: true });
  await writeFile(join(store.folder, LOCK), typeof holder === "string" ? holder : JSON.stringify(holder));
  const touched = Date.now() / 1000 - age;
  await utimes(join(store.folder, LOCK), touched, touched);
  const pulling = store.pull("tiny");
  if (isStale) expect((await pulling).already).toBe(false);
  else await expect(pulling).rejects.toMatchObject({ code: "download-failed" });
});

test("one stale lock gives the right to one alone", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "model.lock");
  await writeFile(path, JSON.stringify({ process: 1, host: "here", id: "old" }));
  const services = servicesFor({ home: "https://hub.invalid" });
  const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path, "x", services)));
  const locks = taken.filter((result) => result.status === "fulfilled").map(({ value }) => value);
  const held = await Promise.allSettled(locks.map((lock) => lock.assertHeld()));
  expect(held.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const lock of locks) await lock.release();
  expect(existsSync(path)).toBe(false);
});

test("a lock that changed hands while it was judged stays with the new holder", async () => {
  const path = join(temporaryFolder(), "model.lock");
  const holder = (id: string, process: number): string => JSON.stringify({ process, host: "here", id });
  await writeFile(path, holder("old", 1));
  const services = servicesFor({ home: "https://hub.invalid" }, undefined, {
    process: {
      id: 3,
      host: "here",
      isAlive: (id) => {
        if (id === 1) writeFileSync(path, holder("new", 2));
        return id === 2;
      },
    },
  });
  await expect(takeLock(path, "x", services)).rejects.toThrow("process 2 on here");
  expect(await readFile(path, "utf8")).toBe(holder("new", 2));
});

test("a pull whose lock was taken over does not put its files in place", async () => {
  const { hub, store } = await scene();
  hub.onLarge = (request, response, content) => {
    void writeFile(join(store.folder, LOCK), "another's").then(() => send(request, response, content));
  };
  await expect(store.pull("tiny")).rejects.toThrow("another process has taken this model over");
  expect(await store.locate("tiny")).toBeUndefined();
  expect(await readFile(join(store.folder, LOCK), "utf8")).toBe("another's");
});

test("a damaged model is no model, and only what is damaged comes again", async () => {
  const { hub, store } = await scene();
  const { model } = await store.pull("tiny");
  await rm(join(model.folder, "merges.txt"));
  await expect(store.locate("tiny")).rejects.toMatchObject({
    code: "model-corrupt",
    message: "its merges.txt is damaged or missing",
  });
  expect((await store.list())[0]?.state).toBe("damaged");
  const before = hub.asked.length;
  await store.pull("tiny");
  const asked = hub.asked.slice(before).filter(({ method }) => method === "GET");
  expect(asked.some(({ path }) => path.endsWith("merges.txt"))).toBe(true);
  expect(asked.some(({ at }) => at === "cdn")).toBe(false);
  expect(await store.locate("tiny")).toEqual(model);
});

test("a file that was cut, or is a link, is damage that a quick look finds", async () => {
  const { store } = await scene();
  const { model } = await store.pull("tiny");
  const weights = join(model.folder, model.weights);
  await truncate(weights, 100);
  await expect(store.locate("tiny")).rejects.toMatchObject({ code: "model-corrupt" });
  await store.pull("tiny");
  await rename(weights, `${model.folder}.elsewhere`);
  await symlink(`${model.folder}.elsewhere`, weights);
  await expect(store.locate("tiny")).rejects.toMatchObject({ code: "model-corrupt" });
});

test("verify finds a changed byte; from then on the model is damaged, until a pull mends it", async () => {
  const { hub, store } = await scene();
  const { model } = await store.pull("tiny");
  expect(await store.verify("tiny")).toMatchObject({ name: "Tiny-1/test", faults: [] });
  const changed = Buffer.from(WEIGHTS);
  changed[5000] = (changed[5000] ?? 0) ^ 1;
  await writeFile(join(model.folder, model.weights), changed);
  expect(await store.locate("tiny")).toBeDefined();
  expect((await store.verify("tiny")).faults).toEqual([{ path: "model.safetensors", fault: "digest" }]);
  await expect(store.locate("tiny")).rejects.toMatchObject({ code: "model-corrupt" });
  expect((await store.list())[0]?.state).toBe("damaged");
  const before = hub.asked.filter(({ at }) => at === "cdn").length;
  expect((await store.pull("tiny")).already).toBe(false);
  expect(hub.asked.filter(({ at }) => at === "cdn").length).toBe(before + 1);
  expect((await store.verify("tiny")).faults).toEqual([]);
});

test("verify takes back what it said of a file that has been mended by hand", async () => {
  const { store } = await scene();
  const { model } = await store.pull("tiny");
  const weights = join(model.folder, model.weights);
  await writeFile(weights, Buffer.alloc(WEIGHTS.length));
  await store.verify("tiny");
  await writeFile(weights, WEIGHTS);
  expect((await store.verify("tiny")).faults).toEqual([]);
  expect(await store.locate("tiny")).toEqual(model);
});

test("what is removed is gone, an unfinished pull too; what is not there is told", async () => {
  const { hub, store } = await scene({ wait: async () => Promise.reject(new Error("enough")) });
  const { model } = await store.pull("tiny");
  await store.remove("tiny");
  expect(existsSync(model.folder)).toBe(false);
  hub.onLarge = (request, response, content) => send(request, response, content, { dropAfter: 70_000 });
  await expect(store.pull("tiny")).rejects.toThrow("enough");
  expect((await store.list())[0]?.state).toBe("partial");
  await store.remove("tiny");
  expect((await store.list())[0]?.state).toBe("absent");
  await expect(store.remove("tiny")).rejects.toMatchObject({ code: "model-missing" });
  await expect(store.verify("tiny")).rejects.toMatchObject({ code: "model-missing" });
});

test("what a killed process had on its way out is cleared away with the next change", async () => {
  const { store } = await scene();
  await mkdir(join(store.folder, ".trash-old"), { recursive: true });
  await writeFile(join(store.folder, ".trash-old", "model.safetensors"), "large");
  await store.pull("tiny");
  expect(existsSync(join(store.folder, ".trash-old"))).toBe(false);
});

test("a record that cannot be read is damage, not a model", async () => {
  const { store } = await scene();
  const { model } = await store.pull("tiny");
  await writeFile(join(model.folder, "imprompt-model.json"), '{"version":2}');
  await expect(store.locate("tiny")).rejects.toMatchObject({ code: "model-corrupt" });
  expect((await store.list())[0]?.state).toBe("damaged");
  await store.pull("tiny");
  expect(await store.locate("tiny")).toEqual(model);
});

test("names that are none are refused, whatever they would lead to", async () => {
  const { store } = await scene();
  for (const name of ["nothing", "", "..", "../etc", "a/../../b", ".partial", "/"]) {
    for (const ask of [store.locate, store.pull, store.verify, store.remove]) {
      await expect(ask(name)).rejects.toMatchObject({
        code: expect.stringMatching(/model-unknown|invalid-option/u),
      });
    }
  }
});
