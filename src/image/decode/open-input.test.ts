import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInput } from "./open-input.js";

const folder = mkdtempSync(join(tmpdir(), "imprompt-open-"));
const file = join(folder, "a b.png");

beforeAll(() => writeFileSync(file, "12345"));
afterAll(() => rmSync(folder, { recursive: true }));

async function* stream(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe("openInput", () => {
  it("reads a path, a file URL, bytes, a data URL and standard input", async () => {
    const path = await openInput(file);
    expect([path.name, text(path.bytes)]).toEqual([file, "12345"]);
    expect(text((await openInput(pathToFileURL(file))).bytes)).toBe("12345");
    expect(text((await openInput(pathToFileURL(file).href)).bytes)).toBe("12345");
    const bytes = await openInput(Buffer.from("ab"), { name: "clip" });
    expect([bytes.name, text(bytes.bytes)]).toEqual(["clip", "ab"]);
    expect(text((await openInput(new Uint8Array([104, 105]).buffer)).bytes)).toBe("hi");
    expect(text((await openInput("data:;base64,aGk=")).bytes)).toBe("hi");
    const piped = await openInput("-", { stdin: stream("one ", "two") });
    expect([piped.name, text(piped.bytes)]).toEqual(["standard input", "one two"]);
  });

  it("holds every kind of input to the size limit", async () => {
    const tooLarge = { code: "input-too-large" };
    await expect(openInput(file, { maxBytes: 4 })).rejects.toMatchObject({ ...tooLarge, where: file });
    expect((await openInput(file, { maxBytes: 5 })).bytes.length).toBe(5);
    await expect(openInput(Buffer.alloc(5), { maxBytes: 4 })).rejects.toMatchObject(tooLarge);
    await expect(openInput("data:,12345", { maxBytes: 4 })).rejects.toMatchObject(tooLarge);
    await expect(openInput(`data:,${"1".repeat(2000)}`, { maxBytes: 4 })).rejects.toMatchObject(tooLarge);
  });

  it("stops reading a stream that never ends", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read++;
        yield new Uint8Array(1000);
      }
    }
    await expect(openInput("-", { maxBytes: 10_000, stdin: endless() })).rejects.toMatchObject({
      code: "input-too-large",
      where: "standard input",
    });
    expect(read).toBe(11);
  });

  it("refuses what is empty", async () => {
    const empty = join(folder, "empty");
    writeFileSync(empty, "");
    await expect(openInput(empty)).rejects.toMatchObject({ code: "input-empty", where: empty });
    await expect(openInput("-", { stdin: stream() })).rejects.toMatchObject({ code: "input-empty" });
    await expect(openInput("data:,")).rejects.toMatchObject({ code: "input-empty" });
  });

  it("says in one sentence why a path cannot be read", async () => {
    mkdirSync(join(folder, "dir"));
    symlinkSync("loop", join(folder, "loop"));
    const cases = [
      [join(folder, "none.png"), "input-not-found", "no such file"],
      [join(file, "x"), "input-not-found", "no such file"],
      [join(folder, "x".repeat(300)), "input-not-found", "too long"],
      [join(folder, "dir"), "input-unreadable", "folder"],
      [join(folder, "loop"), "input-unreadable", "circle"],
      ["/dev/zero", "input-unreadable", "device"],
    ] as const;
    for (const [path, code, words] of cases) {
      const message = expect.stringContaining(words) as string;
      const hint = expect.stringMatching(/\.$/) as string;
      await expect(openInput(path)).rejects.toMatchObject({ code, message, hint, where: path });
    }
    await expect(openInput("a\0b")).rejects.toMatchObject({ code: "input-not-found", where: '"a\\u0000b"' });
    await expect(openInput("https://example.com/a.png")).rejects.toMatchObject({ code: "input-unsupported" });
    await expect(openInput("data:image/png;base64,*")).rejects.toMatchObject({ code: "input-corrupt" });
    await expect(openInput("-")).rejects.toMatchObject({ code: "input-unreadable" });
  });

  it("does not wait on a named pipe", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("/usr/bin/env", ["mkfifo", pipe]);
    await expect(openInput(pipe)).rejects.toMatchObject({
      code: "input-unreadable",
      message: "this is a pipe, not a file",
    });
  });

  it("says so when the file may not be read", async () => {
    const locked = join(folder, "locked");
    writeFileSync(locked, "x");
    chmodSync(locked, 0);
    const asRoot = process.getuid?.() === 0;
    if (asRoot) expect((await openInput(locked)).bytes.length).toBe(1);
    else await expect(openInput(locked)).rejects.toMatchObject({ code: "input-unreadable" });
  });

  it("stops when it is told to", async () => {
    await expect(openInput(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
    const controller = new AbortController();
    async function* aborting(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      controller.abort();
      yield new Uint8Array(1);
    }
    await expect(openInput("-", { stdin: aborting(), signal: controller.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
