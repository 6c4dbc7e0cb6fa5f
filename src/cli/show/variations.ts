import type { PermutationSet } from "../../blueprint/vary/permutations.js";
import type { Variation } from "../../blueprint/vary/vary.js";
import type { Prompt } from "../../dialects/types.js";
import type { PageOptions } from "./page.js";
import { createPage } from "./page.js";
import { showPrompt } from "./prompt.js";

/** Each variation with what makes it different, then the sets for a permutation prompt. */
export function showVariations(
  variations: readonly (Variation & { readonly prompts: readonly Prompt[] })[],
  sets: readonly PermutationSet[],
  wanted: number,
  options: PageOptions,
): string {
  const page = createPage(options);
  const blocks = variations.map(({ difference, prompts }, index) =>
    [
      page.bold(`Variation ${index + 1}`),
      page.dim(page.wrap(difference, 2)),
      ...prompts.map((prompt) => showPrompt(prompt, page)),
    ].join("\n"),
  );
  if (variations.length < wanted) {
    blocks.push(
      page.warn(`! only ${variations.length} of ${wanted} are far enough apart; more --axes give more`),
    );
  }
  if (sets.length > 0) {
    const lines = sets.map(({ axis, text }) => page.wrap(`${axis}: ${text}`, 2));
    blocks.push([page.bold("As Midjourney permutations"), ...lines].join("\n"));
  }
  return `${blocks.join("\n\n")}\n\n`;
}
