import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { ModelStore } from "../../../src/models/store/index.js";
import { openModelStore } from "../../../src/models/store/index.js";
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

const children: ChildProcess[] = [];
let hub: Hub | undefined;
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await hub?.close();
  await removeTemporaryFolders();
});

const PULLER = fileURLToPath(new URL("puller.fixture.ts", import.meta.url));

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** A pull in another process that has come to the middle of the weights and gets no further. */
async function stuckPull(): Promise<{ child: ChildProcess; store: ModelStore; opened: Hub }> {
  const opened = await startHub(tinyFiles());
  hub = opened;
  opened.onLarge = (_request, response, content) =>
    void response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, 150_000));
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ["--import", "tsx", PULLER, folder, opened.url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let told = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    told += chunk.toString();
  });
  while (!/^150000$/mu.test(told) && child.exitCode === null) {
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
  const services = servicesFor({ home: opened.url }, undefined, {
    process: { id: process.pid, host: hostname(), isAlive },
  });
  return { child, store: openModelStore(folder, services), opened };
}

test("a pull that another process is at is refused; once that one is killed, its part is gone on from", async () => {
  const { child, store, opened } = await stuckPull();
  await expect(store.pull("tiny")).rejects.toMatchObject({
    message: `process ${child.pid} on ${hostname()} is changing this model`,
  });
  expect(await store.locate("tiny")).toBeUndefined();
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  expect(await store.locate("tiny")).toBeUndefined();
  opened.onLarge = (request, response, content) => send(request, response, content);
  const pulled = await store.pull("tiny");
  expect(pulled.bytesKept).toBe(150_000);
  expect(await weightsDigest(pulled.model)).toBe(sha256(WEIGHTS));
  expect(opened.asked.at(-1)?.range ?? opened.asked.find(({ range }) => range !== undefined)?.range).toBe(
    "bytes=150000-",
  );
});
