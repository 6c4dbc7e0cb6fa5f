import fc from "fast-check";
import { expect, test } from "vitest";
import { detect } from "./detect.js";
import type { GrammarId } from "./tree.js";
import { GRAMMARS } from "./tree.js";

/** Prompts as people write them for each grammar; what the grammar shares with others is not its example. */
const EXAMPLES: Readonly<Record<GrammarId, readonly string[]>> = {
  a1111: [
    "(masterpiece:1.2), a lighthouse at dusk, [fog], <lora:inkwash:0.7>",
    "a [fox:wolf:0.4] in the snow, high detail",
    "portrait of a [red|blue] haired woman, studio light",
    "a castle on a hill BREAK storm clouds BREAK oil painting",
    "a cat AND a dog AND a bird :0.5",
    "((best quality)), (detailed eyes:1.3), 1girl, garden, <hypernet:soft:0.6>",
    "street market, __weather__, (crowd:0.8)",
    "a {red|green|blue} car on a coast road, (sharp focus:1.1)",
    "(old sailor:1.4), weathered face, (wrinkles), grey beard, harbor",
    "interior of a tea house, [lanterns:0.6], (steam:1.15), wood",
  ],
  comfyui: [
    "a knight in the rain, embedding:bad_hands_v4, (armor:1.2)",
    "embedding:EasyNegative, lowres, blurry",
    "a robot, embedding:retro-film, metal, rust",
    "(embedding:sketchy:1.1), pencil drawing of a mill",
    "watercolor lake, embedding:wc_style, (reeds)",
    "photo, embedding:film35, night market",
  ],
  compel: [
    "a bowl of ramen+++ on a wooden-- table",
    '("a foggy harbor", "a neon city").blend(0.6, 0.4)',
    "(tall grass)1.3 with a small- cottage",
    '("portrait of a nun", "stained glass").and(1, 0.5)',
    "a cat.swap(dog) sleeping on a sofa",
    "sunlit forest++, (morning mist)0.8, deer",
    "(red barn)++ in a wheat field, (clouds)-",
    '"golden hour"+ over a quiet (mountain lake)1.2',
    "withLora(inkwash, 0.6) a bridge in the rain",
  ],
  novelai: [
    "{{{masterpiece}}}, 1girl, [[blurry]], forest",
    "1.5::rain, night::, 1girl, umbrella",
    "-0.8::feet::, 1boy, sitting, rooftop",
    "2girls, park | girl, red hair, laughing | girl, blue hair, reading",
    "{best quality}, {smile}, school rooftop, wind",
    "1girl, solo, cafe, very aesthetic, masterpiece, no text",
    "{{detailed background}}, 0.7::flowers::, 1girl, veranda",
    "castle, {{night sky}}, [people], moon",
  ],
  midjourney: [
    "a red fox in fresh snow --ar 16:9 --v 7",
    "/imagine prompt: brutalist library at dawn --s 250",
    "https://example.org/a.png a portrait in the same light --iw 1.5",
    "hot::2 dog:: sunset --chaos 20",
    "minimal poster of a heron --no text, frame --ar 2:3",
    "a {red, green, blue} bird on a branch --ar 1:1",
    "cinematic still, rain on glass —ar 21:9 —style raw",
    "ceramic vase, studio light --sref 123456 --sw 300",
    "a quiet harbor:: oil painting::1.5 people::-0.5",
    "anime girl with a paper kite --niji 6",
  ],
  prose: [
    "A red fox stands at the edge of a frozen lake, looking back over its shoulder.",
    "The room is lit by a single candle. Dust hangs in the air, and the walls are covered in old maps.",
    "a photo of a duck",
    'Create a poster for a jazz night with the words "Blue Hour" in large white letters.',
    "An elderly woman wearing a yellow raincoat is feeding pigeons in a square while the rain falls around her.",
    "a lovely cat holding a sign that says hello",
    "Wide shot of a desert highway at noon. A lone motorcycle casts a long shadow on the asphalt.",
    "Two children build a sandcastle on the beach as the tide comes in, with soft evening light behind them.",
    "Draw a map of an imaginary island with a volcano in the middle and small villages along the coast.",
    "In the background, mountains rise above a valley that is filled with mist.",
  ],
  tags: [
    "red fox, snow, forest, soft light, bokeh, 85mm",
    "oil painting, old mill, river, autumn leaves, golden hour",
    "cyberpunk city, neon signs, wet pavement, night, wide shot, cinematic",
    "portrait, young woman, freckles, window light, film grain",
    "isometric room, cozy, plants, warm lamp, 3d render",
    "desert, dunes, blue sky, lone traveler, high contrast",
    "vintage car, chrome, sunset, palm trees, retro poster",
    "watercolor, koi pond, lilies, pastel colors, paper texture",
    "mountain lake, reflection, dawn, mist, long exposure",
  ],
  danbooru: [
    "1girl, long_hair, blue_eyes, school_uniform, looking_at_viewer",
    "1boy, solo, short hair, hoodie, outdoors, looking at viewer, absurdres",
    "souryuu_asuka_langley, plugsuit, neon_genesis_evangelion, solo",
    "2girls, holding_hands, cherry_blossoms, from_behind, sunset",
    "hatsune_miku, twintails, thighhighs, detached_sleeves, white_background",
    "saber_\\(fate\\), armor, blonde_hair, ahoge, sword",
    "1girl, solo, long hair, red eyes, smile, upper body, simple background, highres",
    "no_humans, scenery, ocean, cloud, lighthouse",
  ],
  "ideogram-json": [
    '{"high_level_description": "A poster of a fox", "style_description": {"aesthetics": "flat"}}',
    '{"compositional_deconstruction": {"background": "plain", "elements": [{"type": "text", "text": "HELLO"}]}}',
    '{\n  "high_level_description": "A tea house in rain"\n}',
    '{"style_description": {"photo": "35mm", "lighting": "overcast"}, "compositional_deconstruction": {}}',
  ],
  "flux-json": [
    '{"scene": "harbor at dawn", "subjects": [{"description": "a fisherman"}], "mood": "calm"}',
    '{"subject": "a red bicycle", "background": "brick wall", "lighting": "soft", "camera": {"angle": "low"}}',
    '{\n  "style": "product photo",\n  "color_palette": ["#112233"],\n  "composition": "centered"\n}',
    '```json\n{"scene": "desert road", "camera": {"lens": "35mm"}}\n```',
  ],
};

const CASES = GRAMMARS.flatMap((grammar) => EXAMPLES[grammar].map((text) => [grammar, text] as const));

test.each(CASES)("%s: %j", (grammar, text) => {
  expect(detect(text)[0].grammar).toBe(grammar);
});

test("there are examples enough to call it measured", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
});

test("what tells a grammar for certain is surer than what hints at it", () => {
  const certain = detect('("a", "b").blend(1, 1)')[0];
  const hint = detect("red fox, snow, (forest)")[0];
  expect(certain.confidence).toBeGreaterThan(0.9);
  expect(hint.confidence).toBeLessThan(0.7);
});

test("a text without words is prose of no confidence", () => {
  expect(detect("")[0]).toMatchObject({ grammar: "prose" });
  expect(detect("")[0].confidence).toBeLessThan(0.5);
});

test("confidences of any string are sorted shares that add up to at most 1", () => {
  const signs = fc.constantFrom(
    ...Array.from('(){}[]:|,"+-_ \n'),
    "::",
    " --ar ",
    "a",
    "fox",
    ":1.2)",
    '{"a":',
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(signs, { maxLength: 60 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (source) => {
      const found = detect(source);
      const confidences = found.map(({ confidence }) => confidence);
      expect(confidences.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1);
      expect(confidences.every((each) => each >= 0)).toBe(true);
      expect(confidences.toSorted((x, y) => y - x)).toEqual(confidences);
      expect(new Set(found.map(({ grammar }) => grammar)).size).toBe(found.length);
      expect(found.every(({ reason }) => reason !== "")).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
