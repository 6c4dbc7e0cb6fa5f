import { describe, expect, it } from "vitest";
import { OUT_OF_MEMORY, runInSandbox } from "./sandbox.js";

const limits = { name: "shot", timeoutMs: 20_000, signal: undefined };
const task = (code: string, maxOutput = 100) => ({
  code,
  args: ["one"],
  input: Buffer.from("abc"),
  maxOutput,
});

describe("runInSandbox", () => {
  it("passes arguments and input in, and the answer out", async () => {
    const echo = 'process.stdin.on("data", (d) => process.stdout.write(process.argv[1] + d))';
    expect(Buffer.from(await runInSandbox(task(echo), limits)).toString()).toBe("oneabc");
  });

  it("kills code that never ends", async () => {
    await expect(runInSandbox(task("for (;;) {}"), { ...limits, timeoutMs: 300 })).rejects.toMatchObject({
      code: "decode-timeout",
      where: "shot",
    });
  });

  it("kills code that answers without end", async () => {
    const flood = "setInterval(() => process.stdout.write(Buffer.alloc(1000)))";
    await expect(runInSandbox(task(flood), limits)).rejects.toThrow("more than the picture can hold");
  });

  it("tells running out of memory from other failures", async () => {
    await expect(runInSandbox(task(`process.exit(${OUT_OF_MEMORY})`), limits)).rejects.toMatchObject({
      code: "input-too-large",
    });
    await expect(runInSandbox(task("process.exit(3)"), limits)).rejects.toThrow("status 3");
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const running = runInSandbox(task("for (;;) {}"), { ...limits, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    await expect(runInSandbox(task("0"), { ...limits, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
