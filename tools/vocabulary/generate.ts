import { readFileSync, writeFileSync } from "node:fs";
import type { Facet } from "../../src/blueprint/facets.js";
import { FACETS } from "../../src/blueprint/facets.js";
import { phraseKey } from "../../src/vocabulary/key.js";
import type { Table, TableEntry } from "../../src/vocabulary/table.js";
import { parseTable } from "../../src/vocabulary/table.js";

/**
 * vocab/<facet>.txt → src/vocabulary/vocabulary.generated.ts: comments and repetitions gone, nothing else changed.
 * With --check nothing is written, and the status is 1 when the file is stale.
 */
const source = new URL("../../vocab/", import.meta.url);
const target = new URL("../../src/vocabulary/vocabulary.generated.ts", import.meta.url);

const tables = FACETS.map((facet) => ({
  facet,
  table: parseTable(readFileSync(new URL(`${facet}.txt`, source), "utf8")),
}));
const known = new Set(
  tables.flatMap(({ table }) => table.entries.flatMap((entry) => entry.phrases.map(phraseKey))),
);

function problemsOf(facet: Facet, table: Table, owners: Map<string, string>): string[] {
  const problems = table.faults.map(({ line, message }) => `${facet}.txt:${line}: ${message}`);
  for (const { phrases, opposites, line } of table.entries) {
    const report = (message: string): number => problems.push(`${facet}.txt:${line}: ${message}`);
    const keys = phrases.map(phraseKey);
    phrases.forEach((phrase, index) => {
      const owner = owners.get(keys[index] ?? "");
      if (keys[index] === "") report(`"${phrase}" has no word`);
      if (phrase !== phrase.toLowerCase()) report(`"${phrase}" is not in lower case`);
      if (owner !== undefined) report(`"${phrase}" stands in ${owner} already`);
    });
    for (const key of keys) owners.set(key, `${facet}.txt:${line}`);
    for (const opposite of opposites) {
      if (!known.has(phraseKey(opposite))) report(`the opposite "${opposite}" is no entry`);
    }
  }
  return problems;
}

function compact({ phrases, opposites, whole }: TableEntry): string {
  const keys = (list: readonly string[]): string => [...new Set(list.map(phraseKey))].join("|");
  return `${whole ? "=" : ""}${keys(phrases)}${opposites.length > 0 ? ` ! ${keys(opposites)}` : ""}`;
}

/** The table's lines, with a line of its own wherever the strength changes. */
function lines(entries: readonly TableEntry[]): string[] {
  return entries.flatMap((entry, index) => {
    const changed = entry.strength !== entries[index - 1]?.strength;
    return changed ? [`@${entry.strength ?? ""}`, compact(entry)] : [compact(entry)];
  });
}

const owners = new Map<string, string>();
const problems = tables.flatMap(({ facet, table }) => problemsOf(facet, table, owners));
const body = tables.map(
  ({ facet, table }) => `  ${facet}:\n    ${JSON.stringify(lines(table.entries).join("\n"))},\n`,
);
const wanted = `// Made by tools/vocabulary/generate.ts from vocab/*.txt: change those instead.
import type { Facet } from "../blueprint/facets.js";

export const VOCABULARY: { readonly [F in Facet]: string } = {
${body.join("")}};
`;

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) {
  writeFileSync(target, wanted);
  console.log(`${owners.size} phrases`);
} else if (readFileSync(target, "utf8") !== wanted) {
  console.error("The vocabulary is stale: run npx tsx tools/vocabulary/generate.ts");
  process.exitCode = 1;
}
