import type { Entry } from "./entry.js";

const INTRODUCTION = [
  "# Gallery",
  "What imprompt says of pictures that this project draws itself (`tools/examples/`). No model was downloaded and the file names were withheld, so that all of it comes from pixels. Below each sentence stand the phrases that are sure enough to be said, with their confidence, and the prompt for SDXL.",
  "These are drawings by code, also where they look like photographs, and they are shown as they come out, errors and silence included. Figures on real pictures are in [evaluation](evaluation.md). `npx tsx tools/gallery/make.ts` makes this page anew.",
].join("\n\n");

/** Where a picture's thumbnail lies, seen from docs/. */
export function thumbnailName(file: string): string {
  return `gallery/${file.replace(/\.[^.]+$/u, "")}.webp`;
}

const inCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function rowOf({ file, sentence, spoken, prompt }: Entry): string {
  const said = [
    sentence === "" ? "" : `**${inCell(sentence)}**`,
    inCell(spoken.join(" · ")),
    prompt === "" ? "" : `SDXL: \`${inCell(prompt)}\``,
  ];
  const picture = `![${file}](${thumbnailName(file)})`;
  return `| ${picture} | ${said.filter((line) => line !== "").join("<br><br>")} |`;
}

/** docs/gallery.md, one row to a picture. */
export function pageOf(entries: readonly Entry[]): string {
  return [
    INTRODUCTION,
    "",
    "| picture | what is said of it |",
    "| --- | --- |",
    ...entries.map(rowOf),
    "",
  ].join("\n");
}
