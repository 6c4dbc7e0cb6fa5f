import type { Bucket } from "../../blueprint/facets.js";
import { BUCKET_OF, BUCKETS } from "../../blueprint/facets.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import type { Page } from "./page.js";
import { printable } from "./page.js";

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

/** The buckets with their phrases, surest evidence beside each. */
export function showBlueprint(blueprint: Blueprint, page: Page, width: number): string {
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

/** Shares, blocks of colour, names. */
export function showPalette(blueprint: Blueprint, page: Page): string {
  const lines = blueprint.palette.map((swatch) => {
    const share = `${Math.round(swatch.share * 100)} %`.padStart(5);
    const block = page.swatch(swatch.hex, 6);
    return `  ${page.dim(share)}  ${block === "" ? "" : `${block}  `}${swatch.hex}  ${swatch.name}`;
  });
  return [page.bold("Palette"), ...lines].join("\n");
}
