import { ImpromptError } from "../../../base/error.js";
import { interrogateAsClipInterrogator } from "./compat/modes.js";
import { makeJudge } from "./judge.js";
import { explain, join } from "./pieces.js";
import { interrogatePlainly } from "./plain.js";
import type { InterrogateOptions, Interrogation, InterrogationTools, Question } from "./types.js";

function check({ caption }: Question, { mode }: InterrogateOptions): void {
  if (caption !== undefined || mode === "negative" || mode === "style") return;
  throw new ImpromptError("invalid-option", `${mode} mode begins with a caption, and there is none`, {
    hint: "Give one, let a captioner make one, or choose style or negative",
  });
}

/**
 * A prompt for the picture, put together of phrases as the mode says.
 *
 * @throws ImpromptError "invalid-option" without the caption or the lists that the mode asks for, "cancelled", and
 *   whatever CLIP throws
 */
export async function interrogate(
  question: Question,
  tools: InterrogationTools,
  options: InterrogateOptions,
): Promise<Interrogation> {
  check(question, options);
  const { mode, compat, signal } = options;
  const judge = makeJudge(question.image, tools, signal);
  if (compat === "clip-interrogator") {
    const { prompt, pieces } = await interrogateAsClipInterrogator(question, tools, options, judge);
    const [similarity = 0] = await judge.similarities([prompt]);
    const phrases = await explain(prompt, pieces, judge);
    return { mode, prompt, similarity, phrases, artists: [], encoded: judge.encoded() };
  }
  const { pieces, similarity, artists, roughly } = await interrogatePlainly(question, tools, options, judge);
  const prompt = join(pieces) ?? "";
  const phrases = await explain(prompt, pieces, judge);
  return { mode, prompt, similarity, phrases, artists, encoded: judge.encoded() + roughly };
}
