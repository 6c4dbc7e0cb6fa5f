import { readFileSync, writeFileSync } from "node:fs";
import type { Facet } from "../../src/blueprint/facets.js";
import { FACETS } from "../../src/blueprint/facets.js";
import { phraseKey } from "../../src/vocabulary/key.js";
import type { TableEntry } from "../../src/vocabulary/table.js";
import { parseTable } from "../../src/vocabulary/table.js";

/**
 * vocab/<facet>.txt → src/vocabulary/vocabulary.generated.ts: comments and repetitions gone, nothing else changed.
 * With --check nothing is written, and the status is 1 when the file is stale.
 */
const source = new URL("../../vocab/", import.meta.url);
const target = new URL("../../src/vocabulary/vocabulary.generated.ts", import.meta.url);

const tables = FACETS.map((facet) => {
  const entries = parseTable(readFileSync(new URL(`${facet}.txt`, source), "utf8"));
  return { facet, entries };
});

function problemsOf(facet: Facet, entries: readonly TableEntry[], owners: Map<string, string>): string[] {
  const problems: string[] = [];
  const own = new Set(entries.flatMap((entry) => entry.phrases.map(phraseKey)));
  const seen = new Map<string, TableEntry>();
  for (const entry of entries) {
    for (const phrase of entry.phrases) {
      const key = phraseKey(phrase);
      if (key === "") problems.push(`${facet}: "${phrase}" has no word`);
      if (phrase !== phrase.toLowerCase()) problems.push(`${facet}: "${phrase}" is not in lower case`);
      const owner = owners.get(key);
      if (owner !== undefined) problems.push(`${facet}: "${phrase}" stands in ${owner} already`);
      const earlier = seen.get(key);
      if (earlier !== undefined && earlier !== entry)
        problems.push(`${facet}: "${phrase}" stands in two lines`);
      seen.set(key, entry);
    }
    for (const opposite of entry.opposites) {
      if (!own.has(phraseKey(opposite))) problems.push(`${facet}: the opposite "${opposite}" is no entry`);
    }
  }
  for (const key of own) owners.set(key, facet);
  return problems;
}

function compact({ phrases, opposites, whole }: TableEntry): string {
  const keys = (list: readonly string[]): string => [...new Set(list.map(phraseKey))].join("|");
  return `${whole ? "=" : ""}${keys(phrases)}${opposites.length > 0 ? ` ! ${keys(opposites)}` : ""}`;
}

const owners = new Map<string, string>();
const problems = tables.flatMap(({ facet, entries }) => problemsOf(facet, entries, owners));
const body = tables.map(
  ({ facet, entries }) => `  ${facet}:\n    ${JSON.stringify(entries.map(compact).join("\n"))},\n`,
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
