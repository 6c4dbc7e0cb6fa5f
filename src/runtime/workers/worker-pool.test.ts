import { afterEach, describe, expect, it } from "vitest";
import type { Stage } from "../../app/stage.js";
import { isAlive, until } from "./processes.fixture.js";
import type { PoolLimits, WorkerPool } from "./worker-pool.js";
import { createWorkerPool } from "./worker-pool.js";

const MISBEHAVING = new URL("./misbehaving-worker.fixture.ts", import.meta.url);
const open: WorkerPool[] = [];

function pool(limits: Partial<PoolLimits> = {}): WorkerPool {
  const made = createWorkerPool(MISBEHAVING, {
    processes: 1,
    maxRssBytes: 512 * 2 ** 20,
    limits: {},
    timeoutMs: 60_000,
    ...limits,
  });
  open.push(made);
  return made;
}

afterEach(async () => {
  delete process.env["LC_IMPROMPT_TEST"];
  await Promise.all(open.splice(0).map((made) => made.close()));
});

/** The process that answered, or the error. */
function ask(workers: WorkerPool, name: string, signal = new AbortController().signal): Promise<unknown> {
  const job = { kind: "read", picture: { name, bytes: new Uint8Array(1) } } as const;
  return workers.run(job, { signal }).catch((error: unknown) => error);
}

describe("createWorkerPool", () => {
  it("keeps a process for the next request", async () => {
    const workers = pool();
    const first = await ask(workers, "fine");
    expect(first).toEqual(expect.any(Number));
    expect(await ask(workers, "fine")).toBe(first);
  });

  it("starts as many processes as it may and no more", async () => {
    const workers = pool({ processes: 2 });
    const names = Array.from({ length: 12 }, () => "fine");
    const processes = new Set(await Promise.all(names.map((name) => ask(workers, name))));
    expect(processes.size).toBeGreaterThanOrEqual(1);
    expect(processes.size).toBeLessThanOrEqual(2);
    const busy = new AbortController();
    const stuck = ask(workers, "never-ends", busy.signal);
    expect(await ask(workers, "fine")).toEqual(expect.any(Number));
    busy.abort();
    await stuck;
  });

  it("ends a process whose memory grows while its thread is busy", async () => {
    const workers = pool({ processes: 2 });
    const hungry = ask(workers, "eats-memory");
    expect(await ask(workers, "fine")).toEqual(expect.any(Number));
    expect(await hungry).toMatchObject({ code: "input-too-large", where: "eats-memory" });
    expect(await ask(workers, "fine")).toEqual(expect.any(Number));
  });

  it.each(["crashes", "aborts"])("answers for a process that %s, and goes on", async (name) => {
    const workers = pool();
    const waiting = [ask(workers, name), ask(workers, "fine"), ask(workers, name), ask(workers, "fine")];
    const crash = { code: "input-corrupt", where: name };
    expect(await Promise.all(waiting)).toEqual([
      expect.objectContaining(crash),
      expect.any(Number),
      expect.objectContaining(crash),
      expect.any(Number),
    ]);
  });

  it("ends a loop when the time is over", async () => {
    const workers = pool({ timeoutMs: 300 });
    expect(await ask(workers, "never-ends")).toMatchObject({ code: "decode-timeout", where: "never-ends" });
    expect(await ask(workers, "fine")).toEqual(expect.any(Number));
  });

  it("ends a loop when its request is cancelled", async () => {
    const workers = pool();
    const controller = new AbortController();
    const first = await ask(workers, "fine");
    const stuck = ask(workers, "never-ends", controller.signal);
    controller.abort();
    expect(await stuck).toMatchObject({ code: "cancelled", where: "never-ends" });
    await until(() => !isAlive(Number(first)));
    expect(await ask(workers, "fine")).not.toBe(first);
  });

  it.each(["has-child", "has-child-and-crashes"])("leaves no process of one that %s", async (name) => {
    const workers = pool();
    const controller = new AbortController();
    const children: number[] = [];
    const onStage = (stage: Stage): void => {
      if (stage.stage === "fused") children.push(stage.terms);
      if (name === "has-child") controller.abort();
    };
    const job = { kind: "read", picture: { name, bytes: new Uint8Array(1) } } as const;
    const outcome = workers.run(job, { signal: controller.signal, onStage });
    await expect(outcome).rejects.toMatchObject({
      code: name === "has-child" ? "cancelled" : "input-corrupt",
    });
    expect(children).toEqual([expect.any(Number)]);
    await until(() => !children.some(isAlive));
  });

  it("replaces a process that stays large", async () => {
    const workers = pool({ maxRssBytes: 400 * 2 ** 20 });
    const large = await ask(workers, "keeps-memory");
    expect(large).toEqual(expect.any(Number));
    expect(await ask(workers, "fine")).not.toBe(large);
  });

  it("says so where no process starts, and tries again later", async () => {
    process.env["LC_IMPROMPT_TEST"] = "no-start";
    const workers = pool();
    expect(await Promise.all([ask(workers, "fine"), ask(workers, "also")])).toEqual([
      expect.objectContaining({ code: "internal", where: "fine" }),
      expect.objectContaining({ code: "internal", where: "also" }),
    ]);
    delete process.env["LC_IMPROMPT_TEST"];
    expect(await ask(workers, "fine")).toEqual(expect.any(Number));
  });
});
