import { join } from "node:path";
import { observe } from "../../src/engines/embedded/index.js";
import { Picture } from "../../src/image/picture.js";
import { nodeServices } from "../../src/runtime/node.js";
import { perceivePicture } from "../../src/runtime/perception-model.js";
import { readLabelled } from "./labelled.js";
import type { Look, LookWork } from "./look.js";

/** One of the processes of look.ts: sends its parent a `Look` for each picture of its share. */
const { dir, all, share, count } = JSON.parse(process.argv[2] ?? "{}") as LookWork;
const rows = readLabelled(dir, { all }).filter((_, index) => index % count === share);
const { open, decode } = nodeServices({});

for (const row of rows) {
  try {
    const decoded = await decode(await open(join(dir, row.file)));
    const picture = new Picture(decoded.raster, decoded);
    const phrases = observe(picture).observations.map(({ text }) => text);
    process.send?.({ ...row, phrases, perception: await perceivePicture(picture) } satisfies Look);
  } catch (error) {
    console.error(`${row.file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.disconnect();
