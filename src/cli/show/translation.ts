import type { Translation } from "../../app/translate.js";
import { showBlueprint } from "./blueprint.js";
import type { PageOptions } from "./page.js";
import { createPage } from "./page.js";
import { showPrompt, showWarnings } from "./prompt.js";

/** How a prompt was understood, then what it is in other words. */
export function showTranslation(translation: Translation, options: PageOptions): string {
  const page = createPage(options);
  const sections = [
    `${page.bold("Read as")} ${translation.from}`,
    showBlueprint(translation.blueprint, page, options.width),
    [page.bold("Prompts"), translation.prompts.map((prompt) => showPrompt(prompt, page)).join("\n\n")].join(
      "\n",
    ),
    showWarnings(translation.warnings, 2, page).join("\n"),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n\n`;
}
