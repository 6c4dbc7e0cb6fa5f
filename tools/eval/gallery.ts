import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe } from "../../src/index.js";

export interface GalleryEvaluation {
  readonly files: number;
  readonly described: number;
  /** Share of all prompts that kept their budget. */
  readonly withinBudget: number;
  readonly table: string;
}

/** Describes every picture of a folder for every target, and lists what was said of each. */
export async function evaluateGallery(dir: string): Promise<GalleryEvaluation> {
  const files = readdirSync(dir).filter((name) => !/\.jsonl?$/u.test(name));
  const lines: string[] = [];
  let described = 0;
  let prompts = 0;
  let kept = 0;
  for (const file of files) {
    try {
      const { blueprint, prompts: printed } = await describe(join(dir, file), { targets: ["all"] });
      described += 1;
      prompts += printed.length;
      kept += printed.filter(({ budget }) => budget.used <= budget.max).length;
      const terms = blueprint.terms.map((term) => `${term.text} ${Math.round(term.confidence * 100)}`);
      lines.push(`${file}: ${terms.join(" · ")}`);
    } catch (error) {
      lines.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { files: files.length, described, withinBudget: kept / prompts, table: lines.join("\n") };
}
