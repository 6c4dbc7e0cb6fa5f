import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "imprompt/core": source("core.ts"),
      "imprompt/language": source("language.ts"),
      "imprompt/client": source("client/index.ts"),
    },
  },
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "web/src/**/*.test.ts"],
    exclude: ["test/studio/**", "**/node_modules/**"],
    testTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./tools/check/plain-reporter.ts"],
  },
});
