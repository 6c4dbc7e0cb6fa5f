import { embedPictures } from "../app/study.js";
import { tellFailure } from "./each.js";
import { exitStatusOfRun } from "./exit.js";
import { openOutput, writeAtomically } from "./output.js";
import { toJsonLines, toSafetensors } from "./show/embeddings.js";
import type { StudyFlags, StudyPorts } from "./study.js";
import { MACHINE, withClip } from "./study.js";

/** Pictures as CLIP embeds them: JSON Lines, or safetensors where the output's name ends so. */
export async function runEmbed(
  images: readonly string[],
  given: object,
  ports: StudyPorts = MACHINE,
): Promise<number> {
  const flags = given as StudyFlags;
  const output = await openOutput(flags, images);
  const rows = await withClip(flags, ports, (student) => embedPictures(images, student, tellFailure));
  const status = exitStatusOfRun(rows.names.length, rows.failed);
  const out = flags.out;
  if (rows.names.length === 0) return status;
  if (out !== undefined && /\.safetensors$/iu.test(out)) await writeAtomically(out, toSafetensors(rows));
  else {
    output.write(toJsonLines(rows));
    await output.close();
  }
  return status;
}
