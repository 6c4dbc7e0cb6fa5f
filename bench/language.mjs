import { blend } from "../dist/blueprint/blend/blend.js";
import { createBlueprint } from "../dist/blueprint/build.js";
import { FACETS } from "../dist/blueprint/facets.js";
import { VARIATION_AXES } from "../dist/blueprint/vary/axis.js";
import { repertoire } from "../dist/blueprint/vary/repertoire.js";
import { vary } from "../dist/blueprint/vary/vary.js";
import { splitPhrases } from "../dist/language/phrases.js";
import { parse } from "../dist/language/syntax/parse.js";
import { GRAMMARS } from "../dist/language/syntax/tree.js";
import { phrasesOf } from "../dist/vocabulary/lexicon.js";
import { medianMs } from "./measure.mjs";

/** Prompts as people write them, in each grammar's own syntax; our own words. */
const PROMPTS = {
  a1111:
    "masterpiece, (a red fox:1.2) in [deep] snow, ((golden hour)), [pine|birch] forest, <lora:fur:0.7>, 85mm lens BREAK soft light, \\(winter\\)",
  comfyui:
    "a red fox in (deep snow:1.2), (golden hour), pine forest, 85mm lens, embedding:fur, soft \\(cold\\) light, rim light",
  compel:
    "a red fox++ in (deep snow)1.2, golden hour-, (pine forest, 85mm lens)+, soft light, rim light, quiet mood",
  novelai:
    "{red fox}, 1.3::deep snow::, [golden hour], pine forest, -0.8::people::, soft light, very aesthetic | a second fox, sitting",
  midjourney:
    "a red fox in deep snow, golden hour, pine forest, 85mm lens, soft light --ar 16:9 --s 250 --no people, text --seed 42",
  prose:
    "A photograph of a red fox standing in deep snow at golden hour. Behind it, a pine forest fades into soft light. Shot with an 85mm lens.",
  tags: "red fox, deep snow, golden hour, pine forest, 85mm lens, soft light, rim light, quiet mood, muted colors, film grain",
  danbooru:
    "1girl, solo, fox_ears, red_hair, saber_(fate), deep_snow, outdoors, winter_clothes, looking_at_viewer, masterpiece",
  "ideogram-json":
    '{"high_level_description":"a red fox in snow","style_description":{"lighting":"golden hour","medium":"photograph"}}',
  "flux-json":
    '{"scene":"a pine forest in winter","subjects":[{"description":"a red fox","action":"standing"}],"lighting":"golden hour"}',
};

/** Lossless parse and phrases of one prompt, in the slowest of the ten grammars. */
export async function parseBench() {
  const perSecond = {};
  for (const grammar of GRAMMARS) {
    const text = PROMPTS[grammar];
    const work = () => {
      for (let i = 0; i < 500; i++) parse(text, grammar);
    };
    perSecond[grammar] = Math.round(500_000 / (await medianMs(work, { runs: 9, warm: 3 })));
  }
  const phrases = {};
  for (const grammar of GRAMMARS) {
    const text = PROMPTS[grammar];
    const work = () => {
      for (let i = 0; i < 200; i++) splitPhrases(text, grammar);
    };
    phrases[grammar] = Math.round(200_000 / (await medianMs(work, { runs: 5, warm: 2 })));
  }
  const slowest = Math.min(...Object.values(perSecond));
  return {
    name: "parse of one prompt, slowest grammar",
    value: 1_000_000 / slowest,
    unit: "µs",
    limit: 100,
    detail: { promptsPerSecond: perSecond, withPhrasesPerSecond: phrases },
  };
}

/** A megabyte of brackets, in the slowest of the ten grammars. */
export async function bracketsBench() {
  const ms = {};
  for (const grammar of GRAMMARS) {
    for (const bracket of ["(", "[", "{", "()", "(a)"]) {
      const text = bracket.repeat(1_000_000 / bracket.length);
      const taken = await medianMs(() => parse(text, grammar), { runs: 3, warm: 1 });
      ms[grammar] = Math.round(Math.max(ms[grammar] ?? 0, taken));
    }
  }
  return {
    name: "1 MB of brackets, slowest grammar",
    value: Math.max(...Object.values(ms)),
    unit: "ms",
    limit: 1000,
    detail: ms,
  };
}

function sixtyTerms(shift) {
  const facets = FACETS.filter((facet) => facet !== "text" && facet !== "artist");
  const terms = Array.from({ length: 60 }, (_, index) => {
    const facet = facets[index % facets.length];
    const phrases = phrasesOf(facet);
    return { facet, text: phrases[(index * 7 + shift) % phrases.length], confidence: 0.6 + (index % 4) / 10 };
  });
  return createBlueprint({ frame: { width: 1024, height: 1024 }, terms });
}

export async function mixBench() {
  const [a, b] = [sixtyTerms(0), sixtyTerms(31)];
  const inputs = [{ blueprint: a }, { blueprint: b }];
  const detail = {
    blendAutoMs: await medianMs(() => blend(inputs, { mode: "auto" }), { runs: 51, warm: 20 }),
    blendWeightMs: await medianMs(() => blend(inputs, { mode: "weight" }), { runs: 51, warm: 20 }),
    varyMs: await medianMs(() => vary(a, { axes: VARIATION_AXES, seed: 1, lexicon: repertoire }), {
      runs: 51,
      warm: 20,
    }),
  };
  return {
    name: "blend and vary of 60 terms, the slowest",
    value: Math.max(...Object.values(detail)),
    unit: "ms",
    limit: 5,
    detail,
  };
}
