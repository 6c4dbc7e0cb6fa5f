import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { splitPhrases } from "../phrases.js";
import type { GrammarId } from "../syntax/tree.js";

const LEAST = {
  a1111: 200,
  comfyui: 60,
  compel: 60,
  novelai: 60,
  midjourney: 60,
  prose: 60,
  tags: 60,
  danbooru: 60,
} as const;

type Case = readonly [prompt: string, expected: readonly string[]];

/** `prompt => phrase weight; phrase weight`, one a line; "\n" in a prompt is a line end. */
function tableOf(grammar: GrammarId): Case[] {
  const lines = readFileSync(new URL(`./${grammar}.txt`, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line.includes(" => ") && !line.startsWith("# "))
    .map((line) => {
      const [prompt = "", expected = ""] = line.split(" => ");
      return [prompt.replaceAll("\\n", "\n"), expected.split("; ").filter((phrase) => phrase !== "")];
    });
}

function said(prompt: string, grammar: GrammarId): string[] {
  return splitPhrases(prompt, grammar).phrases.map(({ text, weight, polarity }) => {
    return `${text} ${polarity === "exclude" ? "-" : ""}${weight}`;
  });
}

for (const grammar of Object.keys(LEAST) as (keyof typeof LEAST)[]) {
  const table = tableOf(grammar);
  test(`${grammar}: the table is long enough, and no prompt stands twice`, () => {
    expect(table.length).toBeGreaterThanOrEqual(LEAST[grammar]);
    expect(new Set(table.map(([prompt]) => prompt)).size).toBe(table.length);
  });
  test.each(table)(`${grammar}: %s`, (prompt, expected) => {
    expect(said(prompt, grammar)).toEqual(expected);
  });
}
