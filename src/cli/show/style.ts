import type { StyleConsensus } from "../../blueprint/style/consensus.js";
import type { Prompt } from "../../dialects/types.js";
import type { PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";
import { showPrompt } from "./prompt.js";

function percent(share: number): string {
  return `${Math.round(share * 100)} %`.padStart(5);
}

/** What the references share, how far they spread, who does not belong, and the master prompt. */
export function showStyle(
  consensus: StyleConsensus,
  prompts: readonly Prompt[],
  saved: string | undefined,
  options: PageOptions,
): string {
  const page = createPage(options);
  const { references, phrases, palette, outliers } = consensus;
  const shared = phrases
    .filter((phrase) => phrase.polarity === "include")
    .map(({ share, facet, text }) => `  ${page.dim(percent(share))}  ${printable(text)} ${page.dim(facet)}`);
  const colours = palette.map(({ share, hex, name }) => {
    const block = page.swatch(hex, 6);
    return `  ${page.dim(percent(share))}  ${block === "" ? "" : `${block}  `}${hex}  ${name}`;
  });
  const strays = outliers.map(({ name, reason }) => page.wrap(`${printable(name)}: ${reason}`, 2));
  const sections = [
    [
      page.bold(`Style of ${references} references`),
      ...(shared.length === 0 ? ["  they share no phrase"] : shared),
    ],
    ...(colours.length === 0 ? [] : [[page.bold("Common palette"), ...colours]]),
    ...(strays.length === 0 ? [] : [[page.bold("Outliers"), ...strays]]),
    [page.bold("Master prompt"), prompts.map((prompt) => showPrompt(prompt, page)).join("\n\n")],
    [
      saved === undefined
        ? page.dim("Keep it as a recipe: --save recipe.json")
        : page.dim(`Saved: imprompt fill ${saved}`),
    ],
  ];
  return `${sections.map((section) => section.join("\n")).join("\n\n")}\n\n`;
}
