import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPhrases } from "../phrases.js";
import { parse } from "./parse.js";
import type { SyntaxTree } from "./tree.js";
import { GRAMMARS, printRaw } from "./tree.js";

const SIGNS = [
  ...Array.from("()[]{}<>:|,\\.+-_ \n\t\"'#*$19aé漢😊"),
  ...'\ud800 \udc00 AND BREAK :: --no --ar __a__ :1.2) :0.5] <lora:a:1> embedding:a 2$$ 0.5:: _( \\( \\) {"a":'.split(
    " ",
  ),
  '("',
  '").blend(1, 0.5)',
  '": "',
  "https://a/b.png ",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 80 }).map((parts) => parts.join("")),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom("(", "[", "{", "<"), fc.integer({ min: 1, max: 300 }))
    .map(([sign, count]) => sign.repeat(count)),
);

/** The laws of a tree that need no second opinion. */
function checkTree(tree: SyntaxTree, source: string): void {
  let end = 0;
  for (const token of tree.tokens) {
    if (token.start !== end || token.end <= token.start) throw new Error(`token ${JSON.stringify(token)}`);
    end = token.end;
  }
  expect(end).toBe(source.length);
  expect(printRaw(tree) === source && tree.source === source).toBe(true);
  const starts = new Set(tree.tokens.map((token) => token.start));
  const ends = new Set(tree.tokens.map((token) => token.end));
  const held: number[] = [];
  tree.nodes.forEach((node, index) => {
    while (held.length > 0 && tree.nodes[held.at(-1) ?? 0]!.end <= node.start) held.pop();
    const holder = tree.nodes[held.at(-1) ?? -1];
    const fits = holder === undefined || (holder.start <= node.start && node.end <= holder.end);
    const whole = node.end > node.start && starts.has(node.start) && ends.has(node.end);
    if (!fits || !whole || node.parent !== (held.at(-1) ?? -1))
      throw new Error(`node ${JSON.stringify(node)}`);
    held.push(index);
  });
}

test.each(GRAMMARS)("%s: tokens tile any string, nodes nest, and it prints back to the letter", (grammar) => {
  fc.assert(
    fc.property(text, (source) => {
      const tree = parse(source, grammar);
      expect(tree.grammar).toBe(grammar);
      checkTree(tree, source);
    }),
    { numRuns: 2000 },
  );
});

const OURS = ["a1111", "comfyui", "tags", "danbooru", "ideogram-json", "flux-json"] as const;

test.each(OURS)("%s: a phrase begins and ends in words of the tree, never in its syntax", (grammar) => {
  const wordless = new Set([
    "open",
    "close",
    "weight",
    "when",
    "and",
    "break",
    "bar",
    "count",
    "quote",
    "stray",
  ]);
  fc.assert(
    fc.property(text, (words) => {
      const source = grammar.endsWith("json") ? `{"key": "", ${words}` : words;
      const { tokens } = parse(source, grammar);
      const kinds = new Array<string>(source.length);
      for (const token of tokens) kinds.fill(token.kind, token.start, token.end);
      for (const { start, end } of splitPhrases(source, grammar).phrases) {
        expect(wordless.has(kinds[start] ?? "")).toBe(false);
        expect(wordless.has(kinds[end - 1] ?? "")).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

const MEGABYTE = 1_000_000;

test.each(GRAMMARS)(
  "%s: a megabyte of brackets, closed or not, makes no more tokens than it has signs",
  (grammar) => {
    const half = MEGABYTE / 2;
    for (const source of [
      "(".repeat(MEGABYTE),
      "[".repeat(MEGABYTE),
      "{".repeat(MEGABYTE),
      "(".repeat(half) + ")".repeat(half),
      "([".repeat(half / 2) + ")]".repeat(half / 2),
      "{[(".repeat(MEGABYTE / 3),
      "(a:1.1)".repeat(MEGABYTE / 7),
      '{"a":['.repeat(MEGABYTE / 6),
      '("a",'.repeat(MEGABYTE / 5),
      "<lora:".repeat(MEGABYTE / 6),
      "__a".repeat(MEGABYTE / 3),
      "1::".repeat(MEGABYTE / 3),
      '"'.repeat(MEGABYTE),
      " ".repeat(MEGABYTE),
    ]) {
      const tree = parse(source, grammar);
      expect(tree.tokens.length).toBeLessThanOrEqual(source.length);
      expect(tree.tokens.at(-1)?.end).toBe(source.length);
      expect(tree.nodes.length).toBeLessThanOrEqual(2 * source.length);
    }
  },
);
