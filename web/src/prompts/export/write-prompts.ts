import type { Prompt } from "imprompt/core";
import { UNIT_NAMES } from "imprompt/core";
import { writeTable } from "../../state/write-table";

export type ExportFormat = "txt" | "json" | "csv";

/** One prompt with its target's title and all of it as it is pasted. */
export interface ExportedPrompt {
  readonly title: string;
  readonly prompt: Prompt;
  readonly pasted: string;
}

const COLUMNS = ["target", "title", "prompt", "negative", "parameters", "used", "limit", "unit", "warnings"];

function row({ title, prompt }: ExportedPrompt): (string | number)[] {
  const { target, text, negative, parameters, budget, warnings } = prompt;
  return [
    target,
    title,
    text,
    negative ?? "",
    Object.keys(parameters).length === 0 ? "" : JSON.stringify(parameters),
    budget.used,
    budget.max,
    UNIT_NAMES[budget.unit],
    warnings.map(({ message }) => message).join("; "),
  ];
}

/**
 * The contents of a file of prompts: texts under a heading each (a single one alone), the prompts as JSON, or a
 * table with a line each.
 */
export function writePrompts(exported: readonly ExportedPrompt[], format: ExportFormat): string {
  switch (format) {
    case "txt": {
      const [only] = exported;
      if (exported.length === 1 && only !== undefined) return `${only.pasted}\n`;
      return exported
        .map(({ title, prompt, pasted }) => `# ${title} (${prompt.target})\n\n${pasted}\n`)
        .join("\n");
    }
    case "json":
      return `${JSON.stringify(
        exported.map(({ title, prompt }) => ({ title, ...prompt })),
        null,
        2,
      )}\n`;
    case "csv":
      return writeTable([COLUMNS, ...exported.map(row)]);
  }
}
