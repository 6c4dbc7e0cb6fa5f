import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../../../src/app/engine-choice.js";
import type { EngineInput, EngineOptions } from "../../../src/engines/types.js";
import { openEngines } from "../../../src/runtime/models/engines.js";
import { descendantsOf, isAlive, until } from "../../../src/runtime/workers/processes.fixture.js";
import type { TinyModels } from "./tiny-models.js";
import { tinyModels } from "./tiny-models.js";

let tiny: TinyModels;
let lists: string;
let picture: string;

/** So many phrases that to embed them takes seconds, with a tiny model too. */
const PHRASES = 10_000;

beforeAll(async () => {
  tiny = await tinyModels(["ViT-L-14/openai"]);
  lists = join(tiny.folder, "lists");
  mkdirSync(lists);
  const words = Array.from(
    { length: PHRASES },
    (_, at) => `${(at * 7919) % 99_991} soft ${at} lights of ${at % 97}`,
  );
  writeFileSync(join(lists, "flavors.txt"), words.join("\n"));
  for (const name of ["artists", "mediums", "movements", "negative"])
    writeFileSync(join(lists, `${name}.txt`), name);
  picture = join(tiny.folder, "grey.png");
  await sharp({ create: { width: 64, height: 64, channels: 3, background: "#808890" } })
    .png()
    .toFile(picture);
});
afterAll(() => tiny.remove());

const input = (): EngineInput => ({
  name: "grey",
  raster: { width: 40, height: 40, data: new Uint8Array(4800).map((_, at) => (at * 31) % 256) },
});
const options = (): EngineOptions => ({ mode: "fast", caption: "a door", lists });

function cacheFiles(folder: string): { readonly [name: string]: number } {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, statSync(join(folder, name)).size]));
}

const isPartlyWritten = (folder: string): boolean => {
  try {
    return Object.entries(cacheFiles(folder)).some(
      ([name, size]) => name.endsWith(".partial") && size > 50_000,
    );
  } catch {
    return false; // the folder is not there yet
  }
};

async function promptWith(engines: Engines): Promise<string | undefined> {
  const { signal } = new AbortController();
  const [answer] = await engines.look("clip", [input()], options(), { signal });
  return answer?.prompt;
}

describe("a question that is cancelled in the middle", () => {
  it("ends at once with its process, and is gone on from the next time with the same answer", async () => {
    const cache = join(tiny.folder, "cancelled");
    const engines = openEngines({ cache });
    const controller = new AbortController();
    const running = engines.look("clip", [input()], options(), { signal: controller.signal });
    const outcome = running.catch((error: unknown) => error);
    await until(() => isPartlyWritten(cache));
    controller.abort();
    expect(await outcome).toMatchObject({ code: "cancelled" });
    await engines.close();
    await until(() => descendantsOf(process.pid).length === 0);
    expect(Object.keys(cacheFiles(cache)).filter((name) => name.endsWith(".partial"))).toHaveLength(1);

    const later = openEngines({ cache });
    const fresh = openEngines({ cache: join(tiny.folder, "fresh") });
    expect(await promptWith(later)).toBe(await promptWith(fresh));
    await Promise.all([later.close(), fresh.close()]);
    const tables = (folder: string): readonly Buffer[] =>
      Object.keys(cacheFiles(folder)).map((name) => readFileSync(join(folder, name)));
    expect(tables(cache)).toEqual(tables(join(tiny.folder, "fresh")));
    expect(Object.keys(cacheFiles(cache)).some((name) => name.endsWith(".partial"))).toBe(false);
  });

  it.each(["SIGINT", "SIGKILL"] as const)(
    "leaves no process behind a command that is ended by %s",
    async (end) => {
      const cache = join(tiny.folder, end);
      const argv = ["--import", "tsx", "src/cli/main.ts", picture, "--mode", "fast", "--lists", lists];
      const command = spawn(process.execPath, argv, {
        env: { ...process.env, IMPROMPT_CACHE: cache },
        stdio: "ignore",
      });
      const exited = new Promise((resolve) => command.once("exit", resolve));
      await until(() => isPartlyWritten(join(cache, "phrases")));
      const below = descendantsOf(command.pid ?? 0);
      expect(below).toHaveLength(2); // the model, and the eyes that look for people and words
      command.kill(end);
      await exited;
      await until(() => !below.some(isAlive));
    },
  );
});
