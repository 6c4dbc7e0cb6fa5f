import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The tour's console blocks: `$ imprompt ...` and what it prints. */
function blocks(page: string): { command: string; printed: string }[] {
  return [...page.matchAll(/```console\n\$ (imprompt [\s\S]*?)\n([\s\S]*?)```/gu)].map(
    ([, command = "", printed = ""]) => ({
      command: command.trim(),
      printed,
    }),
  );
}

/** Standard output of a shell line in which `imprompt` is this checkout's. */
function run(command: string): Promise<string> {
  const script = `imprompt() { "${process.execPath}" --import tsx src/cli/main.ts "$@"; }; ${command}`;
  return new Promise((resolve, reject) => {
    execFile("bash", ["-c", script], { maxBuffer: 2 ** 24 }, (error, out, err) => {
      if (error === null) resolve(out);
      else reject(new Error(`${command}\n${err}`));
    });
  });
}

const tour = blocks(readFileSync("docs/tour.md", "utf8"));

describe("docs/tour.md", () => {
  it("has steps", () => expect(tour.length).toBeGreaterThanOrEqual(6));
  it.each(tour)("$command prints what the page says", async ({ command, printed }) => {
    expect((await run(command)).trimEnd()).toBe(printed.trimEnd());
  });
});
