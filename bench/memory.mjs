import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Peak resident memory over 2,000 described images against the peak after the first 100, in one fresh process. */
export async function memoryBench() {
  const { stdout } = await promisify(execFile)(process.execPath, ["bench/memory-run.mjs"], {
    maxBuffer: 2 ** 20,
  });
  const { after100, after2000, perSecond } = JSON.parse(stdout);
  return {
    name: "peak memory after 2,000 images over that after 100",
    value: after2000 / after100,
    unit: "×",
    limit: 1.5,
    detail: { after100MiB: after100 / 1024, after2000MiB: after2000 / 1024, imagesPerSecond: perSecond },
  };
}
