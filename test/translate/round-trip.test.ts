import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPhrases } from "../../src/app/understand/read-phrases.js";
import { understand } from "../../src/app/understand.js";
import type { Blueprint, Term } from "../../src/blueprint/types.js";
import { printGrammar } from "../../src/dialects/grammars/print-grammar.js";
import type { WeightGrammar } from "../../src/dialects/grammars/weight-syntax.js";
import { WEIGHT_GRAMMARS } from "../../src/dialects/grammars/weight-syntax.js";
import { splitPhrases } from "../../src/language/phrases.js";
import type { GrammarId } from "../../src/language/syntax/tree.js";
import { GRAMMARS } from "../../src/language/syntax/tree.js";
import { calmTerms, signedTerms, wildTerms } from "./random-terms.js";

const RUNS = { numRuns: 2000 };
const COMMA_GRAMMARS: readonly GrammarId[] = [...WEIGHT_GRAMMARS, "midjourney", "tags", "danbooru"];
/** Grammars that write a number to a phrase. */
const NUMBERED: readonly GrammarId[] = [...WEIGHT_GRAMMARS, "midjourney"];

interface Meaning {
  readonly text: string;
  readonly weight: number;
  readonly excluded: boolean;
}

/** Equal words by weight: a target may put exclusions that it weighs before those that it does not. */
function byWords(x: Meaning, y: Meaning): number {
  if (x.text !== y.text) return x.text < y.text ? -1 : 1;
  return x.weight - y.weight;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_]+/gu, " ")
    .trim();
}

/** By text: what a split says, the negative field's phrases excluded. */
function meaningsOf(text: string, negative: string | null, grammar: GrammarId): Meaning[] {
  const of = (source: string, field: boolean): Meaning[] =>
    splitPhrases(source, grammar).phrases.map(({ text: words, weight, polarity }) => ({
      text: plain(words),
      weight,
      excluded: field || polarity === "exclude",
    }));
  return [...of(text, false), ...of(negative ?? "", true)].sort(byWords);
}

function meaningsOfTerms(terms: readonly Term[], weighed: boolean): Meaning[] {
  return terms
    .map(({ text, weight, polarity }) => ({
      text: plain(text),
      weight: weighed ? weight : 1,
      excluded: polarity === "exclude",
    }))
    .sort(byWords);
}

function expectSame(got: readonly Meaning[], wanted: readonly Meaning[]): void {
  expect(got.map(({ text, excluded }) => ({ text, excluded }))).toEqual(
    wanted.map(({ text, excluded }) => ({ text, excluded })),
  );
  got.forEach(({ weight }, index) => {
    expect(Math.abs(weight - (wanted[index]?.weight ?? 0))).toBeLessThan(0.0011);
  });
}

describe.each(COMMA_GRAMMARS)("a blueprint printed in %s", (grammar) => {
  it("reads back as it was meant, without a warning but for lost weights", () => {
    fc.assert(
      fc.property(calmTerms, (blueprint) => {
        const { text, negative, warnings } = printGrammar(blueprint, grammar);
        const lost = warnings.filter(({ code }) => code === "weight-dropped").map(({ termId }) => termId);
        expect(warnings.filter(({ code }) => code !== "weight-dropped")).toEqual([]);
        const kept = blueprint.terms.map((term) => (lost.includes(term.id) ? { ...term, weight: 1 } : term));
        expectSame(meaningsOf(text, negative, grammar), meaningsOfTerms(kept, true));
        const weighed = blueprint.terms.filter(({ weight }) => weight !== 1).map(({ id }) => id);
        if (!NUMBERED.includes(grammar)) expect(new Set(lost)).toEqual(new Set(weighed));
      }),
      RUNS,
    );
  });

  it.each([
    ["signs", signedTerms],
    ["anything", wildTerms],
  ])("tells each term that does not come back: %s", (_, terms) => {
    fc.assert(
      fc.property(terms, (blueprint) => {
        const { text, negative, warnings } = printGrammar(blueprint, grammar);
        const told = new Set(warnings.map(({ termId }) => termId));
        const read = meaningsOf(text, negative, grammar);
        for (const term of blueprint.terms) {
          if (told.has(term.id)) continue;
          const [wanted] = meaningsOfTerms([term], NUMBERED.includes(grammar));
          const words = bare(wanted?.text ?? "");
          const same = read.filter((got) => bare(got.text) === words && got.excluded === wanted?.excluded);
          if (words !== "")
            expect(same.map(({ weight }) => Math.round(weight * 500))).toContain(
              Math.round((wanted?.weight ?? 1) * 500),
            );
        }
      }),
      RUNS,
    );
  });
});

/** Letters and digits alone: what no escape touches. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Signs come back to the letter where the grammar has escapes for them. */
describe.each<[WeightGrammar, readonly string[]]>([
  ["a1111", ["(x) fox", "fox [sketch]", "saber (fate)", "C++ fox", "ratio 16:9", '"OPEN" fox', "fox 1.5 m"]],
  ["comfyui", ["(x) fox", "saber (fate)", "C++ fox", "ratio 16:9", '"OPEN" fox', "fox 2"]],
  [
    "compel",
    ["(x) fox", "saber (fate)", "C++ fox", "fox C++", "half- fox", "a--b fox", '"OPEN" fox', "ratio 16:9"],
  ],
  ["novelai", ["{a} fox", "fox [sketch]", "(x) fox", "C++ fox", "ratio 16:9", "fox 2", "fox 1.5"]],
])("signs in %s", (grammar, phrases) => {
  it.each(phrases)("%s", (text) => {
    for (const weight of [1, 1.3]) {
      const term: Term = {
        id: "t",
        facet: "subject",
        text,
        weight,
        confidence: 1,
        polarity: "include",
        evidence: [{ source: "user" }],
      };
      const blueprint: Blueprint = {
        version: 1,
        terms: [term, { ...term, id: "u", text: "fog", weight: 1 }],
        frame: { width: 1, height: 1 },
        palette: [],
        references: [],
      };
      const printed = printGrammar(blueprint, grammar);
      expect(splitPhrases(printed.text, grammar).phrases).toMatchObject([
        { text, weight },
        { text: "fog", weight: 1 },
      ]);
      expect(printed.warnings).toEqual([]);
    }
  });
});

const PAIRS = NUMBERED.flatMap((from) =>
  NUMBERED.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe.each(PAIRS)("%s to %s and back", (from, to) => {
  it("says the same", () => {
    fc.assert(
      fc.property(signedTerms, (blueprint) => {
        const source = printGrammar(blueprint, from);
        const first = understand(source.text, from, { negative: source.negative ?? "" }).blueprint;
        const there = printGrammar(first, to);
        const second = understand(there.text, to, { negative: there.negative ?? "" }).blueprint;
        const back = printGrammar(second, from);
        const again = understand(back.text, from, { negative: back.negative ?? "" }).blueprint;
        const told = [...there.warnings, ...back.warnings].length > 0;
        const meant = meaningsOfTerms(first.terms, true);
        if (!told) expectSame(meaningsOfTerms(again.terms, true), meant);
      }),
      RUNS,
    );
  });

  it("warns of nothing where phrases are plain words and no exclusion is weighed", () => {
    fc.assert(
      fc.property(calmTerms, (blueprint) => {
        const terms = blueprint.terms.map((term) =>
          term.polarity === "exclude" ? { ...term, weight: 1 } : term,
        );
        const source = printGrammar({ ...blueprint, terms }, from);
        const read = understand(source.text, from, { negative: source.negative ?? "" });
        const there = printGrammar(read.blueprint, to);
        expect([...source.warnings, ...read.warnings, ...there.warnings]).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe.each(["prose", "ideogram-json", "flux-json"] as const)("a blueprint printed in %s", (grammar) => {
  it("says every included phrase and tells each exclusion that it cannot say", () => {
    fc.assert(
      fc.property(calmTerms, (blueprint) => {
        const { text, negative, warnings, spans } = printGrammar(blueprint, grammar);
        const said = new Set(spans.map(({ termId }) => termId));
        const told = new Set(warnings.map(({ termId }) => termId));
        const field = meaningsOf("", negative, "tags").map((meaning) => meaning.text);
        for (const term of blueprint.terms) {
          if (term.polarity === "include") expect(said.has(term.id) || told.has(term.id)).toBe(true);
          else expect(field.includes(plain(term.text)) || told.has(term.id)).toBe(true);
        }
        if (grammar !== "prose") expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      RUNS,
    );
  });
});

describe("every grammar", () => {
  it("prints and reads whatever it is given", () => {
    fc.assert(
      fc.property(wildTerms, fc.constantFrom(...GRAMMARS), fc.string(), (blueprint, grammar, text) => {
        expect(() => printGrammar(blueprint, grammar)).not.toThrow();
        expect(() => readPhrases(text, grammar, "include")).not.toThrow();
      }),
      RUNS,
    );
  });
});
