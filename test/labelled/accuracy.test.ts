import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FACETS } from "../../src/blueprint/facets.js";
import { type Accuracy, accuracyOf, outcomes, readLabels } from "./measure.js";

const recorded = JSON.parse(readFileSync(new URL("recorded.json", import.meta.url), "utf8")) as {
  readonly [name: string]: Accuracy;
};

test.each(["phrases", "holdout"] as const)("of %s no less is right than was recorded", (name) => {
  const accuracy = accuracyOf(outcomes(readLabels(name)));
  const floor = recorded[name];
  expect(accuracy.phrases).toBe(floor?.phrases);
  expect(accuracy.facet).toBeGreaterThanOrEqual(floor?.facet ?? 1);
  expect(accuracy.bucket).toBeGreaterThanOrEqual(floor?.bucket ?? 1);
  expect(accuracy.strict).toBeGreaterThanOrEqual(floor?.strict ?? 1);
});

test("of the phrases labelled by hand 85 % get their facet and 92 % their bucket", () => {
  const labels = readLabels("phrases");
  expect(labels.length).toBeGreaterThanOrEqual(400);
  const accuracy = accuracyOf(outcomes(labels));
  expect(accuracy.strict).toBeGreaterThanOrEqual(0.85);
  expect(accuracy.bucket).toBeGreaterThanOrEqual(0.92);
});

test("either file has labels of every facet, and no phrase stands in both", () => {
  const [dev, held] = [readLabels("phrases"), readLabels("holdout")];
  for (const labels of [dev, held]) {
    expect([...new Set(labels.map(({ facet }) => facet))].sort()).toEqual([...FACETS].sort());
  }
  expect(held.length).toBeGreaterThanOrEqual(150);
  const known = new Set(dev.map(({ phrase }) => phrase.toLowerCase()));
  expect(held.filter(({ phrase }) => known.has(phrase.toLowerCase())).map(({ phrase }) => phrase)).toEqual(
    [],
  );
});
