import { scoreFor } from "../app/study.js";
import { openOutput, toJson } from "./output.js";
import type { StudyFlags, StudyPorts } from "./study.js";
import { MACHINE, parsePrompt, withClip } from "./study.js";

/** How near a prompt is to a picture, and what each of its phrases does for it. */
export async function runScore(
  image: string,
  text: string,
  given: object,
  ports: StudyPorts = MACHINE,
): Promise<number> {
  const flags = given as StudyFlags;
  const prompt = parsePrompt(text);
  const output = await openOutput(flags, [image]);
  const answer = await withClip(flags, ports, (student) => scoreFor(image, prompt, student));
  if (output.json) output.write(toJson(answer, false));
  else {
    const { showScore } = await import("./show/scores.js");
    output.write(showScore(answer, output));
  }
  await output.close();
  return 0;
}
