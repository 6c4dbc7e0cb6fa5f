import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draftA1111 } from "./a1111.js";

interface Golden {
  readonly by: string;
  readonly cases: readonly {
    readonly prompt: string;
    readonly runs: readonly (readonly [string, number])[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL("../../tools/golden/a1111-attention.json", import.meta.url), "utf8"),
) as Golden;

/** Every letter and digit with its weight; signs are left out, for the two differ in whether a stray one is a word. */
function letters(runs: readonly (readonly [string, number])[]): [string, number][] {
  return runs
    .filter(([text, weight]) => !(text === "BREAK" && weight < 0))
    .flatMap(([text, weight]) =>
      (text.match(/[a-z0-9]/giu) ?? []).map((letter): [string, number] => [letter, weight]),
    );
}

test("the reference answered hundreds of prompts", () => {
  expect(golden.cases.length).toBeGreaterThanOrEqual(400);
});

test.each(golden.cases)("$prompt: each letter weighs what the reference says", ({ prompt, runs }) => {
  const ours = letters(draftA1111(prompt).pieces.map(({ text, weight }) => [text, weight]));
  const theirs = letters(runs);
  expect(ours.map(([letter]) => letter).join("")).toBe(theirs.map(([letter]) => letter).join(""));
  ours.forEach(([, weight], index) => expect(weight).toBeCloseTo(theirs[index]?.[1] ?? Number.NaN, 3));
});
