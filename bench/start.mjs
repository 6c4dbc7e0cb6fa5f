import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { compareMs, medianMs } from "./measure.mjs";
import { scene } from "./pictures.mjs";

const start = (...args) => promisify(execFile)(process.execPath, args);

export async function startBench() {
  const [bareMs, helpMs] = await compareMs(
    () => start("-e", "0"),
    () => start("dist/cli/main.js", "--help"),
    { runs: 21 },
  );
  return {
    name: "imprompt --help over bare node -e 0",
    value: helpMs - bareMs,
    unit: "ms more",
    limit: 60,
    detail: { bareMs, helpMs },
  };
}

async function coldDescribe(name, limit, ...options) {
  const folder = await mkdtemp(join(tmpdir(), "imprompt-bench-"));
  try {
    const picture = join(folder, "scene.jpg");
    await writeFile(picture, await (await scene(1152, 896)).jpeg({ quality: 90 }).toBuffer());
    const ms = await medianMs(() => start("dist/cli/main.js", picture, ...options), { runs: 9, warm: 1 });
    return { name, value: ms, unit: "ms", limit, detail: {} };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const coldDescribeBench = () =>
  coldDescribe("first describe of 1 MP without detector, cold process", 1200, "--no-detector");

export const coldDetectBench = () => coldDescribe("the same with detector, in two cold processes", 2500);
