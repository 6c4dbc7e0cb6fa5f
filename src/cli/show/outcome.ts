import type { Blueprint } from "../../blueprint/types.js";
import type { Prompt } from "../../dialects/types.js";
import { showBlueprint, showPalette } from "./blueprint.js";
import type { PageOptions } from "./page.js";
import { createPage } from "./page.js";
import { showPrompt } from "./prompt.js";

export interface Outcome {
  readonly title: string;
  readonly blueprint: Blueprint;
  readonly prompts: readonly Prompt[];
  /** What the reader must know of how it came about, a line each. */
  readonly notes: readonly string[];
}

/** A blueprint that a command made, with its prompts. */
export function showOutcome({ title, blueprint, prompts, notes }: Outcome, options: PageOptions): string {
  const page = createPage(options);
  const sections = [
    page.bold(title),
    showBlueprint(blueprint, page, options.width),
    ...(blueprint.palette.length === 0 ? [] : [showPalette(blueprint, page)]),
    [page.bold("Prompts"), prompts.map((prompt) => showPrompt(prompt, page)).join("\n\n")].join("\n"),
    ...(notes.length === 0 ? [] : [notes.map((note) => page.warn(page.wrap(`! ${note}`, 2))).join("\n")]),
  ];
  return `${sections.join("\n\n")}\n\n`;
}
