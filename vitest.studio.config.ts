import { defineConfig } from "vitest/config";

/** The studio in a real browser, from the built package: `npm run test:studio`. */
export default defineConfig({
  test: {
    include: ["test/studio/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
    reporters: ["default", "./tools/check/plain-reporter.ts"],
  },
});
