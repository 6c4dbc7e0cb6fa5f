import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TermDraft } from "../../blueprint/build.js";
import { createBlueprint } from "../../blueprint/build.js";
import type { Blueprint } from "../../blueprint/types.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import { printGrammar } from "./print-grammar.js";

function of(
  ...terms: readonly (Omit<TermDraft, "facet"> & { readonly facet?: TermDraft["facet"] })[]
): Blueprint {
  return createBlueprint({
    frame: { width: 1024, height: 1024 },
    terms: terms.map((term) => ({ facet: "subject", evidence: [{ source: "user" }], ...term })),
  });
}

const FOX = of(
  { text: "a red fox" },
  { text: "neon lights", weight: 1.3, facet: "lighting" },
  { text: "fog", weight: 0.7, facet: "atmosphere" },
  { text: "text", polarity: "exclude", facet: "detail" },
  { text: "crowd", polarity: "exclude", weight: 1.2, facet: "detail" },
);

describe("printGrammar", () => {
  it.each<[GrammarId, string, string | null]>([
    ["a1111", "a red fox, (neon lights:1.3), (fog:0.7)", "text, (crowd:1.2)"],
    ["comfyui", "a red fox, (neon lights:1.3), (fog:0.7)", "text, (crowd:1.2)"],
    ["compel", "a red fox, (neon lights)1.3, (fog)0.7", "text, (crowd)1.2"],
    ["novelai", "a red fox, 1.3::neon lights::, 0.7::fog::", "text, 1.2::crowd::"],
    ["midjourney", "a red fox::1 neon lights::1.3 fog::0.7 crowd::-0.6 --no text", null],
    ["tags", "neon lights, a red fox, fog", "crowd, text"],
    ["danbooru", "neon_lights, a_red_fox, fog", "crowd, text"],
  ])("writes %s", (grammar, text, negative) => {
    expect(printGrammar(FOX, grammar)).toMatchObject({ text, negative });
  });

  it.each<[GrammarId, string, string]>([
    ["a1111", "saber (fate) [ink]", "saber \\(fate\\) \\[ink\\]"],
    ["comfyui", "saber (fate) [ink]", "saber \\(fate\\) [ink]"],
    ["compel", 'C++ "ok" (x)', 'C\\+\\+ \\"ok\\" \\(x\\)'],
    ["novelai", "saber {fate} [ink]", "saber \\{fate\\} \\[ink\\]"],
    ["danbooru", "Saber (fate)", "saber_\\(fate\\)"],
    ["midjourney", "a {b} c::d", "a (b) c: d"],
  ])("escapes for %s", (grammar, text, printed) => {
    expect(printGrammar(of({ text }), grammar).text).toBe(printed);
  });

  it("keeps NovelAI from reading a phrase's last number as the next weight", () => {
    const { text, warnings } = printGrammar(
      of({ text: "catch 22", weight: 1.2 }, { text: "fog" }),
      "novelai",
    );
    expect(text).toBe("1.2::catch 22 ::, fog");
    expect(warnings).toEqual([]);
  });

  it("tells each weight that a grammar without weights loses", () => {
    for (const grammar of ["tags", "danbooru", "prose", "flux-json", "ideogram-json"] as const) {
      const lost = printGrammar(FOX, grammar).warnings.filter(({ code }) => code === "weight-dropped");
      expect(lost.map(({ termId }) => termId)).toEqual(
        expect.arrayContaining(["lighting/neon-lights", "atmosphere/fog"]),
      );
    }
  });

  it("asks JSON prompts for the opposite of an exclusion, and tells", () => {
    const { text, warnings } = printGrammar(FOX, "flux-json");
    expect(JSON.parse(text)).toMatchObject({
      subjects: [{ description: "a red fox" }],
      lighting: "neon lights",
      mood: "fog",
    });
    expect(warnings.map(({ code }) => code)).toContain("negative-rephrased");
  });

  it("tells a phrase that will be read as two", () => {
    const { warnings } = printGrammar(of({ text: "a tall, dark house", weight: 1.2 }), "a1111");
    expect(warnings).toMatchObject([{ code: "syntax-approximated", termId: "subject/a-tall-dark-house" }]);
    expect(warnings[0]?.message).toContain('"dark house" (1.2)');
  });

  it("calls adapters where the text can, and tells where it cannot", () => {
    const loras = [{ name: "ink", weight: 0.8 }];
    expect(printGrammar(of({ text: "fox" }), "a1111", { loras }).text).toBe("fox, <lora:ink:0.8>");
    expect(printGrammar(of({ text: "fox" }), "novelai", { loras }).warnings).toMatchObject([
      { code: "parameter-dropped" },
    ]);
  });

  it("writes Midjourney's flags and no others into the text", () => {
    const parameters = {
      "aspect-ratio": "16:9",
      stylize: 250,
      raw: true,
      version: "niji6",
      sampler: "Euler",
    };
    const { text } = printGrammar(of({ text: "fox" }), "midjourney", { parameters });
    expect(text).toBe("fox --ar 16:9 --raw --s 250 --niji 6");
  });

  it("never lets Midjourney's negative parts outweigh the rest", () => {
    const share = fc.double({ min: 0.05, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 6 }), fc.array(share, { maxLength: 6 }), (shown, hidden) => {
        const terms = [
          ...shown.map((weight, index) => ({ text: `thing ${"abcdef"[index]}`, weight })),
          ...hidden.map((weight, index) => ({
            text: `other ${"abcdef"[index]}`,
            weight,
            polarity: "exclude" as const,
          })),
        ];
        const { text } = printGrammar(of(...terms), "midjourney");
        const parts = [...text.matchAll(/::(-?[\d.]+)/gu)].map((match) => Number(match[1]));
        expect(parts.length === 0 || parts.reduce((sum, part) => sum + part, 0) > 0).toBe(true);
      }),
    );
  });
});
