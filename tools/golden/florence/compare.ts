/** Compares our captions with those that tiny.py had transformers write: FOLDER. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openFlorence } from "../../../src/models/florence/index.js";

interface Expected {
  readonly width: number;
  readonly height: number;
  readonly tokens: number;
  readonly captions: Readonly<Record<"caption" | "detailed" | "more-detailed", readonly string[]>>;
}

const folder = process.argv[2] ?? "";
const { width, height, tokens, captions } = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
) as Expected;
for (const detail of ["caption", "detailed", "more-detailed"] as const) {
  const captioner = await openFlorence({ name: "tiny", folder }, { detail });
  const expected = captions[detail];
  const rasters = expected.map((_, i) => ({ width, height, data: readFileSync(join(folder, `${i}.rgb`)) }));
  const ours = await captioner.caption(rasters, { maxTokens: tokens });
  const equal = ours.filter((text, i) => text === expected[i]).length;
  console.log(`${detail}: ${equal} of ${expected.length} captions equal`);
  const first = ours.findIndex((text, i) => text !== expected[i]);
  if (first >= 0) console.log(JSON.stringify(expected[first]), "|", JSON.stringify(ours[first]));
  await captioner.close();
}
