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

export async function coldDescribeBench() {
  const folder = await mkdtemp(join(tmpdir(), "imprompt-bench-"));
  try {
    const picture = join(folder, "scene.jpg");
    await writeFile(picture, await (await scene(1152, 896)).jpeg({ quality: 90 }).toBuffer());
    const ms = await medianMs(() => start("dist/cli/main.js", picture), { runs: 9, warm: 1 });
    return {
      name: "first describe of a 1 MP image, cold process",
      value: ms,
      unit: "ms",
      limit: 1200,
      detail: {},
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
