import { readFile } from "node:fs/promises";
import { compileAll } from "../app/compile.js";
import { ImpromptError } from "../base/error.js";
import { fill } from "../blueprint/recipe/fill.js";
import type { Recipe } from "../blueprint/recipe/recipe.js";
import { parseRecipe } from "../blueprint/recipe/schema.js";
import type { SourceFlags } from "./language-options.js";
import { parseTargets } from "./language-options.js";
import { openOutput, toJson } from "./output.js";

type Values = { readonly [name: string]: string };

interface FillFlags extends SourceFlags {
  readonly csv?: string;
  readonly jsonl?: string;
}

async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw new ImpromptError("input-not-found", "it cannot be read", {
      where: path,
      hint: "Check the name.",
      cause,
    });
  });
}

async function readRecipe(path: string): Promise<Recipe> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImpromptError("invalid-blueprint", "this is no JSON", { where: path, cause });
  }
  return parseRecipe(value);
}

/** "--subject", "a red fox", "--setting=a street": what commander did not know, as values by slot. */
function parsePairs(words: readonly string[]): Values {
  const values: { [name: string]: string } = {};
  for (let at = 0; at < words.length; at++) {
    const [name, inline] = (words[at] ?? "").split(/=(.*)/su, 2);
    const value = inline ?? words[at + 1];
    if (name === undefined || !/^--\S/u.test(name) || value === undefined) {
      throw new ImpromptError("usage", `"${words[at] ?? ""}" is no slot with a value`, {
        hint: 'Write --slot "its value", for example --subject "a red fox".',
      });
    }
    values[name.slice(2)] = value;
    if (inline === undefined) at += 1;
  }
  return values;
}

function asTexts(row: unknown, where: string): Values {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    throw new ImpromptError("invalid-option", "it is no object of slots and values", { where });
  }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}

/** One set of values a row; a single empty one where no table is given. */
async function readRows(flags: FillFlags): Promise<readonly Values[]> {
  if (flags.csv !== undefined) {
    const { parse } = await import("csv-parse/sync");
    try {
      const rows: unknown[] = parse(await readText(flags.csv), {
        columns: true,
        bom: true,
        trim: true,
        skip_empty_lines: true,
      });
      return rows.map((row) => asTexts(row, flags.csv ?? ""));
    } catch (cause) {
      if (cause instanceof ImpromptError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ImpromptError("invalid-option", `the table cannot be read (${reason})`, {
        where: flags.csv,
        cause,
      });
    }
  }
  if (flags.jsonl === undefined) return [{}];
  const lines = (await readText(flags.jsonl)).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const where = `${flags.jsonl}:${index + 1}`;
    try {
      return [asTexts(JSON.parse(line), where)];
    } catch (cause) {
      if (cause instanceof ImpromptError) throw cause;
      throw new ImpromptError("invalid-option", "the line is no JSON", { where, cause });
    }
  });
}

export async function runFill(path: string, words: readonly string[], given: object): Promise<number> {
  const flags = given as FillFlags;
  const recipe = await readRecipe(path);
  const targets = await parseTargets(flags.target);
  const own = parsePairs(words);
  const rows = await readRows(flags);
  const output = await openOutput(flags, [path]);
  const { showOutcome } = await import("./show/outcome.js");
  for (const [index, row] of rows.entries()) {
    const { blueprint, warnings } = fill(recipe, { ...row, ...own });
    const prompts = await compileAll(blueprint, targets);
    const title = rows.length === 1 ? recipe.name : `${recipe.name}, row ${index + 1}`;
    const notes = warnings.map((warning) => warning.message);
    output.write(
      output.json
        ? toJson({ blueprint, prompts, warnings }, rows.length > 1)
        : showOutcome({ title, blueprint, prompts, notes }, output),
    );
  }
  await output.close();
  return 0;
}
