import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Term } from "../../src/blueprint/types.js";
import { loadTarget, TARGET_IDS } from "../../src/dialects/registry.js";
import type { Dialect, ParameterSettings, Prompt } from "../../src/dialects/types.js";
import { loadValidator, type Validate } from "./load-validator.js";
import { calmBlueprint, wildBlueprint } from "./random-blueprint.js";

const RUNS = { numRuns: 60 };

/** Letters and digits alone, links without their scheme: what remains of a phrase under every target's escapes. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\//gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function fold(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) fold(inner);
  return value;
}

/**
 * Right and wrong values for what any version takes, and for a name that none knows. Free text is the caller's
 * own, and so is a size: it may be one that the target draws badly.
 */
function randomSettings(dialect: Dialect): fc.Arbitrary<ParameterSettings> {
  const specs = dialect.versions.flatMap((version) => dialect.capabilities(version).parameters);
  const names = specs
    .filter(({ name, type }) => type !== "text" && name !== "width" && name !== "height")
    .map(({ name }) => name);
  const listed = specs.flatMap(({ values }) => values ?? []);
  const value = fc.oneof(
    fc.constantFrom("", "7", "none of these", ...listed),
    fc.boolean(),
    fc.integer({ min: -10, max: 5000 }),
    fc.double(),
  );
  return fc.dictionary(fc.constantFrom("no-such-setting", ...names), value, { maxKeys: 8 });
}

/** Spans that do not stand on the words of their term; a rephrased exclusion says other words. */
function strayedSpans(prompt: Prompt, terms: readonly Term[]): string[] {
  return prompt.spans
    .filter(({ start, end, termId }) => {
      const term = terms.find(({ id }) => id === termId);
      if (term === undefined || start < 0 || end > prompt.text.length || start >= end) return true;
      return term.polarity === "include" && bare(prompt.text.slice(start, end)) !== bare(term.text);
    })
    .map(({ start, end, termId }) => `${termId}: ${prompt.text.slice(start, end)}`);
}

describe.each(TARGET_IDS)("%s, for any blueprint", (id) => {
  let dialect: Dialect;
  let validate: Validate;

  beforeAll(async () => {
    ({ dialect } = await loadTarget(id));
    validate = await loadValidator(id);
  });

  it("stays within its budget whatever the words, and tags within their rules, in every version", () => {
    fc.assert(
      fc.property(wildBlueprint, (blueprint) => {
        for (const version of dialect.versions) {
          const prompt = dialect.print(blueprint, { version, parameters: {} });
          expect(prompt.budget.used).toBeLessThanOrEqual(prompt.budget.max);
          const { form } = dialect.capabilities(version);
          expect(form === "tags" ? validate(prompt, version) : []).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("keeps its rules for plain words under any settings, in every version", () => {
    fc.assert(
      fc.property(calmBlueprint, randomSettings(dialect), (blueprint, parameters) => {
        for (const version of dialect.versions) {
          const prompt = dialect.print(blueprint, { version, parameters });
          expect(prompt.budget.used).toBeLessThanOrEqual(prompt.budget.max);
          expect(validate(prompt, version)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("says every included term or tells that it does not", () => {
    fc.assert(
      fc.property(wildBlueprint, (blueprint) => {
        const prompt = dialect.print(blueprint, { version: dialect.defaultVersion, parameters: {} });
        const said = new Set(prompt.spans.map(({ termId }) => termId));
        const told = new Set(prompt.warnings.map(({ termId }) => termId));
        const silent = blueprint.terms.filter(
          ({ id: term, polarity, text }) =>
            polarity === "include" && bare(text) !== "" && !said.has(term) && !told.has(term),
        );
        expect(silent).toEqual([]);
      }),
      RUNS,
    );
  });

  it("points its spans at the words of their terms", () => {
    fc.assert(
      fc.property(wildBlueprint, (blueprint) => {
        const prompt = dialect.print(blueprint, { version: dialect.defaultVersion, parameters: {} });
        if (dialect.capabilities(dialect.defaultVersion).form === "tags") {
          expect(strayedSpans(prompt, blueprint.terms)).toEqual([]);
        }
        const starts = prompt.spans.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((x, y) => x - y));
        for (const { start, end } of prompt.spans) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(prompt.text.length);
        }
      }),
      RUNS,
    );
  });

  it("answers the same each time and leaves the blueprint alone", () => {
    fc.assert(
      fc.property(wildBlueprint, (blueprint) => {
        fold(blueprint);
        const options = { version: dialect.defaultVersion, parameters: {} };
        expect(dialect.print(structuredClone(blueprint), options)).toEqual(dialect.print(blueprint, options));
      }),
      RUNS,
    );
  });
});
