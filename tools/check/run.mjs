import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Every check of `npm run check`, side by side; each prints only when it fails. */
const CHECKS = [
  ["types", "tsc", "--noEmit", "-p", "tsconfig.json"],
  ["types of the studio", "tsc", "--noEmit", "-p", "web"],
  ["types of its tests", "tsc", "--noEmit", "-p", "test/studio"],
  ["lint", "oxlint", "--type-aware", "--quiet", "src", "test", "tools", "bench", "web/src"],
  ["format", "biome", "check", "--error-on-warnings", "."],
  ["layers", "node", "tools/check/layers.mjs"],
  ["layers of the studio", "node", "tools/check/studio-layers.mjs"],
  ["determinism", "node", "tools/check/determinism.mjs"],
  ["unused code", "knip"],
  ["public names", "tsx", "tools/check/exports.ts", "--check"],
  ["schemas", "tsx", "tools/check/schema.ts", "--check"],
  ["sources", "tsx", "tools/check/sources.ts", "--check"],
  ["vocabulary", "tsx", "tools/vocabulary/generate.ts", "--check"],
];

function run([name, command, ...args]) {
  const file = command === "node" ? process.execPath : `node_modules/.bin/${command}`;
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ name, code: 1, output: String(error), seconds: 0 }));
    child.on("close", (code) => {
      resolve({ name, code: code ?? 1, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

const queue = [...CHECKS];
let failed = 0;
async function work() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { name, code, output, seconds } = await run(next);
    console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) {
      failed += 1;
      console.log(output.trimEnd());
    }
  }
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
