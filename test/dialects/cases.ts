import { readdirSync, readFileSync } from "node:fs";
import { parseBlueprint } from "../../src/blueprint/schema.js";
import type { Blueprint } from "../../src/blueprint/types.js";
import type { Prompt } from "../../src/dialects/types.js";

const ROOT = new URL("../corpus/", import.meta.url);

/** Names of the corpus' cases, sorted. */
export const CASES: readonly string[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export function readCase(name: string): Blueprint {
  return parseBlueprint(JSON.parse(readFileSync(new URL(`${name}/blueprint.json`, ROOT), "utf8")));
}

export function goldenPath(name: string, target: string): URL {
  return new URL(`${name}/${target}.txt`, ROOT);
}

/** A prompt as a person reads it: the text, then one line each for what stands beside it. */
export function showPrompt(prompt: Prompt): string {
  const { text, negative, budget, parameters, warnings } = prompt;
  const fields = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  const lines = [
    text,
    "",
    `Negative: ${negative ?? "(no field)"}`,
    `Parameters: ${fields.join("; ")}`,
    `Budget: ${budget.used} of ${budget.max} ${budget.unit}`,
    "Warnings:",
    ...warnings.map(({ code, message }) => `- ${code}: ${message}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
