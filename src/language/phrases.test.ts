import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPhrases } from "./phrases.js";
import type { GrammarId } from "./syntax/tree.js";
import { GRAMMARS } from "./syntax/tree.js";

type Said = readonly (string | number)[];

/** Text and weight by turns; the weight of an exclusion is negative here. */
function said(text: string, grammar: GrammarId): Said {
  return splitPhrases(text, grammar).phrases.flatMap((phrase) => [
    phrase.text,
    phrase.polarity === "exclude" ? -phrase.weight : phrase.weight,
  ]);
}

// Expected weights are worked out by hand from the published rules: A1111's documentation of attention.
test.each<[string, Said]>([
  ["a cat", ["a cat", 1]],
  ["(a cat)", ["a cat", 1.1]],
  ["((a cat))", ["a cat", 1.21]],
  ["(((a cat)))", ["a cat", 1.331]],
  ["[a cat]", ["a cat", 0.9091]],
  ["[[a cat]]", ["a cat", 0.8264]],
  ["([a cat])", ["a cat", 1]],
  ["(a cat:1.5)", ["a cat", 1.5]],
  ["(a cat:.5)", ["a cat", 0.5]],
  ["(a cat:2)", ["a cat", 2]],
  ["(a cat: 1.5 )", ["a cat", 1.5]],
  ["((a cat:1.5))", ["a cat", 1.65]],
  ["((a cat:1.5):2)", ["a cat", 3]],
  ["(a, (b:1.5):1.2)", ["a", 1.2, "b", 1.8]],
  ["(a cat:-1)", ["a cat", -1]],
  ["(a cat:0)", ["a cat", 0]],
  ["(a, b, c:1.2), d", ["a", 1.2, "b", 1.2, "c", 1.2, "d", 1]],
  ["(a, b", ["a", 1.1, "b", 1.1]],
  ["[a, b", ["a", 0.9091, "b", 0.9091]],
  ["((a), b", ["a", 1.21, "b", 1.1]],
  ["a), b", ["a", 1, "b", 1]],
  ["a:1.4, b", ["a", 1, "b", 1]],
  ["ratio 16:9, b", ["ratio 16:9", 1, "b", 1]],
  ["\\(a\\), b", ["(a)", 1, "b", 1]],
  ["(a \\(b\\):1.2)", ["a (b)", 1.2]],
  ["a_b, c", ["a b", 1, "c", 1]],
  ["^_^, c", ["^_^", 1, "c", 1]],
  ["(a:b), c", ["a:b", 1.1, "c", 1]],
  ["(a:b:1.3), c", ["a:b", 1.3, "c", 1]],
  ["(a:1.2.3), c", ["a:1.2.3", 1.1, "c", 1]],
  ["a BREAK b", ["a", 1, "b", 1]],
  ["a AND b", ["a", 1, "b", 1]],
  ["a:0.5 AND (b):2", ["a", 0.5, "b", 2.2]],
  ["(a AND b", ["a", 1.1, "b", 1]],
  ["BREAKFAST, SANDWICH", ["BREAKFAST", 1, "SANDWICH", 1]],
  ["[a:b:0.5]", ["a", 1, "b", 1]],
  ["[a:b:10]", ["a", 1, "b", 1]],
  ["[a:0.5]", ["a", 1]],
  ["[a::0.5]", ["a", 1]],
  ["[(a:1.2):b:0.5]", ["a", 1.2, "b", 1]],
  ["a [red:blue:0.5] car", ["a red car", 1, "a blue car", 1]],
  ["[a|b|c]", ["a", 1, "b", 1, "c", 1]],
  ["a [red|blue] car, x", ["a red car", 1, "a blue car", 1, "x", 1]],
  ["a {red|blue} car", ["a red car", 1, "a blue car", 1]],
  ["{{a}}, b", ["a", 1, "b", 1]],
  ["a | b", ["a", 1, "b", 1]],
  ["a <lora:x:0.8> b, <hypernet:y:1>c", ["a", 1, "b", 1, "c", 1]],
  ["embedding:bad_hands_v4, <my-style>", ["embedding:bad_hands_v4", 1, "<my-style>", 1]],
  [
    "girl (blue eyes:1.2), (cat ears) (dog tail)",
    ["girl", 1, "blue eyes", 1.2, "cat ears", 1.1, "dog tail", 1.1],
  ],
  ["a (red:1.3) apple", ["a red apple", 1.15]],
  ["photo of a (black cat:1.2)", ["photo of a black cat", 1.1333]],
  ["photo(realistic:1.2)", ["photorealistic", 1.1]],
  ["oil painting. loose brushwork.", ["oil painting", 1, "loose brushwork", 1]],
  ["f/1.8, 1,000 people, by Dr. Roe", ["f/1.8", 1, "1,000 people", 1, "by Dr. Roe", 1]],
  ['sign "A, B", c', ['sign "A, B"', 1, "c", 1]],
  ["a, , ,, b,", ["a", 1, "b", 1]],
  ["白背景、少女", ["白背景", 1, "少女", 1]],
  ["", []],
  [" ,()[]{}:|\\ ", []],
])("a1111 %j", (text, expected) => {
  expect(said(text, "a1111")).toEqual(expected);
});

// By ComfyUI's rules: 1.1 a bracket, a number replaces what is outside it, no other syntax.
test.each<[string, Said]>([
  ["(a)", ["a", 1.1]],
  ["((a))", ["a", 1.21]],
  ["(a:1.5)", ["a", 1.5]],
  ["((a:1.5))", ["a", 1.5]],
  ["((a:1.5):0.5)", ["a", 1.5]],
  ["((a):0.5)", ["a", 0.55]],
  ["(a, (b):2)", ["a", 2, "b", 2.2]],
  ["(a:b)", ["a:b", 1.1]],
  ["(a, b:1.2)", ["a", 1.2, "b", 1.2]],
  ["[a]", ["a", 1]],
  ["[[a]], b", ["a", 1, "b", 1]],
  ["\\(a\\)", ["(a)", 1]],
  ["(a, b", ["a", 1, "b", 1]],
  ["(a, (b), c", ["a", 1, "b", 1, "c", 1]],
  ["a), (b), (c)", ["a", 1, "b", 1, "c", 1]],
  ["embedding:easy_v1, a", ["embedding:easy_v1", 1, "a", 1]],
  ["{red|blue} car", ["red car", 1, "blue car", 1]],
  ["a\nb", ["a", 1, "b", 1]],
])("comfyui %j", (text, expected) => {
  expect(said(text, "comfyui")).toEqual(expected);
});

// By compel's README: 1.1 a plus, 0.9 a minus, a number after the bracket.
test.each<[string, Said]>([
  ["a+", ["a", 1.1]],
  ["a++, b", ["a", 1.21, "b", 1]],
  ["a-", ["a", 0.9]],
  ["a---", ["a", 0.729]],
  ["(a b)+", ["a b", 1.1]],
  ["(a b)--", ["a b", 0.81]],
  ["(a b)1.3", ["a b", 1.3]],
  ["(a b)0.5", ["a b", 0.5]],
  ["(a, (b)+)1.5", ["a", 1.5, "b", 1.65]],
  ["(a b)", ["a b", 1]],
  ["well-lit room, low-key", ["well-lit room", 1, "low-key", 1]],
  ["\\(a\\)", ["(a)", 1]],
  ['("a b", "c").and()', ["a b", 1, "c", 1]],
  ['("a b", "c").and(1, 0.5)', ["a b", 1, "c", 0.5]],
  ['("a", "b").blend(0.25, 0.75)', ["a", 0.5, "b", 1.5]],
  ['("a+", "b").blend(1, 1)', ["a", 1.1, "b", 1]],
  ['x, ("a" b), y', ["x", 1, '"a" b', 1, "y", 1]],
  ["(a", ["a", 1]],
])("compel %j", (text, expected) => {
  expect(said(text, "compel")).toEqual(expected);
});

// By NovelAI's documentation: 1.05 a brace, numbers until "::".
test.each<[string, Said]>([
  ["{a}", ["a", 1.05]],
  ["{{a}}", ["a", 1.1025]],
  ["[a]", ["a", 0.9524]],
  ["{[a]}", ["a", 1]],
  ["{a, b", ["a", 1.05, "b", 1.05]],
  ["1.5::a::", ["a", 1.5]],
  ["1.5::a, b::, c", ["a", 1.5, "b", 1.5, "c", 1]],
  ["2::a, 0.5::b::, c", ["a", 2, "b", 0.5, "c", 1]],
  ["-0.8::feet::, c", ["feet", -0.8, "c", 1]],
  ["1.5::a", ["a", 1.5]],
  ["{2::a::}", ["a", 2.1]],
  ["girl, a | boy, b", ["girl", 1, "a", 1, "boy", 1, "b", 1]],
  ["(a), x \\(y\\)", ["(a)", 1, "x (y)", 1]],
  ["1girl, long_hair", ["1girl", 1, "long hair", 1]],
])("novelai %j", (text, expected) => {
  expect(said(text, "novelai")).toEqual(expected);
});

test.each<[string, Said]>([
  ["a cat, a hat --ar 16:9", ["a cat", 1, "a hat", 1]],
  ["hot::2 dog", ["hot", 2, "dog", 1]],
  ["hot:: dog::", ["hot", 1, "dog", 1]],
  ["a field::1 tulips::-0.5", ["a field", 1, "tulips", -1]],
  ["a field --no tulips, people", ["a field", 1, "tulips", -1, "people", -1]],
  ["a {red, blue} bird", ["a red bird", 1, "a blue bird", 1]],
  ['a sign "Hello, you"', ['a sign "Hello, you"', 1]],
  ["/imagine prompt: a cat", ["a cat", 1]],
  ["a well-made chair — oak", ["a well-made chair", 1, "oak", 1]],
])("midjourney %j", (text, expected) => {
  expect(said(text, "midjourney")).toEqual(expected);
});

test("midjourney's addresses and flags are taken out of the words", () => {
  const split = splitPhrases(
    "https://a.b/c.png <https://d.e/f.jpg> a fox --ar 3:2 --raw —s 250 --no text",
    "midjourney",
  );
  expect(split.images).toEqual(["https://a.b/c.png", "https://d.e/f.jpg"]);
  expect(split.parameters).toEqual([
    { flag: "ar", value: "3:2" },
    { flag: "raw", value: "" },
    { flag: "s", value: "250" },
  ]);
  expect(split.phrases.map((phrase) => phrase.text)).toEqual(["a fox", "text"]);
});

test.each<[string, readonly string[]]>([
  ["A red fox sleeps in the snow.", ["A red fox sleeps in the snow"]],
  ["A fox. It is dawn.", ["A fox", "It is dawn"]],
  ["A tall, dark house.", ["A tall, dark house"]],
  ["She has red, green, and blue hair.", ["She has red, green, and blue hair"]],
  ["In the background, a mountain rises.", ["In the background, a mountain rises"]],
  ["A man, who is old, reads.", ["A man, who is old, reads"]],
  [
    "A woman in a red dress, standing on a balcony, with soft golden light, muted colors, and a calm mood",
    [
      "A woman in a red dress",
      "standing on a balcony",
      "with soft golden light",
      "muted colors",
      "a calm mood",
    ],
  ],
  ["a cat, oil painting, warm light, bokeh", ["a cat", "oil painting", "warm light", "bokeh"]],
  [
    "A fox in the style of Hokusai shot on 35mm film.",
    ["A fox", "in the style of Hokusai", "shot on 35mm film"],
  ],
  ["The room is lit by candles; rain outside.", ["The room is lit by candles", "rain outside"]],
  ['A sign says "Stop. Go, now."', ['A sign says "Stop. Go, now."']],
  ["Portrait by J. M. W. Turner at 1,000 ft.", ["Portrait by J. M. W. Turner at 1,000 ft"]],
  ["- a cat\n- a dog\n1. a hat", ["a cat", "a dog", "a hat"]],
  ["少女の肖像。白い背景。", ["少女の肖像", "白い背景"]],
])("prose %j", (text, expected) => {
  expect(splitPhrases(text, "prose").phrases.map((phrase) => phrase.text)).toEqual(expected);
});

test("plain tags know no weights, and unescape brackets", () => {
  expect(said("long_hair, asuka_\\(eva\\), (a:1.2)", "tags")).toEqual([
    "long hair",
    1,
    "asuka (eva)",
    1,
    "(a:1.2)",
    1,
  ]);
});

test("adapters are calls with their weight", () => {
  expect(splitPhrases("a, <lora:film look:0.8>, <lyco:b>, <lora:c:1:0.5>", "a1111").loras).toEqual([
    { name: "film look", weight: 0.8 },
    { name: "b" },
    { name: "c", weight: 1 },
  ]);
});

test("what a list of phrases cannot say is told, with its place", () => {
  const text = "a [cat:dog:0.5], (open, <hypernet:x:1>";
  const { warnings } = splitPhrases(text, "a1111");
  expect(warnings.map(({ start, end }) => text.slice(start, end))).toEqual([
    "[cat:dog:0.5]",
    "<hypernet:x:1>",
    "(open, <hypernet:x:1>",
  ]);
});

const SYNTAX = [
  ...Array.from("()[]{}<>:|,\\.+-_ \n\"'#*19a漢😊"),
  "AND",
  "BREAK",
  "::",
  "--no ",
  ":1.2)",
  ":0.5]",
  "<lora:a:1>",
  '("',
  '").blend(1)',
  " lit by ",
  "https://a ",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...SYNTAX), { maxLength: 60 }).map((parts) => parts.join("")),
);

test.each(GRAMMARS)("%s: any string gives clean phrases in reading order within the text", (grammar) => {
  fc.assert(
    fc.property(text, (source) => {
      for (const phrase of splitPhrases(source, grammar).phrases) {
        expect(phrase.text).toBe(phrase.text.trim());
        expect(phrase.text).not.toBe("");
        expect(phrase.text).not.toMatch(/[\n\r]| {2}/u);
        expect(Number.isFinite(phrase.weight) && phrase.weight >= 0).toBe(true);
        expect(phrase.start).toBeGreaterThanOrEqual(0);
        expect(phrase.end).toBeGreaterThan(phrase.start);
        expect(phrase.end).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(GRAMMARS)("%s: words without syntax come back as they are", (grammar) => {
  const word = fc.stringMatching(/^[b-z]{3,8}$/u);
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 4, maxLength: 8 }), (phrases) => {
      const source = phrases.join(", ");
      const split = splitPhrases(source, grammar);
      expect(split.phrases.map(({ start, end }) => source.slice(start, end))).toEqual(
        split.phrases.map((part) => part.text),
      );
      expect(split.phrases.map((part) => part.text).join(", ")).toBe(source);
      expect(split.warnings).toEqual([]);
    }),
  );
});

test.each(GRAMMARS)("%s: a megabyte of brackets ends, and long runs of any syntax", (grammar) => {
  const ends = (unit: string, length: number): void => {
    const { phrases } = splitPhrases(unit.repeat(Math.ceil(length / unit.length)), grammar);
    expect(phrases.length).toBeLessThan(length);
  };
  ends("(", 1_000_000);
  ends("[[a]", 1_000_000);
  const units = [
    ")",
    "[a|b]",
    "[[[a|b]|b]",
    "{a|",
    "( )",
    "<",
    '("',
    "::",
    "1::a ",
    "\\",
    "a,",
    "-",
    " lit by a",
    "--no a ",
  ];
  for (const unit of units) ends(unit, 60_000);
});
