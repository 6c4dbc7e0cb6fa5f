import { link, lstat, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { ModelStore } from "../../../src/models/store/index.js";
import { openModelStore } from "../../../src/models/store/index.js";
import type { StoreServices } from "../../../src/models/store/services.js";
import { gitSha1, sha256, startHub } from "./hub.fixture.js";
import {
  removeTemporaryFolders,
  safetensors,
  servicesFor,
  TALKER,
  TINY,
  temporaryFolder,
  tinyFiles,
  WEIGHTS,
  weightsDigest,
} from "./models.fixture.js";

afterEach(removeTemporaryFolders);

function newStore(others: Partial<StoreServices> = {}): ModelStore {
  return openModelStore(
    join(temporaryFolder(), "models"),
    servicesFor({ home: "https://hub.invalid" }, undefined, others),
  );
}

const REVISION = "a".repeat(40);

/** As huggingface_hub lays a repository out: snapshots of links into a folder of files that are called by digest. */
async function cacheRepository(
  cache: string,
  repository: string,
  files: Record<string, Buffer>,
  revision: string = REVISION,
): Promise<string> {
  const root = join(cache, `models--${repository.replace("/", "--")}`);
  for (const [path, content] of Object.entries(files)) {
    const isLarge = path.endsWith(".safetensors");
    const blob = join(root, "blobs", isLarge ? sha256(content) : gitSha1(content));
    const place = join(root, "snapshots", revision, path);
    await mkdir(dirname(blob), { recursive: true });
    await mkdir(dirname(place), { recursive: true });
    await writeFile(blob, content);
    await symlink(`../../blobs/${blob.slice(blob.lastIndexOf("/") + 1)}`, place);
  }
  await mkdir(join(root, "refs"), { recursive: true });
  await writeFile(join(root, "refs", "main"), revision);
  return root;
}

function tiny(weights: Buffer = WEIGHTS): Record<string, Buffer> {
  return Object.fromEntries(
    Object.entries(tinyFiles(weights)).map(([key, content]) => [key.slice("org/tiny/".length), content]),
  );
}

async function plainFolder(files: Record<string, Buffer>, name = "somewhere"): Promise<string> {
  const folder = join(temporaryFolder(), name);
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return folder;
}

test("a cache's links become real files that share the room of the weights", async () => {
  const cache = temporaryFolder();
  const root = await cacheRepository(cache, "org/tiny", tiny());
  const store = newStore();
  const { imported, skipped } = await store.import(cache);
  expect(skipped).toEqual([]);
  expect(imported[0]).toMatchObject({ already: false, bytesShared: WEIGHTS.length, differs: false });
  const model = await store.locate("tiny");
  expect(model).toEqual(imported[0]?.model);
  const weights = join(model?.folder ?? "", "model.safetensors");
  expect((await lstat(weights)).isFile()).toBe(true);
  expect((await stat(weights)).ino).toBe((await stat(join(root, "blobs", sha256(WEIGHTS)))).ino);
  const record = JSON.parse(await readFile(join(model?.folder ?? "", "imprompt-model.json"), "utf8"));
  expect(record.origin).toEqual({ repository: "org/tiny", revision: REVISION });
  expect(record.files.map(({ checkedWith }: { checkedWith: string }) => checkedWith)).toEqual([
    "sha256",
    "git-sha1",
    "git-sha1",
    "git-sha1",
  ]);
  expect((await store.import(cache)).imported[0]?.already).toBe(true);
});

test("an imported model and a pulled one are one to every cache", async () => {
  const hub = await startHub(tinyFiles());
  try {
    const cache = temporaryFolder();
    await cacheRepository(cache, "org/tiny", tiny());
    const { imported } = await newStore().import(cache);
    const pulled = await openModelStore(temporaryFolder(), servicesFor({ home: hub.url })).pull("tiny");
    expect(imported[0]?.model.fingerprint).toBe(pulled.model.fingerprint);
  } finally {
    await hub.close();
  }
});

test("the home of a cache, one repository and one snapshot are taken alike", async () => {
  const home = temporaryFolder();
  const root = await cacheRepository(join(home, "hub"), "org/tiny", tiny());
  for (const folder of [home, join(home, "hub"), root, join(root, "snapshots", REVISION)]) {
    expect((await newStore().import(folder)).imported.map(({ model }) => model.name)).toEqual([
      "Tiny-1/test",
    ]);
  }
});

test("of several snapshots the one of the main branch is taken, if it is whole", async () => {
  const cache = temporaryFolder();
  const newer = safetensors(500, 9);
  await cacheRepository(cache, "org/tiny", tiny(), "b".repeat(40));
  await cacheRepository(cache, "org/tiny", tiny(newer), REVISION);
  const store = newStore();
  await store.import(cache);
  expect(await weightsDigest(await store.locate("tiny"))).toBe(sha256(newer));
  const { "merges.txt": _, ...partial } = tiny(newer);
  const other = temporaryFolder();
  await cacheRepository(other, "org/tiny", tiny(), "b".repeat(40));
  await cacheRepository(other, "org/tiny", partial, REVISION);
  const second = newStore();
  await second.import(other);
  expect(await weightsDigest(await second.locate("tiny"))).toBe(sha256(WEIGHTS));
});

test("what a cache has in part or damaged is not taken, and said", async () => {
  const cache = temporaryFolder();
  const { "model.safetensors": _, ...partial } = tiny();
  await cacheRepository(cache, "org/tiny", partial);
  await cacheRepository(cache, "org/unknown", tiny());
  const store = newStore();
  const { imported, skipped } = await store.import(cache);
  expect(imported).toEqual([]);
  expect(skipped).toEqual([{ where: join(cache, "models--org--tiny"), why: "it has no model.safetensors" }]);
  const damaged = temporaryFolder();
  const root = await cacheRepository(damaged, "org/tiny", tiny());
  await writeFile(join(root, "blobs", sha256(WEIGHTS)), safetensors(60_000, 5));
  await expect(store.import(damaged)).rejects.toMatchObject({ code: "model-corrupt" });
  expect(await store.locate("tiny")).toBeUndefined();
});

test("a plain folder is taken under the name that it has or is given", async () => {
  const store = newStore();
  const named = await plainFolder(tiny(), "tiny-1-test");
  expect((await store.import(named)).imported[0]?.model.name).toBe("Tiny-1/test");
  const nameless = await plainFolder(tiny());
  await expect(store.import(nameless)).rejects.toMatchObject({ code: "invalid-option" });
  expect((await store.import(nameless, { as: "mine/own" })).imported[0]?.model).toMatchObject({
    name: "mine/own",
    kind: "clip",
  });
  expect((await store.list()).at(-1)).toMatchObject({ name: "mine/own", state: "present" });
  expect((await store.locate("mine/own"))?.name).toBe("mine/own");
  await store.remove("mine/own");
  await expect(store.locate("mine/own")).rejects.toMatchObject({ code: "model-unknown" });
  await expect(store.import(nameless, { as: "../own" })).rejects.toMatchObject({ code: "invalid-option" });
});

test("any tokenizer that suffices is taken; open_clip's layout is recognised", async () => {
  const folder = await plainFolder({
    "open_clip_model.safetensors": WEIGHTS,
    "open_clip_config.json": Buffer.from("{}"),
    "tokenizer.json": Buffer.from("{}"),
    "config.json": Buffer.from('{"architecture":"vit"}'),
  });
  const store = newStore();
  const { imported } = await store.import(folder, { as: "tiny" });
  expect(imported[0]?.model).toMatchObject({ kind: "clip", weights: "open_clip_model.safetensors" });
  const record = JSON.parse(
    await readFile(join(imported[0]?.model.folder ?? "", "imprompt-model.json"), "utf8"),
  );
  expect(record.files.map(({ path }: { path: string }) => path)).toEqual([
    "open_clip_model.safetensors",
    "open_clip_config.json",
    "tokenizer.json",
  ]);
});

test("a model of one kind is not taken for one of another", async () => {
  const folder = await plainFolder({
    "model.safetensors": WEIGHTS,
    "config.json": Buffer.from('{"model_type":"blip"}'),
    "vocab.txt": Buffer.from("[PAD]\n"),
  });
  const { skipped } = await newStore().import(folder, { as: "tiny" });
  expect(skipped[0]?.why).toBe("this is a blip model, and Tiny-1/test is a clip one");
  expect((await newStore().import(folder, { as: TALKER.name })).imported[0]?.model.kind).toBe("blip");
});

test("weights that are others than the published ones are taken and said", async () => {
  const sources = TINY.sources.map((source) => ({ ...source, sha256: "0".repeat(64) }));
  const store = newStore({ models: [{ ...TINY, sources }] });
  const folder = await plainFolder(tiny(), "tiny");
  expect((await store.import(folder)).imported[0]).toMatchObject({ differs: true });
});

test("what is no weights file is not taken, whatever it is called", async () => {
  const folder = await plainFolder({ ...tiny(), "model.safetensors": Buffer.alloc(500) }, "tiny");
  const store = newStore();
  await expect(store.import(folder)).rejects.toMatchObject({ code: "model-corrupt" });
  expect(await store.locate("tiny")).toBeUndefined();
});

test("small files are the store's own: changing them at their old place changes nothing here", async () => {
  const folder = await plainFolder(tiny(), "tiny");
  await link(join(folder, "merges.txt"), join(folder, "another-name"));
  const store = newStore();
  const { model } = (await store.import(folder)).imported[0] ?? {};
  await writeFile(join(folder, "merges.txt"), "changed");
  expect((await store.verify(model?.name ?? "")).faults).toEqual([]);
});

test("a folder that is not there, or has no model, is told", async () => {
  const store = newStore();
  await expect(store.import("/nowhere/at/all")).rejects.toMatchObject({ code: "input-not-found" });
  await expect(store.import(temporaryFolder())).rejects.toMatchObject({ code: "input-not-found" });
});

test("stopping an import leaves nothing", async () => {
  const folder = await plainFolder(tiny(), "tiny");
  const store = newStore();
  const signal = AbortSignal.abort();
  await expect(store.import(folder, { signal })).rejects.toMatchObject({ code: "cancelled" });
  expect((await store.list())[0]?.state).toBe("absent");
});
