import { ImpromptError } from "../../../base/error.js";
import type { Blueprint } from "../../../blueprint/types.js";
import { MAX_PRINTED_PHRASES, MAX_PROMPTS } from "../../schemas/limits.js";

/**
 * @param blueprints how many there will be, each of about as many phrases as `model`
 * @throws ImpromptError `input-too-large` where an answer would be more work than one may be
 */
export function checkPrompts(blueprints: number, targets: number, model: Pick<Blueprint, "terms">): void {
  const prompts = blueprints * targets;
  const [count, most, what] =
    prompts > MAX_PROMPTS
      ? [prompts, MAX_PROMPTS, "prompts"]
      : [prompts * model.terms.length, MAX_PRINTED_PHRASES, "phrases to print"];
  if (count <= most) return;
  throw new ImpromptError("input-too-large", `${count} ${what} are more than the ${most} of one answer`, {
    hint: "Ask for fewer at once.",
  });
}
