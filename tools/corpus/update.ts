import { writeFileSync } from "node:fs";
import { loadTarget, TARGET_IDS } from "../../src/dialects/registry.js";
import { CASES, goldenPath, readCase, showPrompt } from "../../test/dialects/cases.js";

/** Writes the corpus' golden files anew, for all targets or those named: read the difference before you keep it. */
const wanted = process.argv.slice(2);
for (const id of wanted.length === 0 ? TARGET_IDS : wanted) {
  const { dialect, version } = await loadTarget(id);
  for (const name of CASES) {
    const prompt = dialect.print(readCase(name), { version, parameters: {} });
    writeFileSync(goldenPath(name, id), showPrompt(prompt));
  }
}
