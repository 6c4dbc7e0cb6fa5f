import type { Description } from "../../app/describe.js";
import { TARGET_IDS } from "../../dialects/registry.js";
import { showBlueprint, showPalette } from "./blueprint.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";
import { showPrompt, showWarnings } from "./prompt.js";
import { showProvenance, showRecovered } from "./recovered.js";

export interface DescriptionOptions extends PageOptions {
  /** The user chose the targets: no hint how to get others. */
  readonly allTargets: boolean;
  /** One of several pictures: no hint that would stand under each. */
  readonly several: boolean;
}

/** What the engine's own string is called; it is not of a target's dialect. */
const ENGINE_NAMES: { readonly [Id in Description["engine"]["id"]]: string } = {
  embedded: "The measurements' own prompt",
  clip: "CLIP's own prompt",
  "vision-llm": "The vision model's own prompt",
};

function showEngine({ id, source, why, prompt }: Description["engine"], page: Page): string | undefined {
  if (prompt === undefined) return undefined;
  const head = `${page.bold(ENGINE_NAMES[id])} ${page.dim(`${printable(source)}, ${printable(why)}`)}`;
  return [head, page.wrap(prompt === "" ? "(empty)" : prompt, 2)].join("\n");
}

function hints(description: Description, options: DescriptionOptions): string[] {
  const lines: string[] = [];
  const subject = description.blueprint.terms.find(
    (term) => term.facet === "subject" && term.polarity === "include",
  );
  if (subject !== undefined && subject.hypothesis === true) {
    lines.push(
      `The subject is a guess from the file's name and stays out of the prompts: --subject "${printable(subject.text)}" confirms it.`,
    );
  }
  const { id, why, hint } = description.engine;
  if (id === "embedded" && hint !== undefined && subject === undefined && !options.several) {
    lines.push(`What is shown takes a model, and ${why}. ${hint}`);
  }
  if (!options.allTargets) {
    const others = TARGET_IDS.length - description.prompts.length;
    lines.push(
      `${others} more targets: --target all, or by name (imprompt targets lists them). As data: --json.`,
    );
  }
  return lines;
}

/** One picture for a person: its own prompt first, then the blueprint, the palette and the prompts. */
export function showDescription(description: Description, options: DescriptionOptions): string {
  const page = createPage(options);
  const { width, height, format } = description.image;
  const title = `${page.bold(printable(description.file))}  ${page.dim(`${width} × ${height} ${format.toUpperCase()}`)}`;
  const sections = [title];
  if (description.recovered !== null) sections.push(showRecovered(description.recovered, page));
  if (description.provenance !== null) sections.push(showProvenance(description.provenance, page));
  const own = showEngine(description.engine, page);
  if (own !== undefined) sections.push(own);
  sections.push(
    showBlueprint(description.blueprint, page, options.width),
    showPalette(description.blueprint, page),
  );
  const heading = description.prompts.length === 1 ? "Prompt" : "Prompts";
  sections.push(
    [page.bold(heading), description.prompts.map((prompt) => showPrompt(prompt, page)).join("\n\n")].join(
      "\n",
    ),
  );
  const told = showWarnings(description.warnings, 2, page);
  if (told.length > 0) sections.push(told.join("\n"));
  const last = hints(description, options).map((line) => page.dim(page.wrap(line, 0)));
  if (last.length > 0) sections.push(last.join("\n"));
  return `${sections.join("\n\n")}\n\n`;
}
