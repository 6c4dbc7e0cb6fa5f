import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TARGET_IDS } from "../dialects/registry.js";
import { GRAMMARS } from "../language/syntax/tree.js";
import type { LintOptions } from "./lint.js";
import { lint } from "./lint.js";

/** Each finding as "code: what it marks => the text mended". */
async function told(text: string, options: LintOptions): Promise<string[]> {
  return (await lint(text, options)).map(({ code, span, fix }) => {
    const mended =
      fix === undefined ? "" : ` => ${text.slice(0, fix.start)}${fix.text}${text.slice(fix.end)}`;
    return `${code}: ${text.slice(span.start, span.end)}${mended}`;
  });
}

describe("lint", () => {
  it.each<[string, LintOptions, readonly string[]]>([
    ["a red fox in the snow, soft light", { target: "sdxl" }, []],
    ["a fox (in snow, fog", { target: "sdxl" }, ["unbalanced: ( => a fox (in snow), fog"]],
    ["a fox), fog", { target: "sdxl" }, ["unbalanced: ) => a fox, fog"]],
    ["a fox \\(in snow, fog", { target: "sdxl" }, []],
    ["a fox, {bright", { grammar: "novelai" }, ["unbalanced: { => a fox, {bright}"]],
    ["a fox --ar 16:9,", { target: "midjourney" }, ["punctuation-after-parameter: , => a fox --ar 16:9"]],
    ["a fox --glow 3", { target: "midjourney" }, ["unknown-parameter: --glow 3 => a fox"]],
    ["a fox --q 2", { target: "midjourney" }, ["unknown-parameter: --q 2 => a fox"]],
    ["a fox --q 2 --v 7", { target: "midjourney" }, []],
    ["a fox --v 3", { target: "midjourney" }, ["unknown-parameter: --v 3 => a fox"]],
    ["a fox --s 5000", { target: "midjourney" }, ["value-out-of-range: --s 5000 => a fox --s 1000"]],
    ["a fox --ar 30:1", { target: "midjourney" }, ["value-out-of-range: --ar 30:1"]],
    ["a fox --seed5 --ar16:9", { target: "midjourney" }, []],
    ["a fox --s 5 --s 6", { target: "midjourney" }, ["repeated-parameter: --s 5 => a fox --s 6"]],
    [
      "a fox --ar 16:9 in snow",
      { target: "midjourney" },
      ["words-after-parameters: in snow => a fox, in snow --ar 16:9"],
    ],
    ["a fox --ar 16:9", { target: "sdxl" }, ["foreign-syntax: --ar 16:9 => a fox"]],
    ["a fox::2", { target: "midjourney" }, ["weight-without-effect: ::2 => a fox,"]],
    ["a fox::2", { target: "midjourney@6.1" }, []],
    ["a (fox:1.2)", { target: "flux" }, ["weight-without-effect: (fox:1.2) => a fox"]],
    ["a fox:1.4, fog", { target: "sdxl" }, ["weight-without-effect: a fox:1.4 => (a fox:1.4), fog"]],
    ["(fox:1.2:1.4)", { target: "sdxl" }, ["double-weight: :1.2:1.4) => (fox:1.4)"]],
    ["((fox:1.2):1.3)", { target: "sdxl" }, ["double-weight: ((fox:1.2):1.3)"]],
    ["(fox:2.6)", { target: "sdxl" }, ["weight-out-of-range: fox"]],
    ["fox, soft light, harsh light", { target: "sdxl" }, ["contradiction: harsh light => fox, soft light"]],
    ["fox, (fog:1.2), mist, rain", { target: "sdxl" }, ["duplicate: mist => fox, (fog:1.2), rain"]],
    ["mist, (fog:1.2), rain", { target: "sdxl" }, ["duplicate: fog => mist, rain"]],
    ["a fox, masterpiece", { target: "sdxl" }, []],
    ["a fox, masterpiece", { target: "midjourney" }, ["ineffective: masterpiece => a fox"]],
    [
      "a fox, 8k, octane render",
      { target: "midjourney" },
      ["ineffective: 8k => a fox, octane render", "ineffective: octane render => a fox, 8k"],
    ],
    ["a fox, no people", { target: "midjourney" }, ["negation: no people => a fox"]],
    ["a fox, no clouds", { target: "flux" }, ["negation: no clouds => a fox, a clear sky"]],
    ['a sign "OPEN"', { target: "sdxl" }, ['lettering: "OPEN"']],
    ['a sign "OPEN"', { target: "midjourney" }, []],
    ['{"scene":"a fox",}', { grammar: "flux-json" }, ["broken-structure: }"]],
    ['{"scene":"a fox"}', { grammar: "flux-json" }, []],
    ["a fox", { target: "imagen" }, ["target-retired: a fox"]],
  ])("%s %o", async (text, options, wanted) => {
    expect(await told(text, options)).toEqual(wanted);
  });

  it("marks what exceeds the budget from its first phrase on", async () => {
    const phrases = Array.from(
      { length: 60 },
      (_, index) => `fox ${"abcdefghij"[index % 10]}${"xyz"[index % 3]}`,
    );
    const text = [...new Set(phrases)].join(", ");
    const [finding] = await lint(text, { target: "sdxl" });
    expect(finding).toMatchObject({ code: "over-budget", severity: "error" });
    const kept = text.slice(0, finding?.span.start);
    expect(await lint(kept, { target: "sdxl" })).toEqual([]);
    const characters = await lint("é".repeat(1025), { target: "firefly" });
    expect(characters).toMatchObject([{ code: "over-budget", span: { start: 1024, end: 1025 } }]);
  });

  it("tells asked-for and excluded", async () => {
    expect(await told("a fox in snow, text --no text", { target: "midjourney" })).toEqual([
      "contradiction: text",
    ]);
  });

  it("says in whole sentences without a stop what and why", async () => {
    for (const { what, why } of await lint('a fox, (fur:1.2:1.3), 8k, "A" --ar 1:1', { target: "sdxl" })) {
      expect(what).toMatch(/\S.*[^.]$/u);
      expect(why).toMatch(/\S.*[^.]$/u);
    }
  });

  it("never throws, and edits only what is there", async () => {
    const piece = fc.constantFrom(
      "fox",
      "(",
      ")",
      ":1.2)",
      "::",
      "--ar",
      "16:9",
      ",",
      " ",
      '"',
      "{",
      "}",
      "8k",
      "no text",
      "\\",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }),
        fc.constantFrom(...TARGET_IDS),
        fc.constantFrom(...GRAMMARS),
        async (pieces, target, grammar) => {
          const text = pieces.join("");
          for (const { span, fix } of [
            ...(await lint(text, { target })),
            ...(await lint(text, { grammar })),
          ]) {
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
            if (fix !== undefined)
              expect(0 <= fix.start && fix.start <= fix.end && fix.end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
