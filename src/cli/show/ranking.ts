import type { RankAnswer, SimilarAnswer } from "../../app/study.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";
import { showWarnings } from "./prompt.js";

function share(value: number): string {
  const percent = value * 100;
  return `${percent < 0.05 ? "<0.1" : percent.toFixed(1)} %`.padStart(8);
}

function showList({ name, count, ranked }: RankAnswer["lists"][number], page: Page): string {
  const head = `${page.bold(printable(name))}  ${page.dim(`${ranked.length} of ${count.toLocaleString("en-US")} phrases`)}`;
  const rows = ranked.map(
    ({ phrase, score, share: part }) =>
      `  ${score.toFixed(4).padStart(7)}  ${page.dim(share(part))}  ${page.wrap(phrase, 21).trimStart()}`,
  );
  return [head, ...rows].join("\n");
}

/** Each list's nearest phrases: similarity, share of the list, phrase. */
export function showRankings({ file, model, lists, warnings }: RankAnswer, options: PageOptions): string {
  const page = createPage(options);
  const told = showWarnings(warnings, 2, page);
  return `${[
    `${page.bold(printable(file))}  ${page.dim(model)}`,
    ...lists.map((list) => showList(list, page)),
    ...(told.length === 0 ? [] : [told.join("\n")]),
    page.dim(
      page.wrap(
        "Similarity is the cosine of picture and phrase; the share is CLIP's softmax over the list, as if one phrase of it had to be true.",
        0,
      ),
    ),
  ].join("\n\n")}\n`;
}

/** The nearest pictures with their similarity. */
export function showSimilar(
  { file, model, seen, failed, similar }: SimilarAnswer,
  options: PageOptions,
): string {
  const page = createPage(options);
  const skipped = failed === 0 ? "" : `, ${failed} skipped`;
  return `${[
    `${page.bold(printable(file))}  ${page.dim(`${model}, ${similar.length} of ${seen} pictures${skipped}`)}`,
    ...similar.map(
      ({ file: name, similarity }) => `  ${similarity.toFixed(4).padStart(7)}  ${printable(name)}`,
    ),
  ].join("\n")}\n`;
}
