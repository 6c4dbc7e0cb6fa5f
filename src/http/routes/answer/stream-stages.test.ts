import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OnStage } from "../../../app/stage.js";
import { ImpromptError } from "../../../base/error.js";
import { streamStages } from "./stream-stages.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that the test ends, and what it was given. */
function pending(): {
  readonly work: (signal: AbortSignal, onStage: OnStage) => Promise<object>;
  readonly given: { signal?: AbortSignal; onStage?: OnStage };
  readonly done: (value: object) => void;
  readonly fail: (error: Error) => void;
} {
  const given: { signal?: AbortSignal; onStage?: OnStage } = {};
  let [done, fail]: [(value: object) => void, (error: Error) => void] = [() => {}, () => {}];
  const ended = new Promise<object>((resolve, reject) => {
    [done, fail] = [resolve, reject];
  });
  return {
    given,
    work: (signal, onStage) => {
      Object.assign(given, { signal, onStage });
      return ended;
    },
    done: (value) => done(value),
    fail: (error) => fail(error),
  };
}

const idle = (): AbortSignal => new AbortController().signal;

describe("streamStages", () => {
  it("opens and keeps the line alive every 15 seconds while nothing happens", async () => {
    const { work, done } = pending();
    const answer = streamStages("/a", idle(), work);
    vi.advanceTimersByTime(31_000);
    const { body, status } = await answer;
    expect(status).toBe(200);
    done({ file: "a" });
    const text = await new Response(body).text();
    expect(text).toBe(': still at work\n\n: still at work\n\nevent: done\ndata: {"file":"a"}\n\n');
    expect(vi.getTimerCount()).toBe(0);
  });

  it("throws what fails before anything was told", async () => {
    const { work, fail } = pending();
    const answer = streamStages("/a", idle(), work);
    fail(new ImpromptError("rate-limited", "too many"));
    await expect(answer).rejects.toMatchObject({ code: "rate-limited" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("tells what fails later as a problem, and withholds what a defect says", async () => {
    const { work, given, fail } = pending();
    const answer = streamStages("/a", idle(), work);
    given.onStage?.({ stage: "fused", terms: 1 });
    fail(new Error("secret words"));
    const text = await (await answer).text();
    expect(text).toMatch(
      /^event: stage\ndata: \{"stage":"fused","terms":1\}\n\nevent: problem\ndata: .*"code":"internal"/u,
    );
    expect(text).not.toContain("secret words");
  });

  it("ends the work when the reader goes away, and says no more", async () => {
    const { work, given, done } = pending();
    const answer = streamStages("/a", idle(), work);
    given.onStage?.({ stage: "fused", terms: 1 });
    await (await answer).body?.cancel();
    expect(given.signal?.aborted).toBe(true);
    done({ file: "a" });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  });

  it("ends the work with the client's own signal", () => {
    const client = new AbortController();
    const { work, given } = pending();
    void streamStages("/a", client.signal, work);
    client.abort();
    expect(given.signal?.aborted).toBe(true);
  });
});
