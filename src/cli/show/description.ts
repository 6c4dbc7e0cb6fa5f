import type { Description } from "../../app/describe.js";
import type { Warning } from "../../base/warning.js";
import type { Term } from "../../blueprint/types.js";
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

/** What a guess at what is shown rests on. */
function basisOf({ evidence }: Term): string {
  return evidence.some(({ source }) => source === "file-name") ? "from the file's name" : "by its look";
}

function isUnnamed({ code }: Warning): boolean {
  return code === "subject-unknown";
}

/** What to say where nothing that is shown could be named. */
function askForSubject(guess: Term | undefined): string {
  if (guess === undefined) {
    return 'Nothing that is shown could be named, so the prompts leave it open: say it with --subject "...".';
  }
  return `The ${guess.facet} is a guess ${basisOf(guess)} and stays out of the prompts: --subject "${printable(guess.text)}" confirms it.`;
}

function hints(description: Description, options: DescriptionOptions): string[] {
  const lines: string[] = [];
  const shown = description.blueprint.terms.filter(({ polarity }) => polarity === "include");
  const subject = shown.find(({ facet }) => facet === "subject");
  if (description.warnings.some(isUnnamed)) {
    const place = shown.find(({ facet, hypothesis }) => facet === "setting" && hypothesis === true);
    lines.push(askForSubject(subject ?? place));
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
  const sections = [`${title}\n${page.wrap(printable(description.summary), 0)}`];
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
  const told = showWarnings(
    description.warnings.filter((warning) => !isUnnamed(warning)),
    2,
    page,
  );
  if (told.length > 0) sections.push(told.join("\n"));
  const last = hints(description, options).map((line) => page.dim(page.wrap(line, 0)));
  if (last.length > 0) sections.push(last.join("\n"));
  return `${sections.join("\n\n")}\n\n`;
}
