import { setMaxListeners } from "node:events";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LIMITS } from "../../../test/support/http.js";
import { createGate } from "./gate.js";

const never = new AbortController().signal;
setMaxListeners(0, never);
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
function held(): {
  readonly work: () => Promise<string>;
  readonly end: () => void;
  readonly began: () => boolean;
} {
  let end = (): void => {};
  let began = false;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve("done");
  });
  return {
    work: () => {
      began = true;
      return ended;
    },
    end: () => end(),
    began: () => began,
  };
}

describe("the gate", () => {
  it("never lets more through than it may, loses none, and takes clients in turns", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 30 }),
        async (concurrency, clients) => {
          const gate = createGate({ ...LIMITS, concurrency, queue: 100, perClient: 100 });
          const order: { client: string; number: number }[] = [];
          let most = 0;
          const outcomes = clients.map((client, number) =>
            gate.run(client, never, async () => {
              order.push({ client, number });
              most = Math.max(most, gate.running());
              await tick();
              return number;
            }),
          );
          expect(await Promise.all(outcomes)).toEqual(clients.map((_, number) => number));
          await tick();
          expect(most).toBeLessThanOrEqual(concurrency);
          expect([gate.running(), gate.waiting()]).toEqual([0, 0]);
          for (const client of ["a", "b", "c"]) {
            const own = order.filter((entry) => entry.client === client).map(({ number }) => number);
            expect(own).toEqual([...own].sort((a, b) => a - b));
          }
          // While several clients wait, none is served twice before each of the others was served once.
          const waited = order.slice(concurrency).map(({ client }) => client);
          const left = new Map<string, number>();
          for (const client of waited) left.set(client, (left.get(client) ?? 0) + 1);
          for (let at = 0; at + 1 < waited.length; at += 1) {
            const [now, next] = [waited[at] as string, waited[at + 1]];
            left.set(now, (left.get(now) ?? 0) - 1);
            const others = [...left].filter(([client, count]) => client !== now && count > 0);
            if (others.length > 0) expect(next).not.toBe(now);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("lets a newcomer past a crowd", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1, queue: 10, perClient: 10 });
    const first = held();
    const order: string[] = [];
    const all = [gate.run("crowd", never, first.work)];
    for (let at = 0; at < 5; at += 1) {
      all.push(gate.run("crowd", never, () => Promise.resolve(String(order.push("crowd")))));
    }
    all.push(gate.run("newcomer", never, () => Promise.resolve(String(order.push("newcomer")))));
    first.end();
    await Promise.all(all);
    expect(order.indexOf("newcomer")).toBe(1);
  });

  it("refuses what one client has too many of, and what is too much for all", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1, queue: 2, perClient: 2 });
    const works = [held(), held(), held()];
    const runs = [
      gate.run("a", never, works[0]!.work),
      gate.run("a", never, works[1]!.work),
      gate.run("b", never, works[2]!.work),
    ];
    await expect(gate.run("a", never, held().work)).rejects.toMatchObject({ code: "rate-limited" });
    await expect(gate.run("c", never, held().work)).rejects.toMatchObject({ code: "overloaded" });
    for (const { end } of works) end();
    expect(await Promise.all(runs)).toEqual(["done", "done", "done"]);
    expect(await gate.run("a", never, () => Promise.resolve("again"))).toBe("again");
  });

  it("hands on what the work throws, and goes on", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1 });
    const thrown = gate.run("a", never, () => {
      throw new RangeError("at once");
    });
    await expect(thrown).rejects.toThrow("at once");
    await expect(gate.run("a", never, () => Promise.reject(new Error("later")))).rejects.toThrow("later");
    expect(await gate.run("a", never, () => Promise.resolve(1))).toBe(1);
  });

  it("drops who goes away: before, while waiting, while running", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1 });
    await expect(gate.run("a", AbortSignal.abort(), held().work)).rejects.toMatchObject({
      code: "cancelled",
    });
    const running = held();
    const waits = held();
    const [leaves, leavesToo] = [new AbortController(), new AbortController()];
    let seen: AbortSignal | undefined;
    const first = gate.run("a", leaves.signal, (signal) => {
      seen = signal;
      return running.work();
    });
    const second = gate.run("b", leavesToo.signal, waits.work);
    leavesToo.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    expect(gate.waiting()).toBe(0);
    leaves.abort();
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    expect(seen?.aborted).toBe(true);
    expect(gate.running()).toBe(1);
    running.end();
    await tick();
    expect([gate.running(), waits.began()]).toEqual([0, false]);
  });

  it("closes: refuses what waits and what comes, and waits for what runs", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1 });
    const running = held();
    const first = gate.run("a", never, running.work);
    const second = gate.run("a", never, held().work);
    let closed = false;
    const closing = gate.close().then(() => {
      closed = true;
    });
    await expect(second).rejects.toMatchObject({ code: "overloaded" });
    await expect(gate.run("b", never, held().work)).rejects.toMatchObject({ code: "overloaded" });
    await tick();
    expect(closed).toBe(false);
    running.end();
    await closing;
    expect(await first).toBe("done");
  });
});

describe("the gate's patience", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("counts the waiting, and tells waiting in vain from working too long", async () => {
    const gate = createGate({ ...LIMITS, concurrency: 1, timeoutMs: 1000 });
    let seen: AbortSignal | undefined;
    const stuck = held();
    const first = gate.run("a", never, (signal) => {
      seen = signal;
      return stuck.work();
    });
    const waits = held();
    const second = gate.run("b", never, waits.work);
    const checks = Promise.all([
      expect(first).rejects.toMatchObject({ code: "decode-timeout" }),
      expect(second).rejects.toMatchObject({ code: "overloaded" }),
    ]);
    await vi.advanceTimersByTimeAsync(999);
    expect([seen?.aborted, gate.waiting()]).toEqual([false, 1]);
    await vi.advanceTimersByTimeAsync(1);
    await checks;
    expect([seen?.aborted, gate.waiting(), waits.began()]).toEqual([true, 0, false]);
    stuck.end();
    await tick();
    expect(gate.running()).toBe(0);
  });
});
