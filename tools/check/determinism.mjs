import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Below runtime/ and the doors nothing asks the clock, chance, the locale, the environment or the network: such
 * things come in as parameters. A decode's time limit and its child process are the one exception.
 */
const FORBIDDEN =
  /\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bprocess\.(?:env|stdout|stderr)\b|\bperformance\.now\b|\btoLocale\w+\(|(?<![.\w])fetch\(/u;
const FREE = /^(?:runtime|cli|http|mcp)\/|^image\/decode\/|\.test\.ts$/u;

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !FREE.test(path),
);
let found = 0;
for (const path of files) {
  const lines = readFileSync(join("src", path), "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    if (!FORBIDDEN.test(line)) continue;
    found += 1;
    console.error(`src/${path}:${index + 1}: ${line.trim()}`);
  }
}
if (files.length === 0) throw new Error("no file was looked at");
process.exitCode = found === 0 ? 0 : 1;
