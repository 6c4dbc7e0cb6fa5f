import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTarget, TARGET_IDS } from "../src/dialects/registry.js";
import type { Dialect } from "../src/dialects/types.js";
import { CASES, goldenPath, readCase, showPrompt } from "./dialects/cases.js";
import { loadValidator, type Validate } from "./dialects/load-validator.js";

it("has at least 12 cases", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(12);
});

describe.each(TARGET_IDS)("%s", (id) => {
  let dialect: Dialect;
  let validate: Validate;

  beforeAll(async () => {
    ({ dialect } = await loadTarget(id));
    validate = await loadValidator(id);
  });

  it.each(CASES)("says %s as its golden file does (npx tsx tools/corpus/update.ts)", (name) => {
    const prompt = dialect.print(readCase(name), { version: dialect.defaultVersion, parameters: {} });
    const path = goldenPath(name, id);
    expect(existsSync(path), "the golden file exists").toBe(true);
    expect(showPrompt(prompt)).toBe(readFileSync(path, "utf8"));
  });

  it.each(CASES)("keeps the target's rules for %s in every version", (name) => {
    for (const version of dialect.versions) {
      const prompt = dialect.print(readCase(name), { version, parameters: {} });
      expect({ version, text: prompt.text, violations: validate(prompt, version) }).toMatchObject({
        violations: [],
      });
      expect(prompt.budget.used).toBeLessThanOrEqual(prompt.budget.max);
      expect(prompt.target).toBe(version === dialect.defaultVersion ? id : `${id}@${version}`);
    }
  });

  it("describes each version by data that agrees with it", () => {
    expect(dialect.id).toBe(id);
    expect(dialect.versions).toContain(dialect.defaultVersion);
    for (const version of dialect.versions) {
      const { target, version: own, parameters } = dialect.capabilities(version);
      expect({ target, own }).toEqual({ target: id, own: version });
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(() => dialect.capabilities("no such version")).toThrow(/no such version/);
  });
});
