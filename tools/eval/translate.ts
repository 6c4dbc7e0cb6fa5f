import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { translate } from "../../src/app/translate.js";
import type { WarningCode } from "../../src/base/warning.js";
import type { GrammarId } from "../../src/language/syntax/tree.js";
import { readMetadata } from "../../src/metadata/read.js";

/** What is read of a line of `truth.jsonl`. */
interface Truth {
  readonly file: string;
  readonly prompt: string;
  readonly negative: string;
}

export interface TranslateEvaluation {
  /** Recovered prompts, those of files that carry none left out. */
  readonly prompts: number;
  readonly targets: number;
  readonly printed: number;
  readonly overBudget: number;
  /** "file: message" of each translation that threw. */
  readonly thrown: readonly string[];
  /** How often each kind was told, by the way in and the way out. */
  readonly warnings: { readonly [code in WarningCode]?: number };
  /** Share of warnings about an included term that name its place; the negative field has no places. */
  readonly withSpan: number;
  readonly table: string;
}

interface Tally {
  printed: number;
  overBudget: number;
  aboutTerms: number;
  placed: number;
  readonly thrown: string[];
  readonly warnings: Map<WarningCode, number>;
}

/** The prompt of a file as its own tool wrote it; the grammar of the tool, else by its looks. */
async function grammarOf(dir: string, { file }: Truth): Promise<GrammarId | "auto"> {
  const { recovered } = await readMetadata(await readFile(join(dir, file)));
  return recovered?.grammar ?? "auto";
}

async function translateOne(truth: Truth, from: GrammarId | "auto", tally: Tally): Promise<void> {
  const { prompt, negative, file } = truth;
  try {
    const { prompts, warnings } = await translate(prompt, { from, to: ["all"], negative });
    for (const { text, budget, warnings: own } of prompts) {
      tally.printed += 1;
      if (budget.used > budget.max || text === "") tally.overBudget += 1;
      for (const warning of own) {
        tally.warnings.set(warning.code, (tally.warnings.get(warning.code) ?? 0) + 1);
        if (warning.termId === undefined || warning.termId.startsWith("!")) continue;
        tally.aboutTerms += 1;
        if (warning.span !== undefined) tally.placed += 1;
      }
    }
    for (const { code } of warnings) tally.warnings.set(code, (tally.warnings.get(code) ?? 0) + 1);
  } catch (error) {
    tally.thrown.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Translates every prompt that `DIR/truth.jsonl` names to every target. */
export async function evaluateTranslation(dir: string): Promise<TranslateEvaluation> {
  const lines = (await readFile(join(dir, "truth.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
  const truths = lines.map((line) => JSON.parse(line) as Truth).filter(({ prompt }) => prompt !== "");
  const tally: Tally = {
    printed: 0,
    overBudget: 0,
    aboutTerms: 0,
    placed: 0,
    thrown: [],
    warnings: new Map(),
  };
  for (const truth of truths) await translateOne(truth, await grammarOf(dir, truth), tally);
  const counted = [...tally.warnings].sort(([, x], [, y]) => y - x);
  return {
    prompts: truths.length,
    targets: tally.printed / Math.max(1, truths.length - tally.thrown.length),
    printed: tally.printed,
    overBudget: tally.overBudget,
    thrown: tally.thrown,
    warnings: Object.fromEntries(counted),
    withSpan: tally.aboutTerms === 0 ? 1 : tally.placed / tally.aboutTerms,
    table: counted.map(([code, count]) => `${String(count).padStart(6)} ${code}`).join("\n"),
  };
}

async function main(dir: string | undefined): Promise<void> {
  if (dir === undefined) {
    process.stderr.write("usage: tsx tools/eval/translate.ts DIR (a folder with truth.jsonl)\n");
    process.exitCode = 2;
    return;
  }
  const result = await evaluateTranslation(dir);
  const { prompts, targets, printed, overBudget, thrown, withSpan } = result;
  process.stdout.write(
    `${result.table}\n\n${prompts} prompts for ${targets} targets: ${printed} printed, ${overBudget} over budget or ` +
      `empty, ${thrown.length} threw; ${(withSpan * 100).toFixed(1)} % of the warnings about a phrase name its place\n`,
  );
  for (const line of thrown) process.stdout.write(`${line}\n`);
  if (overBudget + thrown.length > 0) process.exitCode = 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(process.argv[2]);
}
