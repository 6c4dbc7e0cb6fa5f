import { readFileSync, writeFileSync } from "node:fs";

/** The public names, kept in test/exports.txt so that a change of them is seen. */
const path = new URL("../../test/exports.txt", import.meta.url);
const doors = {
  imprompt: await import("../../src/index.js"),
  "imprompt/core": await import("../../src/core.js"),
  "imprompt/language": await import("../../src/language.js"),
  "imprompt/client": await import("../../src/client/index.js"),
};
const lines = Object.entries(doors).flatMap(([name, exported]) =>
  Object.keys(exported)
    .sort()
    .map((key) => `${name} ${key}`),
);
const wanted = `${lines.join("\n")}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(path, wanted);
} else if (readFileSync(path, "utf8") !== wanted) {
  console.error("The public names changed: run npx tsx tools/check/exports.ts and review test/exports.txt");
  process.exitCode = 1;
}
