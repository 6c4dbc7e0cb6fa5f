import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { blueprintSchema } from "../../src/blueprint/schema.js";

/** Writes schema/blueprint.json from the zod schema; with --check, fails when the file is stale. */
const path = new URL("../../schema/blueprint.json", import.meta.url);
const schema = { title: "imprompt blueprint", ...z.toJSONSchema(blueprintSchema) };
const wanted = `${JSON.stringify(schema, null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(path, wanted);
} else if (readFileSync(path, "utf8") !== wanted) {
  console.error("schema/blueprint.json is stale: run npx tsx tools/check/schema.ts");
  process.exitCode = 1;
}
