import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draftCompel } from "../compel.js";

type Weighed = readonly [word: string, weight: number];

interface Case {
  readonly text: string;
  readonly error?: string;
  readonly kind?: "and" | "blend" | "sum";
  readonly parts?: readonly {
    readonly weight: number;
    readonly fragments: readonly (readonly [string, number])[];
  }[];
  readonly loras?: readonly (readonly [string, number])[];
}

const FIXTURE = new URL("../../../tools/golden/compel/golden.json", import.meta.url);
const golden = JSON.parse(readFileSync(FIXTURE, "utf8")) as { version: string; cases: readonly Case[] };

function words(text: string, weight: number): Weighed[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [word, Number(weight.toFixed(3))]);
}

function weighed(...said: readonly (string | number)[]): Weighed[] {
  return said.flatMap((text, index) =>
    typeof text === "string" ? words(text, Number(said[index + 1])) : [],
  );
}

/** The reference's weights by word; shares of a blend are told as multiples of their mean, as we tell them. */
function referred({ kind, parts = [] }: Case): Weighed[] {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const scale = kind === "blend" && total > 0 ? parts.length / total : 1;
  return parts.flatMap((part) =>
    part.fragments.flatMap(([text, weight]) => words(text, weight * part.weight * scale)),
  );
}

function ours(text: string): Weighed[] {
  return draftCompel(text).pieces.flatMap((piece) => words(piece.text, piece.weight));
}

/** Where we differ from the reference on purpose, and what we say instead; docs/grammars.md tells why. */
const DIFFERENCES: Readonly<Record<string, readonly Weighed[]>> = {
  // Space before an operator: the reference lets .swap have it, though not signs or numbers; we let none.
  "(red) .swap(blue)": weighed("red", 1, "swap", 1, "blue", 1),
  // A count of weights other than that of the prompts: the reference fails; those left out are 1.
  '("red fox", "snow").and(1)': weighed("red fox", 1, "snow", 1),
  '("red fox", "snow").blend(1)': weighed("red fox", 1, "snow", 1),
  // Words behind a conjunction: the reference drops them behind .and() and fails behind .blend(); we keep them.
  '("red fox", "snow").and() den': weighed("red fox", 1, "snow", 1, "den", 1),
  '("red fox", "snow").blend(1, 1) den': weighed("red fox", 1, "snow", 1, "den", 1),
  // Words before a conjunction: the reference reads the call's name as words; we read the call.
  'den ("red fox", "snow").and()': weighed("den", 1, "red fox", 1, "snow", 1),
  'den, ("red fox", "snow").blend(1, 3)': weighed("den", 1, "red fox", 0.5, "snow", 1.5),
  // A line end within a quoted prompt: the reference then sees no call.
  '("red\nfox", "snow").and()': weighed("red fox", 1, "snow", 1),
  // A pasted network tag: words to the reference, a call of an adapter to us.
  "fox <lora:ink:0.5> snow": weighed("fox", 1, "snow", 1),
};

test("the fixture was made by the version that the documentation names", () => {
  expect(golden.version).toBe("2.5.1");
  expect(golden.cases.length).toBeGreaterThanOrEqual(120);
});

test.each(golden.cases.map((item) => [item.text, item] as const))("compel %j", (text, item) => {
  const difference = DIFFERENCES[text];
  if (difference === undefined) expect(ours(text)).toEqual(referred(item));
  else {
    expect(ours(text)).toEqual(difference);
    if (item.error === undefined) expect(ours(text)).not.toEqual(referred(item));
  }
});

test.each(golden.cases.filter(({ loras = [] }) => loras.length > 0))(
  "adapters of $text",
  ({ text, loras }) => {
    const calls = draftCompel(text).loras.map(({ name, weight }) => [name, weight ?? 1]);
    expect(calls).toEqual(loras);
  },
);
