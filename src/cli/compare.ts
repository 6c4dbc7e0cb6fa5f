import { compareFor } from "../app/study.js";
import { openOutput, toJson } from "./output.js";
import type { StudyFlags, StudyPorts } from "./study.js";
import { MACHINE, parsePrompt, withClip } from "./study.js";

/** Which of two prompts is nearer to a picture, and by which phrases. */
export async function runCompare(
  image: string,
  texts: readonly [string, string],
  given: object,
  ports: StudyPorts = MACHINE,
): Promise<number> {
  const flags = given as StudyFlags;
  const prompts = [parsePrompt(texts[0]), parsePrompt(texts[1])] as const;
  const output = await openOutput(flags, [image]);
  const answer = await withClip(flags, ports, (student) => compareFor(image, prompts, student));
  if (output.json) output.write(toJson(answer, false));
  else {
    const { showComparison } = await import("./show/scores.js");
    output.write(showComparison(answer, output));
  }
  await output.close();
  return 0;
}
