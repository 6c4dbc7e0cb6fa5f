import { readMetadata } from "../dist/metadata/read.js";
import { medianMs } from "./measure.mjs";
import { pngWithPrompt } from "./pictures.mjs";

export async function readBench() {
  const png = await pngWithPrompt(3 * 2 ** 20);
  const reading = await readMetadata(png, {});
  if (reading.recovered?.prompt !== "a red fox in snow")
    throw new Error("the benchmark's own prompt was not read");
  const ms = await medianMs(() => readMetadata(png, {}), { runs: 51, warm: 10 });
  return { name: "read of a 3 MB PNG", value: ms, unit: "ms", limit: 5, detail: { bytes: png.length } };
}
