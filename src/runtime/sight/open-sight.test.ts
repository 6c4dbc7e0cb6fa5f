import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { Detection } from "../../engines/embedded/sight.js";
import type { Raster } from "../../image/raster.js";
import { descendantsOf, isAlive, until } from "../workers/processes.fixture.js";
import type { OpenedSight, SightOptions } from "./open-sight.js";
import { openSight } from "./open-sight.js";

const HOST = {
  script: new URL("./fake-host.fixture.ts", import.meta.url),
  packages: { detect: [], read: [] },
};

const open: OpenedSight[] = [];

function sight(options: SightOptions = {}): OpenedSight {
  const made = openSight({ host: HOST, ...options });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()));
});

/** The fake's behavior is its width. */
function picture(width: number): Raster {
  return { width, height: 1, data: new Uint8Array(width * 3) };
}

const processOf = (seen: Detection | undefined): number => Number(seen?.objects[0]?.label);

describe("openSight", () => {
  it("starts no process before the first call, and one for all of them", async () => {
    const eyes = sight();
    expect(descendantsOf(process.pid)).toEqual([]);
    const seen = await Promise.all([1, 1, 1].map((width) => eyes.detect(picture(width))));
    expect(new Set(seen.map(processOf)).size).toBe(1);
    expect(seen.map((each) => each?.objects[0]?.score)).toEqual([0.01, 0.02, 0.03]);
    expect(descendantsOf(process.pid)).toEqual([processOf(seen[0])]);
  });

  it("answers undefined, without a process, where a package is not installed", async () => {
    const packages = { detect: ["node:path", "imprompt-has-no-such-package"], read: [] };
    const eyes = sight({ host: { ...HOST, packages } });
    expect(await eyes.detect(picture(1))).toBeUndefined();
    expect(descendantsOf(process.pid)).toEqual([]);
  });

  it("answers undefined where the process finds the package missing", async () => {
    expect(await sight().read(picture(1))).toBeUndefined();
  });

  it("says so where the process ends under a call, and starts another", async () => {
    const eyes = sight();
    const first = await eyes.detect(picture(1));
    await expect(eyes.detect(picture(2))).rejects.toMatchObject({ code: "engine-failed" });
    const second = await eyes.detect(picture(1));
    expect(processOf(second)).toBeGreaterThan(0);
    expect(processOf(second)).not.toBe(processOf(first));
  });

  it("tells what the detector throws as a failure of the engine", async () => {
    await expect(sight().detect(picture(3))).rejects.toMatchObject({
      code: "engine-failed",
      message: expect.stringContaining("no tensor"),
      hint: expect.stringContaining("--no-detector"),
    });
  });

  it("ends a process that takes more memory than it may", async () => {
    const eyes = sight({ maxRssBytes: 384 * 2 ** 20 });
    await expect(eyes.detect(picture(5))).rejects.toMatchObject({
      code: "engine-failed",
      message: expect.stringContaining("memory"),
    });
  });

  it("cancels at once what runs and what waits, and can be asked again", async () => {
    const eyes = sight();
    await eyes.detect(picture(1));
    const controller = new AbortController();
    const running = eyes.detect(picture(4), controller.signal);
    await new Promise(setImmediate); // it has been handed over
    const waiting = eyes.detect(picture(1), controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
    expect(processOf(await eyes.detect(picture(1)))).toBeGreaterThan(0);
  });

  it("ends the process after idleness", async () => {
    const eyes = sight({ keepAliveMs: 100 });
    const first = processOf(await eyes.detect(picture(1)));
    await until(() => !isAlive(first));
    expect(processOf(await eyes.detect(picture(1)))).not.toBe(first);
  });

  it("lets a process end that does not close it, and leaves none behind", async () => {
    const script = fileURLToPath(new URL("./sight-owner.fixture.ts", import.meta.url));
    const owner = fork(script, [], {
      execArgv: ["--import", createRequire(import.meta.url).resolve("tsx")],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let seen = 0;
    owner.once("message", (message) => {
      seen = Number(message);
    });
    const code = await new Promise((resolve) => owner.once("exit", resolve));
    expect(code).toBe(0);
    expect(seen).toBeGreaterThan(0);
    await until(() => !isAlive(seen));
  });
});
