import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** Runs dependency-cruiser and proves that it looked: a cruise of too few modules is a failure, not a pass. */
const bin = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
const run = spawnSync(
  process.execPath,
  [bin, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"],
  {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  },
);
if (run.stdout === "") {
  console.error(run.stderr);
  process.exit(1);
}
const { summary, modules } = JSON.parse(run.stdout);
const cruised = modules.filter((module) => module.source.startsWith("src/") && module.source.endsWith(".ts"));
const onDisk = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);
for (const { rule, from, to } of summary.violations)
  console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
if (cruised.length < onDisk.length || onDisk.length === 0) {
  console.error(`only ${cruised.length} of ${onDisk.length} modules were cruised`);
  process.exit(1);
}
const linked = cruised.filter((module) => module.dependencies.length > 0).length;
if (linked < cruised.length / 2) {
  console.error(
    `only ${linked} of ${cruised.length} modules show any import: the cruise did not resolve them`,
  );
  process.exit(1);
}
console.log(`layers: ${cruised.length} modules cruised, ${summary.violations.length} violations`);
process.exit(summary.violations.length === 0 ? 0 : 1);
