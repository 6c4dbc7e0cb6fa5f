import type { Description } from "../../app/describe.js";
import type { Warning } from "../../base/warning.js";
import type { Bucket } from "../../blueprint/facets.js";
import { BUCKET_OF, BUCKETS } from "../../blueprint/facets.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import { TARGET_IDS } from "../../dialects/registry.js";
import type { Prompt } from "../../dialects/types.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";
import { showProvenance, showRecovered } from "./recovered.js";

const BUCKET_NAMES: { readonly [B in Bucket]: string } = {
  subject: "Subject & Setting",
  light: "Lighting & Atmosphere",
  style: "Style & Medium",
  composition: "Composition & Camera",
  finish: "Text & Finish",
};

/** Negative prompts run to dozens of phrases: a person sees the first. */
const EXCLUSIONS_SHOWN = 8;

/** The reason first, then who gives it: "40 % of the upper half glows (analysis:golden-hour)". */
function whyOf(term: Term): string {
  const [first, ...others] = term.evidence;
  if (first === undefined) return "";
  const reason = first.note ?? first.score?.toString() ?? "";
  const sources = [...new Set([first, ...others].map((evidence) => evidence.source))].join(", ");
  return printable(reason === "" ? sources : `${reason} (${sources})`);
}

function showTerm(term: Term, column: number, page: Page, width: number): string {
  const percent = `${Math.round(term.confidence * 100)} %`.padStart(5);
  const weight = term.weight === 1 ? "" : ` ×${term.weight}`;
  const text = `${printable(term.text)}${weight}${term.hypothesis === true ? " (a guess)" : ""}`;
  const why = whyOf(term);
  const head = `  ${page.dim(percent)}  `;
  const room = width - 11 - column;
  if (text.length > column || room < 16) {
    return `${head}${page.wrap(text, 9).trimStart()}\n${page.dim(page.wrap(why, 11))}`;
  }
  const note = why.length > room ? `${why.slice(0, room - 1)}…` : why;
  return `${head}${text.padEnd(column)}  ${page.dim(note)}`;
}

const EMPTY: { readonly [B in Bucket]: string } = {
  subject: 'nothing here names it: say it with --subject "..."',
  light: "nothing stands out",
  style: "nothing stands out",
  composition: "nothing stands out",
  finish: "",
};

function showBlueprint(blueprint: Blueprint, page: Page, width: number): string {
  const included = blueprint.terms.filter((term) => term.polarity === "include");
  const excluded = blueprint.terms.filter((term) => term.polarity === "exclude");
  const column = Math.min(40, Math.max(18, ...included.map((term) => term.text.length + 6)));
  const lines: string[] = [page.bold("Blueprint")];
  for (const bucket of BUCKETS) {
    const terms = included.filter((term) => BUCKET_OF[term.facet] === bucket);
    if (terms.length === 0 && EMPTY[bucket] === "") continue;
    lines.push(` ${page.accent(BUCKET_NAMES[bucket])}`);
    if (terms.length === 0) lines.push(page.dim(`         ${EMPTY[bucket]}`));
    for (const term of terms) lines.push(showTerm(term, column, page, width));
  }
  if (excluded.length > 0) {
    const shown = excluded.slice(0, EXCLUSIONS_SHOWN).map((term) => term.text);
    const more = excluded.length > shown.length ? `, and ${excluded.length - shown.length} more` : "";
    lines.push(` ${page.accent("Not in the picture")}`, page.wrap(`${shown.join(", ")}${more}`, 9));
  }
  return lines.join("\n");
}

function showPalette(blueprint: Blueprint, page: Page): string {
  const lines = blueprint.palette.map((swatch) => {
    const share = `${Math.round(swatch.share * 100)} %`.padStart(5);
    const block = page.swatch(swatch.hex, 6);
    return `  ${page.dim(share)}  ${block === "" ? "" : `${block}  `}${swatch.hex}  ${swatch.name}`;
  });
  return [page.bold("Palette"), ...lines].join("\n");
}

/** What the budget is counted in, as a person says it. */
const UNIT_NAMES: { readonly [unit: string]: string } = {
  "clip-token": "CLIP tokens, estimated",
  "t5-token": "T5 tokens, estimated",
  token: "tokens, estimated",
  character: "characters",
  word: "words",
};

/** Warnings of one kind that a person reads before they blur; the others are counted. */
const WARNINGS_SHOWN = 2;

function showWarnings(warnings: readonly Warning[], indent: number, page: Page): string[] {
  const told = warnings.filter((warning) => warning.code !== "budget-estimated");
  return [...new Set(told.map((warning) => warning.code))].flatMap((code) => {
    const alike = told.filter((warning) => warning.code === code);
    const shown = alike.slice(0, WARNINGS_SHOWN).map((warning) => `! ${warning.message}`);
    const rest = alike.length - shown.length;
    const more = rest === 0 ? [] : [`! and ${rest} more of this kind (${code}); --json tells them all`];
    return [...shown, ...more].map((line) => page.warn(page.wrap(line, indent)));
  });
}

function showPrompt(prompt: Prompt, page: Page): string {
  const { unit, used, max } = prompt.budget;
  const head = `  ${page.accent(prompt.target)} ${page.dim(`${used} of ${max} ${UNIT_NAMES[unit] ?? unit}`)}`;
  const lines = [
    head,
    page.wrap(prompt.text === "" ? "(empty: the blueprint says nothing yet)" : prompt.text, 4),
  ];
  if (prompt.negative !== null && prompt.negative !== "") {
    lines.push(page.dim("    Negative prompt:"), page.wrap(prompt.negative, 4));
  }
  const settings = Object.entries(prompt.parameters).map(([name, value]) => {
    const shown = String(value);
    return `${name} ${shown.length > 60 ? `(${shown.length} characters, see --json)` : shown}`;
  });
  if (settings.length > 0) lines.push(page.dim(page.wrap(settings.join(" · "), 4)));
  lines.push(...showWarnings(prompt.warnings, 4, page));
  return lines.join("\n");
}

export interface DescriptionOptions extends PageOptions {
  /** The user chose the targets: no hint how to get others. */
  readonly allTargets: boolean;
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
