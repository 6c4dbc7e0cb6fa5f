import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { describe as describeHere } from "../../app/describe.js";
import type { Describer } from "../../app/describer.js";
import type { Stage } from "../../app/stage.js";
import { ImpromptError } from "../../base/error.js";
import { nodeServices } from "../node.js";
import type { DescriberLimits } from "./pool.js";
import { createDescriber } from "./pool.js";
import { descendantsOf, isAlive, until } from "./processes.fixture.js";

const MIB = 2 ** 20;
const open: Describer[] = [];

function describer(limits: Partial<DescriberLimits> = {}): Describer {
  const made = createDescriber({
    processes: 1,
    maxRssBytes: 1024 * MIB,
    limits: {},
    timeoutMs: 60_000,
    ...limits,
  });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()));
});

const never = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });

function plain(colour: string, width = 320, height = 200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** A drawing that takes minutes, rendered in a process below the worker. */
function slowDrawing(): Buffer {
  const rects = '<rect width="700" height="700" filter="url(#f)"/>'.repeat(3000);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700"><filter id="f"><feTurbulence numOctaves="50"/></filter>${rects}</svg>`,
  );
}

describe("createDescriber", () => {
  it("answers what describe answers in this process", async () => {
    const bytes = await plain("#c04020");
    const options = { targets: ["flux", "midjourney"], subject: "a red door" };
    const here = await describeHere(bytes, options, nodeServices({}, "door.png"));
    expect(await describer().describe({ name: "door.png", bytes }, options, never())).toEqual(here);
  });

  it("reads what a file carries", async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .withExif({ IFD0: { ImageDescription: "a fox in the snow" } })
      .toBuffer();
    const reading = await describer().read({ name: "fox.png", bytes }, never());
    expect(reading).toMatchObject({ file: "fox.png", recovered: null });
    expect(reading.description.caption).toBe("a fox in the snow");
  });

  it("tells the stages of each request to that request alone, in order", async () => {
    const pool = describer({ processes: 2 });
    const names = ["a.png", "b.png", "c.png", "d.png"];
    const told = await Promise.all(
      names.map(async (name, index) => {
        const stages: Stage[] = [];
        const bytes = await plain("#305070", 300 + index, 200);
        await pool.describe({ name, bytes }, {}, { ...never(), onStage: (stage) => stages.push(stage) });
        return stages;
      }),
    );
    for (const [index, stages] of told.entries()) {
      expect(stages.map(({ stage }) => stage)).toEqual(["read", "decoded", "measured", "fused"]);
      expect(stages[0]).toMatchObject({ file: names[index] });
      expect(stages[1]).toEqual({
        stage: "decoded",
        image: { width: 300 + index, height: 200, format: "png" },
      });
    }
  });

  it("brings the re-encoded picture with its pixels when asked to", async () => {
    const bytes = await plain("#20a060", 1600, 900);
    const previews: string[] = [];
    const onStage = (stage: Stage): void => {
      if (stage.stage === "decoded") previews.push(stage.preview ?? "none");
    };
    await describer().describe({ name: "a.png", bytes }, { preview: true }, { ...never(), onStage });
    const [url = ""] = previews;
    expect(url).toMatch(/^data:image\/webp;base64,/);
    const preview = sharp(Buffer.from(url.split(",")[1] ?? "", "base64"));
    expect(await preview.metadata()).toMatchObject({ format: "webp", width: 768, height: 432 });
    const [red, green, blue] = (await preview.stats()).channels.map(({ mean }) => Math.round(mean / 16));
    expect([red, green, blue]).toEqual([2, 10, 6]);
  });

  it("hands errors over with all that they say", async () => {
    const whole = await plain("#123456", 400, 400);
    const failure = await describer()
      .describe({ name: "cut.png", bytes: whole.subarray(0, whole.length - 300) }, {}, never())
      .catch((error: unknown) => error);
    const here = await describeHere(
      whole.subarray(0, whole.length - 300),
      {},
      nodeServices({}, "cut.png"),
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImpromptError);
    expect(here).toBeInstanceOf(ImpromptError);
    const said = ({ code, message, where, hint }: ImpromptError) => ({ code, message, where, hint });
    expect(said(failure as ImpromptError)).toEqual(said(here as ImpromptError));
    expect(failure).toMatchObject({ code: "input-corrupt", where: "cut.png" });
  });

  it("holds to the limits that it was given", async () => {
    const bytes = await plain("#fff", 64, 64);
    const pool = describer({ limits: { maxPixels: 4000 } });
    await expect(pool.describe({ name: "a.png", bytes }, {}, never())).rejects.toMatchObject({
      code: "input-too-large",
    });
    const unknown = pool.describe({ name: "a.png", bytes }, { targets: ["no-such"] }, never());
    await expect(unknown).rejects.toMatchObject({ code: "input-too-large" });
  });

  it("fails a request whose listener throws, and goes on", async () => {
    const bytes = await plain("#fff");
    const pool = describer();
    const onStage = (): void => {
      throw new Error("no more");
    };
    await expect(pool.describe({ name: "a.png", bytes }, {}, { ...never(), onStage })).rejects.toMatchObject({
      code: "internal",
      where: "a.png",
    });
    expect((await pool.describe({ name: "b.png", bytes }, {}, never())).file).toBe("b.png");
  });
});

describe("a picture made to harm", () => {
  it("is refused by what its header claims", async () => {
    const bytes = await plain("#fff");
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    await expect(describer().describe({ name: "bomb.png", bytes }, {}, never())).rejects.toMatchObject({
      code: expect.stringMatching(/^input-(too-large|corrupt)$/),
    });
  });

  it("meets the memory ceiling while native code decodes it, and costs no other request", async () => {
    const side = 9000; // progressive: all coefficients of 81 megapixels are held at once
    const bytes = await sharp({ create: { width: side, height: side, channels: 3, background: "#777" } })
      .jpeg({ progressive: true, chromaSubsampling: "4:4:4" })
      .toBuffer();
    const pool = describer({ processes: 2, maxRssBytes: 320 * MIB });
    const bomb = pool.describe({ name: "bomb.jpg", bytes }, {}, never()).catch((error: unknown) => error);
    const fair = await plain("#406080");
    const others = await Promise.all(
      ["a.png", "b.png", "c.png"].map((name) => pool.describe({ name, bytes: fair }, {}, never())),
    );
    expect(others.map(({ file }) => file)).toEqual(["a.png", "b.png", "c.png"]);
    expect(await bomb).toMatchObject({
      code: "input-too-large",
      message: "this picture needs more memory than one request may have",
      where: "bomb.jpg",
    });
    expect((await pool.read({ name: "d.png", bytes: fair }, never())).file).toBe("d.png");
  });
});

describe("ending work", () => {
  it("kills the decoder below a worker with it", async () => {
    const pool = describer();
    await pool.read({ name: "first", bytes: await plain("#fff") }, never());
    const [worker] = descendantsOf(process.pid);
    const controller = new AbortController();
    const running = pool.describe({ name: "a.svg", bytes: slowDrawing() }, {}, { signal: controller.signal });
    const outcome = running.catch((error: unknown) => error);
    await until(() => descendantsOf(worker ?? 0).length > 0);
    const decoders = descendantsOf(worker ?? 0);
    controller.abort();
    expect(await outcome).toMatchObject({ code: "cancelled", where: "a.svg" });
    await until(() => ![worker ?? 0, ...decoders].some(isAlive));
    const after = await pool.describe({ name: "b.png", bytes: await plain("#0af") }, {}, never());
    expect(after.file).toBe("b.png");
  });

  it("drops a request that still waits", async () => {
    const pool = describer();
    const bytes = await plain("#fff");
    const controller = new AbortController();
    const first = pool.read({ name: "first", bytes }, never());
    const second = pool.read({ name: "second", bytes }, { signal: controller.signal });
    const third = pool.read({ name: "third", bytes }, never());
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled", where: "second" });
    expect((await Promise.all([first, third])).map(({ file }) => file)).toEqual(["first", "third"]);
    const gone = pool.read({ name: "late", bytes }, { signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ code: "cancelled" });
  });

  it("ends everything when it is closed", async () => {
    const before = new Set(descendantsOf(process.pid));
    const pool = describer({ processes: 2 });
    const slow = { name: "a.svg", bytes: slowDrawing() };
    const outcomes = [1, 2, 3].map(() => pool.describe(slow, {}, never()).catch((error: unknown) => error));
    await until(() => descendantsOf(process.pid).filter((pid) => !before.has(pid)).length === 4);
    await pool.close();
    for (const outcome of outcomes) expect(await outcome).toMatchObject({ code: "cancelled" });
    await until(() => descendantsOf(process.pid).every((pid) => before.has(pid)));
    await expect(pool.read(slow, never())).rejects.toMatchObject({ code: "cancelled" });
  });

  it("leaves no process behind when this one is killed", async () => {
    const server = startServer("busy");
    await until(() => descendantsOf(server.pid ?? 0).length === 2);
    const below = descendantsOf(server.pid ?? 0);
    server.kill("SIGKILL");
    await until(() => !below.some(isAlive));
  });

  it("does not keep a process that has nothing left to do", async () => {
    const server = startServer("brief");
    const said: unknown[] = [];
    server.on("message", (message) => said.push(message));
    const status = await new Promise((resolve) => server.once("exit", resolve));
    expect({ said, status }).toEqual({ said: ["asked", "svg"], status: 0 });
  });
});

function startServer(how: "busy" | "brief"): ChildProcess {
  const script = fileURLToPath(new URL("./server.fixture.ts", import.meta.url));
  const loader = createRequire(import.meta.url).resolve("tsx");
  return fork(script, [how], {
    execArgv: ["--import", loader],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
