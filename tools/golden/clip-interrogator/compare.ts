/**
 * Asks what modes.py asked, and prints which strings are equal, as JSON:
 *
 *     npx tsx tools/golden/clip-interrogator/compare.ts FOLDER
 *
 * FOLDER holds model/, lists/ and the answers.json that modes.py wrote there; weights of true size will do.
 */
import {
  goldenCases,
  goldenPicture,
  goldenTables,
  openGoldenClip,
} from "../../../src/engines/clip/interrogate/compat/golden.fixture.js";
import { interrogate } from "../../../src/engines/clip/interrogate/index.js";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder");
const clip = await openGoldenClip(folder);
const tables = await goldenTables(clip, folder);
const tally = { equal: 0, asked: 0, encoded: 0, seconds: 0 };
for (const one of goldenCases(folder)) {
  const { data: image } = await clip.embedImages([goldenPicture(one.picture)]);
  for (const mode of ["best", "fast", "classic", "negative"] as const) {
    const started = performance.now();
    const { prompt, encoded } = await interrogate(
      { image, caption: one.caption },
      { clip, tables },
      { mode, compat: "clip-interrogator", chunkSize: one.chunk, candidates: one.chunk },
    );
    tally.seconds += (performance.now() - started) / 1000;
    tally.asked += 1;
    tally.encoded += encoded;
    if (one[mode].includes(prompt)) tally.equal += 1;
    else console.log(JSON.stringify({ picture: one.picture, mode, ours: prompt, theirs: one[mode] }));
  }
}
console.log(JSON.stringify(tally));
await clip.close();
