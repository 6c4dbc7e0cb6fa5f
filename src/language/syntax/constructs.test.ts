import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPhrases } from "../phrases.js";
import { parse } from "./parse.js";
import type { GrammarId } from "./tree.js";

/** Each construct with its source, indented by what holds it. */
function outline(text: string, grammar: GrammarId): string[] {
  const { nodes } = parse(text, grammar);
  const depths: number[] = [];
  return nodes.map(({ kind, start, end, parent }, index) => {
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths[index] = depth;
    return `${"  ".repeat(depth)}${kind} ${text.slice(start, end)}`;
  });
}

/** The sources of all tokens of a kind. */
function tokensOf(text: string, grammar: GrammarId, wanted: string): string[] {
  const { tokens } = parse(text, grammar);
  return tokens.flatMap(({ kind, start, end }) => (kind === wanted ? [text.slice(start, end)] : []));
}

test.each<[string, readonly string[]]>([
  ["a red fox", []],
  ["fox++, snow", ["weighted fox++"]],
  ["(red (fox)+)1.3", ["weighted (red (fox)+)1.3", "  weighted (fox)+"]],
  ["(red fox) den", ["group (red fox)"]],
  ['"red fox"- "den"', ['weighted "red fox"-', 'quotation "den"']],
  ["a (red fox).swap(wolf, s_end=0.3)", ["swap (red fox).swap(wolf, s_end=0.3)", "  group (red fox)"]],
  ['("a b", c).and(1, 2) d', ['and ("a b", c).and(1, 2)', '  part "a b"', "  part c"]],
  [
    '("a+", "b").blend(1, 2)',
    ['blend ("a+", "b").blend(1, 2)', '  part "a+"', "    weighted a+", '  part "b"'],
  ],
  ["photo(real)+", []],
  ["(red - fox)+", []],
  ["((red = x)+ fox)+ snow+", ["weighted snow+"]],
])("compel: constructs of %j", (text, expected) => {
  expect(outline(text, "compel")).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ["fox, {snow}", ["base fox, {snow}", "  strong {snow}"]],
  ["{{fox} den}", ["base {{fox} den}", "  strong {{fox} den}", "    strong {fox}"]],
  ["[fox], 1.5::snow::", ["base [fox], 1.5::snow::", "  weak [fox]", "  numbered 1.5::snow::"]],
  ["2::fox, 0.5::den", ["base 2::fox, 0.5::den", "  numbered 2::fox, ", "  numbered 0.5::den"]],
  ["fox | {hare | owl", ["base fox ", "character  {hare ", "  strong {hare ", "character  owl"]],
  ["{fox, [hare}, owl]", ["base {fox, [hare}, owl]", "  strong {fox, [hare}", "    weak [hare"]],
  ["2::{fox::}", ["base 2::{fox::}", "  numbered 2::{fox::", "    strong {fox"]],
])("novelai: constructs of %j", (text, expected) => {
  expect(outline(text, "novelai")).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ["a fox, snow", ["part a fox, snow"]],
  ["fox::2 den", ["part fox::2", "part den"]],
  ["fox --ar 16:9 --raw", ["part fox ", "parameter --ar 16:9", "parameter --raw"]],
  ["fox --no a, b --s 5", ["part fox ", "exclusion --no a, b", "parameter --s 5"]],
  [
    "fox --sref https://a.b/c 12::2 --tile",
    ["part fox ", "parameter --sref https://a.b/c 12::2", "parameter --tile"],
  ],
  ["fox --s 50 den", ["part fox ", "parameter --s 50", "part den"]],
  [
    "a {red, {grey, wet}} fox",
    [
      "part a {red, {grey, wet}} fox",
      "  permutation {red, {grey, wet}}",
      "    option red",
      "    option  {grey, wet}",
      "      permutation {grey, wet}",
      "        option grey",
      "        option  wet",
    ],
  ],
  [
    "fox --ar {3:2, 1:1} --s 5",
    [
      "part fox ",
      "parameter --ar {3:2, 1:1}",
      "  permutation {3:2, 1:1}",
      "    option 3:2",
      "    option  1:1",
      "parameter --s 5",
    ],
  ],
  [
    "{a --s 5, b}",
    [
      "part {a --s 5, b}",
      "  permutation {a --s 5, b}",
      "    option a --s 5",
      "      parameter --s 5",
      "    option  b",
    ],
  ],
  ["a {red, grey fox", ["part a {red, grey fox"]],
])("midjourney: constructs of %j", (text, expected) => {
  expect(outline(text, "midjourney")).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  [
    "A fox. It is dawn!",
    ["sentence A fox.", "  clause A fox", "sentence It is dawn!", "  clause It is dawn"],
  ],
  [
    "A red fox in snow, and a grey hare",
    ["sentence A red fox in snow, and a grey hare", "  clause A red fox in snow", "  clause and a grey hare"],
  ],
  ["- a cat\n- a dog", ["sentence - a cat", "  clause a cat", "sentence - a dog", "  clause a dog"]],
  [" ... ", []],
])("prose: constructs of %j", (text, expected) => {
  expect(outline(text, "prose")).toEqual(expected);
});

test("compel: brackets without a counterpart are stray, those around what is no syntax are text", () => {
  expect(tokensOf("(red fox", "compel", "stray")).toEqual(["("]);
  expect(tokensOf("red)+ fox", "compel", "stray")).toEqual([")+"]);
  expect(tokensOf("(red - fox)+", "compel", "stray")).toEqual([]);
});

test("novelai: a bracket without its counterpart is told from one with it", () => {
  const kinds = parse("[[fox]} ::", "novelai").tokens.map(({ kind }) => kind);
  expect(kinds).toEqual(["unclosed", "open", "text", "close", "stray", "space", "stray"]);
});

test("midjourney: addresses stand in front, quotations and escapes are whole", () => {
  const text = '/imagine prompt: <https://a.b/c.png> a "x, {y}" \\{z https://d.e/f';
  expect(tokensOf(text, "midjourney", "command")).toEqual(["/imagine prompt: "]);
  expect(tokensOf(text, "midjourney", "address")).toEqual(["<https://a.b/c.png>"]);
  expect(tokensOf(text, "midjourney", "quoted")).toEqual(['"x, {y}"']);
  expect(tokensOf(text, "midjourney", "escape")).toEqual(["\\{"]);
});

test("prose: labels of a list and linking words are no words of a clause", () => {
  const text = "1. a red fox, and a grey hare.";
  expect(tokensOf(text, "prose", "label")).toEqual(["1."]);
  expect(tokensOf(text, "prose", "joiner")).toEqual(["and"]);
  expect(tokensOf(text, "prose", "text")).toEqual(["a red fox", "a grey hare"]);
  expect(tokensOf(text, "prose", "mark")).toEqual([",", "."]);
});

/** Kinds of tokens that no phrase begins or ends in. */
const WORDLESS: ReadonlySet<string> = new Set(
  "open close weight stray unclosed character part call swap options adapter flag option mark label joiner command address".split(
    " ",
  ),
);

const SIGNS = Array.from('()[]{}|,\\+-. \n"a9漢😊').concat(
  '::|2::| --no | --ar 3:2|(" |").and(1)|.swap(|.attend(+)|fox |https://a/b '.split("|"),
);

test.each<GrammarId>(["compel", "novelai", "midjourney", "prose"])(
  "%s: a phrase begins and ends in words of the tree",
  (grammar) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }), (parts) => {
        const source = parts.join("");
        const kinds = new Array<string>(source.length);
        for (const { kind, start, end } of parse(source, grammar).tokens) kinds.fill(kind, start, end);
        for (const { start, end } of splitPhrases(source, grammar).phrases) {
          expect(WORDLESS.has(kinds[start] ?? "")).toBe(false);
          expect(WORDLESS.has(kinds[end - 1] ?? "")).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  },
);
