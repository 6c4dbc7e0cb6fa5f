import { rankTerms, readTerms } from "../app/study.js";
import { openOutput, toJson } from "./output.js";
import type { StudyPorts, TopFlags } from "./study.js";
import { MACHINE, parseTop, withClip } from "./study.js";

/** Phrases of lists by their similarity to a picture. */
export async function runRank(
  image: string,
  places: readonly string[],
  given: object,
  ports: StudyPorts = MACHINE,
): Promise<number> {
  const flags = given as TopFlags;
  const count = parseTop(flags);
  const terms = await readTerms(places);
  const output = await openOutput(flags, [image]);
  const answer = await withClip(flags, ports, async (student) =>
    rankTerms(image, terms, count, await ports.cacheFolder(), student),
  );
  if (output.json) output.write(toJson(answer, false));
  else {
    const { showRankings } = await import("./show/ranking.js");
    output.write(showRankings(answer, output));
  }
  await output.close();
  return 0;
}
