import { expect, test } from "vitest";
import { splitPhrases } from "./phrases.js";
import { parse } from "./syntax/parse.js";

type Grammar = "ideogram-json" | "flux-json";

/** `path = phrase`, exclusions with a minus before the phrase. */
function said(text: string, grammar: Grammar): string[] {
  return splitPhrases(text, grammar).phrases.map((phrase) => {
    expect(phrase.weight).toBe(1);
    return `${phrase.path ?? ""} = ${phrase.polarity === "exclude" ? "-" : ""}${phrase.text}`;
  });
}

// The keys are those of the two vendors' guides, what they hold is ours.
const FLUX = {
  scene: "a harbour at dawn",
  subjects: [
    { description: "an old fisherman in a yellow coat", position: "left third", action: "mending a net" },
    {
      description: "a grey cat",
      position: "foreground",
      action: "asleep on a crate",
      color_palette: ["#8C8C8C"],
    },
  ],
  style: "documentary photograph",
  color_palette: ["#F4C95D", "#1B3A4B"],
  lighting: "low sun through fog",
  mood: "quiet",
  background: "moored boats",
  composition: "rule of thirds",
  camera: {
    angle: "eye level",
    lens: "35mm prime",
    depth_of_field: "shallow",
    "f-number": "f/2.0",
    ISO: 200,
  },
};
const FLUX_SAID = [
  "scene = a harbour at dawn",
  "subjects[].description = an old fisherman in a yellow coat",
  "subjects[].position = left third",
  "subjects[].action = mending a net",
  "subjects[].description = a grey cat",
  "subjects[].position = foreground",
  "subjects[].action = asleep on a crate",
  "subjects[].color_palette[] = #8C8C8C",
  "style = documentary photograph",
  "color_palette[] = #F4C95D",
  "color_palette[] = #1B3A4B",
  "lighting = low sun through fog",
  "mood = quiet",
  "background = moored boats",
  "composition = rule of thirds",
  "camera.angle = eye level",
  "camera.lens = 35mm prime",
  "camera.depth_of_field = shallow",
  "camera.f-number = f/2.0",
  "camera.ISO = ISO 200",
];

const IDEOGRAM = {
  high_level_description: "A poster of a lighthouse. Waves break below.",
  style_description: {
    aesthetics: "calm mood",
    lighting: "last light",
    medium: "screen print",
    art_style: "flat shapes",
    color_palette: ["#102A43", "#F0B429"],
  },
  compositional_deconstruction: {
    background: "a plain sky",
    elements: [
      { type: "obj", bbox: [100, 200, 800, 600], desc: "a white lighthouse" },
      { type: "text", bbox: [820, 100, 950, 900], text: "KEEP, the light", desc: "bold capitals" },
    ],
  },
};
const IDEOGRAM_SAID = [
  "high_level_description = A poster of a lighthouse",
  "high_level_description = Waves break below",
  "style_description.aesthetics = calm mood",
  "style_description.lighting = last light",
  "style_description.medium = screen print",
  "style_description.art_style = flat shapes",
  "style_description.color_palette[] = #102A43",
  "style_description.color_palette[] = #F0B429",
  "compositional_deconstruction.background = a plain sky",
  "compositional_deconstruction.elements[].desc = a white lighthouse",
  'compositional_deconstruction.elements[].text = "KEEP, the light"',
  "compositional_deconstruction.elements[].desc = bold capitals",
];

test.each([
  ["flux-json", FLUX, FLUX_SAID],
  ["ideogram-json", IDEOGRAM, IDEOGRAM_SAID],
] as const)("%s: every string is said under its keys, however it is laid out", (grammar, value, expected) => {
  expect(said(JSON.stringify(value), grammar)).toEqual(expected);
  expect(said(JSON.stringify(value, null, 2), grammar)).toEqual(expected);
  expect(said(`\`\`\`json\n${JSON.stringify(value, null, "\t")}\n\`\`\``, grammar)).toEqual(expected);
  expect(splitPhrases(JSON.stringify(value), grammar).warnings).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ['{"scene": "a fox"}', ["scene = a fox"]],
  ['{"scene": ""}', []],
  ['{"scene": "  a fox  "}', ["scene = a fox"]],
  ['{"scene": "A fox. It sleeps."}', ["scene = A fox", "scene = It sleeps"]],
  ['{"scene": "a \\"red\\" fox"}', ['scene = a "red" fox']],
  ['{"scene": "a\\u0020fox"}', ["scene = a fox"]],
  ['{"scene": "a fox\\nA hare"}', ["scene = a fox", "scene = A hare"]],
  ['{"scene": "\\u72d0"}', ["scene = 狐"]],
  ['["a fox", "a hare"]', ["[] = a fox", "[] = a hare"]],
  ['"a fox"', [" = a fox"]],
  ['{"a": {"b": {"c": "fox"}}}', ["a.b.c = fox"]],
  ['{"a": [["fox"], ["hare"]]}', ["a[][] = fox", "a[][] = hare"]],
  ['{"a": "fox", "a": "hare"}', ["a = fox", "a = hare"]],
  ['{"color": "#fff"}', ["color = #fff"]],
  ['{"negative_prompt": "blur, crowds"}', ["negative_prompt = -blur", "negative_prompt = -crowds"]],
  ['{"avoid": ["blur", "crowds"]}', ["avoid[] = -blur", "avoid[] = -crowds"]],
  ['{"negative": {"style": "cartoon"}}', ["negative.style = -cartoon"]],
  ['{"camera": {"focal_length": 85}}', ["camera.focal_length = focal length 85"]],
  ['{"film_grain": true, "border": false, "logo": null}', ["film_grain = film grain"]],
  ['{"avoid": {"text": true}}', ["avoid.text = -text"]],
  ['{"type": "obj", "id": "x1", "desc": "a fox"}', ["desc = a fox"]],
  ['{"seed": 7, "aspect_ratio": "16:9", "scene": "a fox"}', ["scene = a fox"]],
  ['{"bbox": [1, 2, 3, 4], "desc": "a fox"}', ["desc = a fox"]],
  ['{"text": "OPEN. 24 h"}', ['text = "OPEN. 24 h"']],
  // Keys of the two grammars, alone and in lists.
  ['{"lighting": ["soft light", "rim light"]}', ["lighting[] = soft light", "lighting[] = rim light"]],
  ['{"camera": {"lens": "85mm", "angle": "low angle"}}', ["camera.lens = 85mm", "camera.angle = low angle"]],
  [
    '{"subjects": [{"description": "a fox"}, {"description": "a hare"}]}',
    ["subjects[].description = a fox", "subjects[].description = a hare"],
  ],
  ['{"subjects": []}', []],
  ['{"subjects": [{}]}', []],
  ['{"mood": null, "scene": "a fox"}', ["scene = a fox"]],
  ['{"steps": 30, "cfg": 7.5}', []],
  ['{"width": 1024, "height": 768, "scene": "a fox"}', ["scene = a fox"]],
  ['{"without": "people"}', ["without = -people"]],
  ['{"exclude": ["text"], "scene": "a fox"}', ["exclude[] = -text", "scene = a fox"]],
  ['{"negativePrompt": "blur"}', ["negativePrompt = -blur"]],
  ['{"caption": "OPEN"}', ['caption = "OPEN"']],
  ['{"elements": [{"type": "text", "text": "HI"}]}', ['elements[].text = "HI"']],
  ['{"elements": [{"type": "obj", "bbox": [0, 0, 1, 1], "desc": "a fox"}]}', ["elements[].desc = a fox"]],
  ['{"style": {"medium": "oil painting"}}', ["style.medium = oil painting"]],
  ['{"colorPalette": ["teal", "amber"]}', ["colorPalette[] = teal", "colorPalette[] = amber"]],
  ['{"ISO": 200}', ["ISO = ISO 200"]],
  ['{"blurred": false}', []],
  ['{"lens_flare": true}', ["lens_flare = lens flare"]],
  ['{"schema": "v1", "scene": "a fox"}', ["scene = a fox"]],
  ['{"scene": "狐"}', ["scene = 狐"]],
  [' {"scene": "a fox"} ', ["scene = a fox"]],
  // Not valid, and yet clear.
  ['{"scene": "a fox",}', ["scene = a fox"]],
  ['{"scene": "a fox" "mood": "calm"}', ["scene = a fox", "mood = calm"]],
  ['{"scene": "a fox', ["scene = a fox"]],
  ['{"scene": "a fox", "subjects": [{"action": "sleeps"', ["scene = a fox", "subjects[].action = sleeps"]],
  ['{scene: "a fox", mood: calm}', ["scene = a fox", "mood = calm"]],
  ['{"scene": a red fox}', ["scene = a red fox"]],
  ['{"scene": "a fox"]', ["scene = a fox"]],
  ['{"scene": "a fox"}}', ["scene = a fox"]],
  ['"scene": "a fox"', [" = a fox"]],
  ["{'scene': 'a fox'}", ["'scene' = 'a fox'"]],
  ["{}", []],
  ["", []],
  ["null", [" = null"]],
  // Words alone are prose.
  ["A red fox in the snow. It sleeps.", [" = A red fox in the snow", " = It sleeps"]],
  ["a fox [sleeping], dusk: blue", [" = a fox [sleeping]", " = dusk: blue"]],
])("%s", (text, expected) => {
  expect(said(text, "flux-json")).toEqual(expected);
  expect(said(text, "ideogram-json")).toEqual(expected);
});

test("a phrase's span holds its words, escapes included", () => {
  const text = '{"scene": "A \\"red\\" fox sleeps. The \\u72d0 wakes."}';
  const spans = splitPhrases(text, "flux-json").phrases.map(({ start, end }) => text.slice(start, end));
  expect(spans).toEqual(['A \\"red\\" fox sleeps', "The \\u72d0 wakes"]);
});

test("settings are parameters under their keys", () => {
  const text = '{"output": {"aspect_ratio": "16:9", "seed": 7}, "styleType": "DESIGN", "scene": "a fox"}';
  expect(splitPhrases(text, "ideogram-json").parameters).toEqual([
    { flag: "output.aspect_ratio", value: "16:9" },
    { flag: "output.seed", value: "7" },
    { flag: "styleType", value: "DESIGN" },
  ]);
});

test.each([
  ['{"a": "fox"', "never closed"],
  ['{"a": "fox"]', "never closed"],
  ['{"a": "fox"}}', "closes nothing"],
  ['{"a": red fox}', "outside quotation marks"],
])("%s is told", (text, message) => {
  const { warnings } = splitPhrases(text, "flux-json");
  expect(warnings.map((warning) => warning.message).join()).toContain(message);
});

test("the tree holds members, and members their keys and values", () => {
  const { nodes } = parse('{"a": ["b", 1], "c": true}', "flux-json");
  expect(nodes.map(({ kind, parent }) => [kind, parent])).toEqual([
    ["object", -1],
    ["member", 0],
    ["key", 1],
    ["list", 1],
    ["string:a[]", 3],
    ["number:a[]", 3],
    ["member", 0],
    ["key", 6],
    ["literal:c", 6],
  ]);
});
