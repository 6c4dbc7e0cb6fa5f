import { expect, test } from "vitest";
import { parse } from "./parse.js";
import type { GrammarId } from "./tree.js";

/** Each construct with its source, indented by what holds it. */
function outline(text: string, grammar: GrammarId): string[] {
  const { nodes, source } = parse(text, grammar);
  const depths: number[] = [];
  return nodes.map(({ kind, start, end, parent }, index) => {
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths[index] = depth;
    return `${"  ".repeat(depth)}${kind} ${source.slice(start, end)}`;
  });
}

function kinds(text: string, grammar: GrammarId): string {
  const { tokens, source } = parse(text, grammar);
  return tokens
    .filter(({ kind }) => kind !== "space" && kind !== "separator")
    .map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`)
    .join(", ");
}

test.each<[GrammarId, string, readonly string[]]>([
  ["a1111", "((a:1.5), b)", ["emphasis ((a:1.5), b)", "  emphasis (a:1.5)"]],
  ["a1111", "[a], [(b):c:0.5]", ["attenuation [a]", "schedule [(b):c:0.5]", "  emphasis (b)"]],
  ["a1111", "[a|[b]]", ["alternation [a|[b]]", "  attenuation [b]"]],
  ["a1111", "{2$$a|{b}}", ["choice {2$$a|{b}}", "  braces {b}"]],
  ["a1111", "a AND (b AND c:2", ["part a ", "part  (b ", "  emphasis (b ", "part  c:2"]],
  ["a1111", "x (a, b", ["emphasis (a, b"]],
  ["a1111", "(a [b) c]", ["emphasis (a [b)"]],
  ["comfyui", "((a:2), {b|c})", ["emphasis ((a:2), {b|c})", "  emphasis (a:2)", "  choice {b|c}"]],
  ["comfyui", "(((a) b)", ["emphasis (((a) b)"]],
  ["comfyui", "(a, (b) c", []],
  ["tags", " a b , (c), \\(d\\)", ["tag a b", "tag (c)", "tag \\(d\\)"]],
  [
    "danbooru",
    "-a_(b), c_\\(d\\)",
    ["exclusion -a_(b)", "  tag a_(b)", "    qualifier (b)", "tag c_\\(d\\)", "  qualifier \\(d\\)"],
  ],
  ["danbooru", "(o)_(o) rating:g", ["tag (o)_(o)", "restriction rating:g"]],
])("%s: the constructs of %s", (grammar, text, expected) => {
  expect(outline(text, grammar)).toEqual(expected);
});

test.each<[GrammarId, string, string]>([
  ["a1111", "(a:1.5)", "open (, text a, weight :1.5, close )"],
  ["a1111", "[a:b:0.5]", "open [, text a, colon :, text b, when :0.5, close ]"],
  ["a1111", "a:2 AND b)", "text a, part-weight :2 , and AND, text b, stray )"],
  [
    "a1111",
    "{2$$0.5::a|1::b}",
    "open {, count 2$$, chance 0.5::, text a, bar |, chance 1::, text b, close }",
  ],
  ["a1111", "<lora:a:1> __b__ BREAK \\(", "network <lora:a:1>, wildcard __b__, break BREAK, escape \\("],
  ["comfyui", "(embedding:a:2), [b", "open (, embedding embedding:a, weight :2, close ), inert [, text b"],
  ["comfyui", "(a, (b:2) c", "unclosed (, text a, inert (, text b, text :2, inert ), text c"],
  ["comfyui", "a) (b", "text a, stray ), stray (, text b"],
  ["danbooru", "-artist:a_(b)", "minus -, category artist:, text a_, bracket (, text b, bracket )"],
  [
    "flux-json",
    '{"a": "b\\n", c: 1}',
    'open {, quote ", text a, quote ", colon :, quote ", text b, escape \\n, quote ", text c, colon :, number 1, close }',
  ],
])("%s: the tokens of %s", (grammar, text, expected) => {
  expect(kinds(text, grammar)).toBe(expected);
});
