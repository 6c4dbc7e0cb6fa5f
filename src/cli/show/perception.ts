import type { FilePerception } from "../../app/perceive.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";

const SHOWN = 3;

const percent = (share: number): string => `${Math.round(100 * share)} %`.padStart(5);

/** The likeliest labels of a head, side by side. */
function headOf(name: string, chances: FilePerception["medium"], page: Page): string {
  const best = Object.entries(chances)
    .slice(0, SHOWN)
    .map(([label, chance]) => `${percent(chance)} ${label.replaceAll("_", " ").padEnd(20)}`);
  return `  ${page.dim(name.padEnd(8))}${best.join("").trimEnd()}`;
}

function phrasesOf(name: string, phrases: FilePerception["spoken"], page: Page): string[] {
  return phrases.map(
    ({ facet, text, confidence }, index) =>
      `  ${page.dim((index === 0 ? name : "").padEnd(8))}${percent(confidence)} ${text} ${page.dim(`(${facet})`)}`,
  );
}

/** The three likeliest labels of medium and of scene, what is said, and what may be. */
export function showPerception(perception: FilePerception, options: PageOptions): string {
  const page = createPage(options);
  const { file, medium, scene, spoken, suggested } = perception;
  return `${[
    page.bold(printable(file)),
    headOf("medium", medium, page),
    headOf("scene", scene, page),
    ...(spoken.length === 0
      ? [`  ${page.dim("says".padEnd(8))}     nothing`]
      : phrasesOf("says", spoken, page)),
    ...phrasesOf("may be", suggested, page),
  ].join("\n")}\n\n`;
}
