import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { recipeSchema } from "../../src/blueprint/recipe/schema.js";
import { blueprintSchema } from "../../src/blueprint/schema.js";

/** Writes schema/*.json from the zod schemas; with --check, fails when one is stale. */
const SCHEMAS = { blueprint: blueprintSchema, recipe: recipeSchema };

for (const [name, schema] of Object.entries(SCHEMAS)) {
  const path = new URL(`../../schema/${name}.json`, import.meta.url);
  const wanted = `${JSON.stringify({ title: `imprompt ${name}`, ...z.toJSONSchema(schema) }, null, 2)}\n`;
  if (!process.argv.includes("--check")) writeFileSync(path, wanted);
  else if (readFileSync(path, "utf8") !== wanted) {
    console.error(`schema/${name}.json is stale: run npx tsx tools/check/schema.ts`);
    process.exitCode = 1;
  }
}
