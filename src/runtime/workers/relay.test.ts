import { describe, expect, it } from "vitest";
import type { Detection } from "../../engines/embedded/sight.js";
import type { Raster } from "../../image/raster.js";
import type { Question, Reply } from "./messages.js";
import { createRelay } from "./relay.js";
import type { ParentServices } from "./task.js";
import { openTask } from "./task.js";

const RASTER: Raster = { width: 2, height: 1, data: new Uint8Array(6) };
const NOTHING: Detection = { objects: [], faces: [], bodies: [] };
const JOB = { kind: "read", picture: { name: "door.png", bytes: new Uint8Array(1) } } as const;

/** A relay whose questions are answered by these parents. */
function relayTo(parents: ParentServices): ReturnType<typeof createRelay> & { readonly end: () => void } {
  const task = openTask(JOB, { signal: new AbortController().signal }, parents);
  const relay = createRelay((id: number, question: Question) =>
    task.consult(id, question, (reply: Reply) => relay.receive(reply)),
  );
  return { ...relay, end: () => task.succeed(undefined) };
}

describe("createRelay", () => {
  it("gives each of two questions at once its own answer", async () => {
    let settleFirst = (): void => {};
    const first = new Promise<void>((resolve) => {
      settleFirst = resolve;
    });
    const { sight } = relayTo({
      sight: {
        detect: () => first.then(() => NOTHING),
        read: () => Promise.resolve([]),
      },
    });
    const detected = sight.detect(RASTER);
    expect(await sight.read(RASTER)).toEqual([]);
    settleFirst();
    expect(await detected).toEqual(NOTHING);
  });

  it("hands over what the parent throws", async () => {
    const { sight } = relayTo({
      sight: { detect: () => Promise.reject(new TypeError("no")), read: () => Promise.resolve(undefined) },
    });
    await expect(sight.detect(RASTER)).rejects.toMatchObject({ code: "internal", where: "door.png" });
    expect(await sight.read(RASTER)).toBeUndefined();
  });

  it("stops what is asked when the job is settled", async () => {
    let stopped: AbortSignal | undefined;
    const { sight, end } = relayTo({
      sight: {
        detect: (_, signal) => {
          stopped = signal;
          return new Promise(() => {});
        },
        read: () => Promise.resolve(undefined),
      },
    });
    void sight.detect(RASTER);
    expect(stopped?.aborted).toBe(false);
    end();
    expect(stopped?.aborted).toBe(true);
  });
});
