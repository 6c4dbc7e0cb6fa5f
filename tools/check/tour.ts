import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Rewrites what the commands of docs/tour.md print; read the difference before committing it. */
const path = new URL("../../docs/tour.md", import.meta.url);
const page = readFileSync(path, "utf8");
const written = page.replace(/```console\n\$ (imprompt [\s\S]*?)\n([\s\S]*?)```/gu, (_, command: string) => {
  const script = `imprompt() { "${process.execPath}" --import tsx src/cli/main.ts "$@"; }; ${command}`;
  const printed = execFileSync("bash", ["-c", script], { encoding: "utf8" });
  return `\`\`\`console\n$ ${command}\n${printed.trimEnd()}\n\`\`\``;
});
writeFileSync(path, written);
