import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { ModelStore } from "../../../src/models/store/index.js";
import { openModelStore } from "../../../src/models/store/index.js";
import type { StoreServices } from "../../../src/models/store/services.js";
import type { Hub } from "./hub.fixture.js";
import { COMMIT, gitSha1, send, sha256, startHub, startPlain } from "./hub.fixture.js";
import type { Waits } from "./models.fixture.js";
import {
  removeTemporaryFolders,
  safetensors,
  servicesFor,
  TINY,
  temporaryFolder,
  tinyFiles,
  WEIGHTS,
  weightsDigest,
} from "./models.fixture.js";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await removeTemporaryFolders();
});

const TOKEN = "hf_secret0123456789";

interface Scene {
  readonly hub: Hub;
  readonly store: ModelStore;
  readonly waits: Waits;
}

async function scene(others: Partial<StoreServices> = {}, token?: string): Promise<Scene> {
  const hub = await startHub(tinyFiles());
  closing.push(hub.close);
  const waits: Waits = { milliseconds: [] };
  const settings = { home: hub.url, ...(token === undefined ? {} : { token }) };
  return { hub, waits, store: openModelStore(temporaryFolder(), servicesFor(settings, waits, others)) };
}

/** What a pull fails with; afterwards nothing counts as a model. */
async function failureOf(store: ModelStore): Promise<{ code: string; sentence: string }> {
  const error = await store.pull("tiny").then(
    () => ({ code: "none", sentence: "it was pulled" }),
    (failure: { code: string; sentence: string }) => failure,
  );
  expect(await store.locate("tiny")).toBeUndefined();
  expect((await store.list())[0]?.state).not.toBe("present");
  const visible = await readdir(store.folder).catch(() => []);
  expect(visible.filter((name) => !name.startsWith("."))).toEqual([]);
  return error;
}

function answerWith(status: number, headers: Record<string, string> = {}) {
  return (_: IncomingMessage, response: ServerResponse): boolean => {
    response.writeHead(status, headers).end();
    return true;
  };
}

test("bytes that are wrong once are asked for again, from the first", async () => {
  const { hub, store } = await scene();
  const wrong = Buffer.from(WEIGHTS);
  wrong[100_000] = (wrong[100_000] ?? 0) ^ 1;
  let first = true;
  hub.onLarge = (request, response, content) => {
    send(request, response, content, first ? { instead: wrong } : {});
    first = false;
  };
  expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
});

test("bytes that stay wrong are refused, and nothing is left to go on from", async () => {
  const { hub, store } = await scene();
  const wrong = Buffer.from(WEIGHTS);
  wrong[100_000] = (wrong[100_000] ?? 0) ^ 1;
  hub.onLarge = (request, response, content) => send(request, response, content, { instead: wrong });
  const { code, sentence } = await failureOf(store);
  expect(code).toBe("download-failed");
  expect(sentence).toContain("its digest differs");
  hub.onLarge = (...args) => send(...args);
  expect((await store.pull("tiny")).bytesKept).toBe(0);
});

test("a small file is compared with Git's name of it", async () => {
  const { hub, store } = await scene();
  hub.before = (request, response) => {
    if (request.method !== "GET" || request.url?.endsWith("config.json") !== true) return false;
    const content = hub.files.get("org/tiny/config.json") ?? Buffer.alloc(0);
    send(request, response, content, { instead: Buffer.from('{"model_type":"clap"}') });
    return true;
  };
  expect((await failureOf(store)).sentence).toContain("its digest differs");
});

test("a part that was cut, or is of something else, does no harm", async () => {
  for (const harm of [(part: Buffer) => part.subarray(0, 5000), () => Buffer.alloc(70_000, 7)]) {
    const { hub, store } = await scene({ wait: async () => Promise.reject(new Error("enough")) });
    hub.onLarge = (request, response, content) => send(request, response, content, { dropAfter: 100_000 });
    await expect(store.pull("tiny")).rejects.toThrow("enough");
    const part = join(store.folder, ".partial/Tiny-1--test/parts/model.safetensors.part");
    await writeFile(part, harm(WEIGHTS.subarray(0, 100_000)));
    hub.onLarge = (...args) => send(...args);
    expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
  }
});

test.each([
  ["fewer bytes than it said", 40_000],
  ["more bytes than it said", -40_000],
])("a server that sends %s is given up", async (_, surplus) => {
  const files = new Map(Object.entries(tinyFiles()));
  const plain = await startPlain(files, (request, response, content) => {
    if (content === undefined) response.writeHead(404).end();
    else if (request.method === "HEAD") {
      const claim = content === WEIGHTS ? content.length + surplus : content.length;
      send(request, response, content, { claim, headers: { etag: '"one"' } });
    } else send(request, response, content, { headers: { etag: '"one"' } });
  });
  closing.push(plain.close);
  const store = openModelStore(temporaryFolder(), servicesFor({ home: plain.url }));
  const { code, sentence } = await failureOf(store);
  expect(code).toBe("download-failed");
  expect(sentence).toMatch(/does not have as many bytes|sends more bytes|line to|another file each time/u);
});

test("a Content-Length beyond what comes is a broken line, however often", async () => {
  const { hub, store, waits } = await scene();
  hub.onLarge = (request, response, content) => {
    const claim = content.length + 1000;
    send(request, response, content, waits.milliseconds.length < 3 ? { claim, dropAfter: 10_000 } : {});
  };
  expect(await weightsDigest((await store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
});

test("waits as long as Retry-After asks, in seconds or until a date", async () => {
  const { hub, store, waits } = await scene({ now: () => Date.UTC(2026, 0, 1) });
  const asks = ["7", "Thu, 01 Jan 2026 00:00:41 GMT"];
  hub.onLarge = (request, response, content) => {
    const value = asks.shift();
    if (value === undefined) send(request, response, content);
    else response.writeHead(429, { "retry-after": value }).end();
  };
  await store.pull("tiny");
  expect(waits.milliseconds).toEqual([7000, 41_000]);
});

test("a wait of an hour is told instead of waited for", async () => {
  const { hub, store, waits } = await scene();
  hub.onLarge = (_request, response) => response.writeHead(429, { "retry-after": "3600" }).end();
  expect((await failureOf(store)).sentence).toContain("asks to wait 60 minutes");
  expect(waits.milliseconds).toEqual([]);
});

test("a busy server is asked again with growing pauses, and in the end given up", async () => {
  const { hub, store, waits } = await scene();
  hub.onLarge = (_request, response) => response.writeHead(503).end();
  expect((await failureOf(store)).sentence).toContain("is busy (HTTP 503)");
  expect(waits.milliseconds).toHaveLength(7);
  for (const [at, wait] of waits.milliseconds.entries()) {
    expect(wait).toBeGreaterThanOrEqual(Math.min(30_000, 500 * 2 ** at));
    expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** at) * 1.5);
  }
});

test("where no source has the model, the sentence says who was asked", async () => {
  const { hub, store } = await scene();
  hub.files.clear();
  const { code, sentence } = await failureOf(store);
  expect(code).toBe("download-failed");
  expect(sentence).toContain(`${new URL(hub.url).host} does not have this file (HTTP 404)`);
});

test.each([401, 403])("a gate is told with the way through it (HTTP %i)", async (status) => {
  const open = await scene();
  open.hub.before = answerWith(status);
  expect((await failureOf(open.store)).sentence).toContain("put an access token into HF_TOKEN");
  const known = await scene({}, TOKEN);
  known.hub.before = answerWith(status);
  const { sentence } = await failureOf(known.store);
  expect(sentence).toContain("Does the account of HF_TOKEN have access");
  expect(sentence).not.toContain(TOKEN);
  expect(known.hub.asked.every(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
});

test("the token goes to the hub and not to where it sends on, nor to a mirror", async () => {
  const { hub, store } = await scene({}, TOKEN);
  await store.pull("tiny");
  const sent = (at: string) =>
    hub.asked.filter((asked) => asked.at === at).map((asked) => asked.authorization);
  expect(new Set(sent("hub"))).toEqual(new Set([`Bearer ${TOKEN}`]));
  expect(new Set(sent("cdn"))).toEqual(new Set([undefined]));
  const settings = { home: "https://hub.invalid", endpoint: hub.url, token: TOKEN };
  hub.asked.length = 0;
  await openModelStore(temporaryFolder(), servicesFor(settings)).pull("tiny");
  expect(hub.asked.length).toBeGreaterThan(0);
  expect(hub.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test("redirects are followed where they lead on, and not in circles or out of https", async () => {
  const moved = await scene();
  moved.hub.before = (request, response) => {
    if (request.url?.startsWith("/moved/") === true) {
      request.url = request.url.slice("/moved".length);
      return false;
    }
    response.writeHead(307, { location: `/moved${request.url}`, "x-repo-commit": COMMIT }).end();
    return true;
  };
  expect(await weightsDigest((await moved.store.pull("tiny")).model)).toBe(sha256(WEIGHTS));
  const circle = await scene();
  circle.hub.before = (request, response) =>
    answerWith(302, { location: request.url ?? "" })(request, response);
  expect((await failureOf(circle.store)).sentence).toContain("from address to address without end");
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(url instanceof URL ? url.href : "");
    return new Response(null, { status: 302, headers: { location: "http://plain.invalid/x" } });
  };
  const store = openModelStore(
    temporaryFolder(),
    servicesFor({ home: "https://hub.invalid" }, undefined, { fetch }),
  );
  expect((await failureOf(store)).sentence).toContain("not safe to follow");
  expect(asked.every((url) => url.startsWith("https:"))).toBe(true);
});

test("the commit counts where only the first of several answers names it", async () => {
  const { hub, store } = await scene();
  hub.before = (request, response) => {
    const path = request.url ?? "";
    if (!/\.(?:json|txt)$/u.test(path)) return false;
    if (!path.startsWith("/cached/")) {
      response.writeHead(307, { location: `/cached${path}`, "x-repo-commit": COMMIT }).end();
      return true;
    }
    const content = hub.files.get(`org/tiny/${path.slice(path.lastIndexOf("/") + 1)}`) ?? Buffer.alloc(0);
    send(request, response, content, { headers: { etag: `"${gitSha1(content)}"` } });
    return true;
  };
  expect((await store.pull("tiny")).unchecked).toEqual([]);
});

test("where nothing is connected, the sentence says so soon", async () => {
  const { hub, waits } = await scene();
  await hub.close();
  const store = openModelStore(temporaryFolder(), servicesFor({ home: hub.url }, waits));
  expect((await failureOf(store)).sentence).toContain("cannot be reached (it refuses connections)");
  expect(waits.milliseconds).toHaveLength(2);
  const fetch: typeof globalThis.fetch = () =>
    Promise.reject(
      new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "CERT_HAS_EXPIRED" }) }),
    );
  const guarded = openModelStore(temporaryFolder(), servicesFor({ home: hub.url }, waits, { fetch }));
  expect((await failureOf(guarded)).sentence).toContain("is not trusted");
});

test("a page that is served for everything is no model, and is not kept", async () => {
  const page = Buffer.from("<html>Welcome to the network of this hotel</html>");
  const plain = await startPlain(new Map(), (request, response) => send(request, response, page));
  closing.push(plain.close);
  const store = openModelStore(temporaryFolder(), servicesFor({ home: plain.url }));
  expect((await failureOf(store)).sentence).toContain("sent is no model");
  expect(existsSync(join(store.folder, ".partial/Tiny-1--test"))).toBe(false);
});

test("a mirror without digests: what could not be compared is said, a pinned digest is looked for", async () => {
  const files = new Map(Object.entries(tinyFiles()));
  const plain = await startPlain(files);
  closing.push(plain.close);
  const settings = { home: "https://hub.invalid", endpoint: plain.url };
  const store = openModelStore(temporaryFolder(), servicesFor(settings));
  const pulled = await store.pull("tiny");
  expect(pulled.unchecked).toEqual(["model.safetensors", "config.json", "vocab.json", "merges.txt"]);
  const pinned = (sha: string): ModelStore =>
    openModelStore(
      temporaryFolder(),
      servicesFor(settings, undefined, {
        models: [{ ...TINY, sources: TINY.sources.map((source) => ({ ...source, sha256: sha })) }],
      }),
    );
  expect((await pinned(sha256(WEIGHTS)).pull("tiny")).unchecked).not.toContain("model.safetensors");
  expect((await failureOf(pinned(sha256(safetensors(3))))).sentence).toContain("its digest differs");
});

test("a hub that offers other weights than the published ones is refused before a byte comes", async () => {
  const sources = TINY.sources.map((source) => ({ ...source, sha256: "0".repeat(64) }));
  const { hub, store } = await scene({ models: [{ ...TINY, sources }] });
  expect((await failureOf(store)).sentence).toContain("other weights than the ones that are published");
  expect(hub.asked.some(({ at }) => at === "cdn")).toBe(false);
});

test("a disk that is too small is told before a byte comes, with what is needed and what is there", async () => {
  const { hub, store } = await scene({ freeBytes: async () => 67_300_000 });
  const { code, sentence } = await failureOf(store);
  expect(code).toBe("disk-full");
  expect(sentence).toContain("1 MB are still to come and 68 MB are free");
  expect(hub.asked.every(({ method }) => method === "HEAD")).toBe(true);
});

test("a folder that cannot be written in is told as such", async () => {
  const { store } = await scene();
  await mkdir(dirname(store.folder), { recursive: true });
  await writeFile(join(store.folder, ".locks"), "a file where a folder has to be");
  await expect(store.pull("tiny")).rejects.toMatchObject({ code: "output-failed" });
});
