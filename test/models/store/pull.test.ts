import { existsSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { seededRandom } from "../../../src/base/random.js";
import type { ModelStore } from "../../../src/models/store/index.js";
import { openModelStore } from "../../../src/models/store/index.js";
import type { StoreProgress, StoreServices } from "../../../src/models/store/services.js";
import type { Hub } from "./hub.fixture.js";
import { COMMIT, send, sha256, startHub } from "./hub.fixture.js";
import type { Waits } from "./models.fixture.js";
import {
  removeTemporaryFolders,
  safetensors,
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

interface Scene {
  readonly hub: Hub;
  readonly store: ModelStore;
  readonly waits: Waits;
  readonly again: (others?: Partial<StoreServices>) => ModelStore;
}

async function scene(others: Partial<StoreServices> = {}, token?: string): Promise<Scene> {
  const hub = await startHub(tinyFiles());
  hubs.push(hub);
  const folder = temporaryFolder();
  const waits: Waits = { milliseconds: [] };
  const settings = { home: hub.url, ...(token === undefined ? {} : { token }) };
  const again = (more: Partial<StoreServices> = {}): ModelStore =>
    openModelStore(folder, servicesFor(settings, waits, { ...others, ...more }));
  return { hub, store: again(), waits, again };
}

function largeGets(hub: Hub) {
  return hub.asked.filter(({ at, method }) => at === "cdn" && method === "GET");
}

test("a pulled model is real files with a record, found by any spelling of its name", async () => {
  const { hub, store } = await scene();
  expect(await store.locate("tiny")).toBeUndefined();
  const pulled = await store.pull("TINY 1, test");
  expect(pulled).toMatchObject({ already: false, bytesKept: 0, unchecked: [] });
  const model = await store.locate("tiny");
  expect(model).toEqual(pulled.model);
  expect(model).toMatchObject({ name: "Tiny-1/test", kind: "clip", weights: "model.safetensors" });
  expect(await weightsDigest(model)).toBe(sha256(WEIGHTS));
  expect((await lstat(join(model?.folder ?? "", "merges.txt"))).isFile()).toBe(true);
  const record = JSON.parse(await readFile(join(model?.folder ?? "", "imprompt-model.json"), "utf8"));
  expect(record).toMatchObject({ origin: { repository: "org/tiny", revision: COMMIT } });
  expect(record.files[0]).toMatchObject({ sha256: sha256(WEIGHTS), checkedWith: "sha256" });
  expect(record.files[1]).toMatchObject({ path: "config.json", checkedWith: "git-sha1" });
  expect((await store.list())[0]).toMatchObject({ state: "present", bytes: pulled.bytes });
  const before = hub.asked.length;
  expect((await store.pull("tiny")).already).toBe(true);
  expect(hub.asked.length).toBe(before);
});

test("the fingerprint is that of weights and tokenizer, and of nothing else", async () => {
  const one = await scene();
  const { model } = await one.store.pull("tiny");
  const other = await scene();
  other.hub.files.set("org/tiny/config.json", Buffer.from('{"model_type":"clip","more":1}'));
  expect((await other.store.pull("tiny")).model.fingerprint).toBe(model.fingerprint);
  const third = await scene();
  third.hub.files.set("org/tiny/merges.txt", Buffer.from("#version: 0.2\nb a\n"));
  expect((await third.store.pull("tiny")).model.fingerprint).not.toBe(model.fingerprint);
});

test("files are asked for at the commit that the revision stood for at first", async () => {
  const { hub, store } = await scene();
  await store.pull("tiny");
  const resolved = hub.asked.filter(({ at, path }) => at === "hub" && path.includes("/org/tiny/"));
  expect(resolved[0]?.path).toContain("/resolve/refs%2Fpr%2F7/");
  expect(resolved.slice(1).every(({ path }) => path.includes(COMMIT))).toBe(true);
});

test.each(Array.from({ length: 8 }, (_, seed) => seed))(
  "lines that are dropped anywhere cost no byte twice (seed %i)",
  async (seed) => {
    const { hub, store, waits } = await scene();
    const random = seededRandom(seed);
    const drops: number[] = [];
    hub.onLarge = (request, response, content) => {
      if (drops.length >= 9) return send(request, response, content);
      const dropAfter = 1 + Math.floor(random() * 40_000);
      drops.push(dropAfter);
      send(request, response, content, { dropAfter });
    };
    const { model } = await store.pull("tiny");
    expect(await weightsDigest(model)).toBe(sha256(WEIGHTS));
    const starts = largeGets(hub).map(({ range }) => Number(/\d+/u.exec(range ?? "0")?.[0]));
    expect(starts[0]).toBe(0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.at(-1)).toBeGreaterThan(0);
    expect(waits.milliseconds).toHaveLength(starts.length - 1);
  },
);

test("what is broken off is kept, and the next run goes on from it and hashes it again", async () => {
  const { hub, store, again } = await scene();
  hub.onLarge = (request, response, content) => send(request, response, content, { dropAfter: 100_000 });
  const controller = new AbortController();
  const onProgress = ({ done }: StoreProgress): void => {
    if (done > 99_999) controller.abort();
  };
  const work = { signal: controller.signal, onProgress };
  await expect(store.pull("tiny", work)).rejects.toMatchObject({ code: "cancelled" });
  expect(await store.locate("tiny")).toBeUndefined();
  expect((await store.list())[0]).toMatchObject({ state: "partial" });
  hub.onLarge = (request, response, content) => send(request, response, content);
  const before = largeGets(hub).length;
  const told: StoreProgress[] = [];
  const pulled = await again().pull("tiny", { onProgress: (progress) => told.push(progress) });
  const [next, ...rest] = largeGets(hub).slice(before);
  const from = Number(/\d+/u.exec(next?.range ?? "0")?.[0]);
  expect(from).toBeGreaterThanOrEqual(65_536);
  expect(rest).toEqual([]);
  expect(pulled.bytesKept).toBe(from);
  expect(told.some(({ what, done }) => what === "checking" && done === from)).toBe(true);
  expect(await weightsDigest(pulled.model)).toBe(sha256(WEIGHTS));
});

test("a line on which nothing comes any more counts as broken", async () => {
  const { hub, store } = await scene({ stallMs: 1000 });
  hub.onLarge = (_request, response, content) => {
    response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, 70_000));
    hub.onLarge = (...args) => send(...args);
  };
  expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
  expect(largeGets(hub)[1]?.range).toBe("bytes=70000-");
});

test("a server that knows no ranges sends all again", async () => {
  const { hub, store } = await scene();
  let first = true;
  hub.onLarge = (request, response, content) => {
    send(request, response, content, { ignoreRange: true, ...(first ? { dropAfter: 90_000 } : {}) });
    first = false;
  };
  expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
  expect(largeGets(hub)).toHaveLength(2);
});

test("a content that changed on the hub is begun anew, within a run and between runs", async () => {
  const { hub, store, again } = await scene();
  const newer = safetensors(60_000, 2);
  hub.onLarge = (request, response, content) => {
    send(request, response, content, { dropAfter: 80_000 });
    hub.files.set("org/tiny/model.safetensors", newer);
    hub.onLarge = (...args) => send(...args);
  };
  expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(newer));
  await store.remove("tiny");

  const controller = new AbortController();
  hub.onLarge = (request, response, content) => {
    send(request, response, content, { dropAfter: 80_000 });
    setTimeout(() => controller.abort(), 50);
  };
  const stopped = again({
    wait: () => new Promise((_, no) => controller.signal.addEventListener("abort", no)),
  });
  await expect(stopped.pull("tiny", { signal: controller.signal })).rejects.toMatchObject({
    code: "cancelled",
  });
  const newest = safetensors(60_000, 3);
  const before = largeGets(hub).length;
  hub.files.set("org/tiny/model.safetensors", newest);
  hub.onLarge = (...args) => send(...args);
  const pulled = await again().pull("tiny");
  expect(await weightsDigest(pulled.model)).toBe(sha256(newest));
  expect(
    largeGets(hub)
      .slice(before)
      .map(({ range }) => range),
  ).toEqual([undefined]);
});

test("divided weights bring their shards along", async () => {
  const { hub, store } = await scene({
    models: [
      {
        name: "wide",
        kind: "blip",
        aliases: [],
        about: "",
        suits: [],
        bytes: 1,
        licence: "none",
        sources: [
          {
            repository: "org/wide",
            revision: "main",
            layout: { kind: "blip", weights: "model.safetensors.index.json", needs: [] },
          },
        ],
      },
    ],
  });
  const shards = ["model-1.safetensors", "model-2.safetensors"];
  for (const [at, shard] of shards.entries()) hub.files.set(`org/wide/${shard}`, safetensors(100, at));
  const map = { weight_map: { a: shards[0], b: shards[1], c: shards[0] } };
  hub.files.set("org/wide/model.safetensors.index.json", Buffer.from(JSON.stringify(map)));
  const { model } = await store.pull("wide");
  expect(model.weights).toBe("model.safetensors.index.json");
  for (const [at, shard] of shards.entries()) {
    expect(await readFile(join(model.folder, shard))).toEqual(safetensors(100, at));
  }
  expect((await store.verify("wide")).faults).toEqual([]);
  hub.files.set(
    "org/wide/model.safetensors.index.json",
    Buffer.from('{"weight_map":{"a":"../x.safetensors"}}'),
  );
  await store.remove("wide");
  await expect(store.pull("wide")).rejects.toMatchObject({ code: "model-corrupt" });
});

test("a file that a model may have is taken where it is there", async () => {
  const { hub, store } = await scene();
  hub.files.set("org/talker/model.safetensors", safetensors(50));
  hub.files.set("org/talker/config.json", Buffer.from('{"model_type":"blip"}'));
  hub.files.set("org/talker/vocab.txt", Buffer.from("[PAD]\n"));
  const without = await store.pull("talker");
  expect(existsSync(join(without.model.folder, "tokenizer_config.json"))).toBe(false);
  await store.remove("talker");
  hub.files.set("org/talker/tokenizer_config.json", Buffer.from("{}"));
  const { model } = await store.pull("talker");
  expect(existsSync(join(model.folder, "tokenizer_config.json"))).toBe(true);
});
