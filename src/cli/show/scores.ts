import type { CompareAnswer, ScoreAnswer } from "../../app/study.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";

type Part = ScoreAnswer["parts"][number];

const signed = (value: number): string => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(4)}`;

function rowsOf(parts: readonly Part[], page: Page): string[] {
  return parts.map(({ text, alone, contribution, read }) => {
    const state = read ? "" : page.warn("  not read");
    return `  ${signed(contribution)}  ${page.dim(alone.toFixed(4).padStart(7))}  ${page.wrap(text, 20).trimStart()}${state}`;
  });
}

function headOf({ similarity, tokens, limit }: CompareAnswer["a"], page: Page): string {
  const over = tokens > limit ? page.warn(`, CLIP reads the first ${limit}`) : "";
  return `${page.bold(similarity.toFixed(4))}  ${page.dim(`${tokens} tokens`)}${over}`;
}

/** The similarity, then each phrase: what leaving it out costs, and what it is alone. */
export function showScore(answer: ScoreAnswer, options: PageOptions): string {
  const page = createPage(options);
  return `${[
    `${page.bold(printable(answer.file))}  ${page.dim(answer.model)}`,
    page.wrap(answer.prompt, 2),
    `Similarity ${headOf(answer, page)}`,
    ...(answer.parts.length === 0 ? [] : [page.dim("  with it    alone"), ...rowsOf(answer.parts, page)]),
  ].join("\n")}\n`;
}

function section(title: string, parts: readonly Part[], page: Page): string[] {
  return parts.length === 0 ? [] : [page.bold(title), ...rowsOf(parts, page)];
}

function verdictOf(difference: number): string {
  if (Math.abs(difference) < 5e-5) return "Both are equally near to the picture.";
  const nearer = difference > 0 ? "A" : "B";
  return `${nearer} is nearer to the picture, by ${Math.abs(difference).toFixed(4)}.`;
}

/** Both prompts, which is nearer, and what the phrases do in which they differ. */
export function showComparison(answer: CompareAnswer, options: PageOptions): string {
  const page = createPage(options);
  const { a, b, difference, onlyA, onlyB, shared } = answer;
  return `${[
    `${page.bold(printable(answer.file))}  ${page.dim(answer.model)}`,
    `A  ${headOf(a, page)}`,
    page.dim(page.wrap(a.prompt, 3)),
    `B  ${headOf(b, page)}`,
    page.dim(page.wrap(b.prompt, 3)),
    verdictOf(difference),
    ...(onlyA.length + onlyB.length + shared.length === 0 ? [] : [page.dim("  with it    alone")]),
    ...section("Only A", onlyA, page),
    ...section("Only B", onlyB, page),
    ...section("Both, as in A", shared, page),
  ].join("\n")}\n`;
}
