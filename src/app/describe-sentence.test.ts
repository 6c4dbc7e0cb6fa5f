import { describe, expect, it, test } from "vitest";
import { createBlueprint } from "../blueprint/build.js";
import type { Facet } from "../blueprint/facets.js";
import type { Blueprint } from "../blueprint/types.js";
import { namesSomething, sentenceOf } from "./describe-sentence.js";

type Words = { readonly [F in Facet]?: string };

/** Several phrases of a facet are parted by "|". */
function blueprintOf(words: Words, confidence = 0.9): Blueprint {
  const terms = Object.entries(words).flatMap(([facet, texts]) =>
    texts.split("|").map((text) => ({ facet: facet as Facet, text, confidence })),
  );
  return createBlueprint({ frame: { width: 3, height: 2 }, terms });
}

const CASES: readonly (readonly [string, Words])[] = [
  // Scenes as subjects
  [
    "An oil painting of a snowy mountain at dusk.",
    { medium: "oil painting", subject: "snowy mountain", lighting: "dusk" },
  ],
  ["A photograph of a forest.", { medium: "photograph", subject: "forest" }],
  [
    "A photograph of a forest in fog.",
    { medium: "photograph", subject: "forest", atmosphere: "foggy atmosphere" },
  ],
  ["A photograph of a bamboo forest.", { medium: "photograph", subject: "bamboo forest" }],
  [
    "A watercolor of a coastline at sunset.",
    { medium: "watercolor", subject: "coastline", lighting: "sunset glow" },
  ],
  ["A photograph of a snow-covered glacier.", { medium: "photograph", subject: "snow-covered glacier" }],
  [
    "A photograph of city buildings at night.",
    { medium: "photograph", subject: "city buildings", setting: "night" },
  ],
  [
    "A photograph of a city street in the rain at night.",
    {
      medium: "photograph",
      subject: "city street",
      atmosphere: "rain",
      lighting: "artificial lights at night",
    },
  ],
  ["A photograph of a kitchen.", { medium: "photograph", subject: "kitchen" }],
  ["A photograph of an auditorium.", { medium: "photograph", subject: "auditorium" }],
  ["A photograph of an airport.", { medium: "photograph", subject: "airport" }],
  [
    "A photograph of a desert in bright sunlight.",
    { medium: "photograph", subject: "desert", atmosphere: "sunny" },
  ],
  [
    "A photograph of an overcast sky.",
    { medium: "photograph", subject: "overcast sky", atmosphere: "overcast" },
  ],
  [
    "A photograph of a sky at sunrise.",
    { medium: "photograph", subject: "sky", lighting: "sunrise", atmosphere: "overcast" },
  ],
  [
    "A photograph of a street at night.",
    { medium: "photograph", subject: "street at night", setting: "at night" },
  ],
  // Media
  ["Pixel art of a castle.", { medium: "pixel art", subject: "castle" }],
  ["A 3D render of a teapot.", { medium: "3D render", subject: "teapot" }],
  ["Line art of a horse.", { medium: "line art", subject: "horse" }],
  ["A pencil sketch of a person.", { medium: "pencil sketch", subject: "a person" }],
  ["An ink drawing of two birds.", { medium: "ink drawing", subject: "two birds" }],
  ["An anime illustration of a person.", { medium: "anime illustration", subject: "a person" }],
  ["A cartoon of a cat.", { medium: "cartoon", subject: "a cat" }],
  ["A digital painting of an airship.", { medium: "digital painting", subject: "airship" }],
  ["A flat vector illustration of a bicycle.", { medium: "flat vector illustration", subject: "bicycle" }],
  ["A screenshot of a user interface.", { medium: "screenshot of a user interface" }],
  ["A hand-drawn diagram.", { medium: "hand-drawn diagram" }],
  ["A cartoon.", { medium: "cartoon" }],
  ["A photograph.", { medium: "photograph" }],
  ["A photograph at night.", { medium: "photograph", lighting: "artificial lights at night" }],
  ["An oil painting at sunset.", { medium: "oil painting", lighting: "sunset" }],
  [
    "A black and white photograph of a church.",
    { medium: "black and white photograph", subject: "church", palette: "black and white" },
  ],
  [
    "A black and white photograph of a cat.",
    { medium: "photograph", subject: "a cat", palette: "black and white" },
  ],
  ["A black and white picture of a sports car.", { subject: "sports car", palette: "black and white" }],
  ["A black and white picture.", { palette: "black and white" }],
  ["A pencil sketch of a tree.", { medium: "pencil sketch", subject: "tree", palette: "black and white" }],
  // People and things
  [
    "A photograph of two people and a dog on a city street at night.",
    { medium: "photograph", subject: "two people|a dog", setting: "on a city street", lighting: "night" },
  ],
  ["A photograph of a golden retriever.", { medium: "photograph", subject: "golden retriever" }],
  [
    "A photograph of a group of people, two dogs and a car.",
    { medium: "photograph", subject: "a group of people|two dogs|a car" },
  ],
  [
    "A photograph of a crowd in an auditorium.",
    { medium: "photograph", subject: "a crowd", setting: "auditorium" },
  ],
  [
    "A photograph of a person on the coast.",
    { medium: "photograph", subject: "a person", setting: "on the coast" },
  ],
  [
    "A photograph of a person in the mountains in fog.",
    { medium: "photograph", subject: "a person", setting: "in the mountains", atmosphere: "fog" },
  ],
  [
    "A photograph of three cars at an airport.",
    { medium: "photograph", subject: "three cars", setting: "airport" },
  ],
  [
    "A photograph of a cat against a plain white background.",
    { medium: "photograph", subject: "a cat", setting: "plain white background" },
  ],
  [
    "A photograph of a cat in a kitchen.",
    { medium: "photograph", subject: "a cat", setting: "plain white background|kitchen" },
  ],
  [
    "A photograph of a dog running on a beach.",
    { medium: "photograph", subject: "a dog", action: "running", setting: "on a beach" },
  ],
  [
    "A photograph of two people among city buildings in the blue hour.",
    { medium: "photograph", subject: "two people", setting: "city buildings", lighting: "blue hour" },
  ],
  [
    "A photograph of a person in neon light at night.",
    { medium: "photograph", subject: "a person", lighting: "neon lighting|night" },
  ],
  [
    "A photograph of a person in the golden hour.",
    { medium: "photograph", subject: "a person", lighting: "golden hour light" },
  ],
  [
    "A photograph of an umbrella in the rain.",
    { medium: "photograph", subject: "an umbrella", atmosphere: "rainy" },
  ],
  [
    "A photograph of a boat in a storm.",
    { medium: "photograph", subject: "a boat", atmosphere: "stormy sky" },
  ],
  [
    "A photograph of a train under an overcast sky.",
    { medium: "photograph", subject: "a train", atmosphere: "overcast" },
  ],
  ["A photograph of an apple by day.", { medium: "photograph", subject: "an apple", setting: "daytime" }],
  ["Two people and a dog.", { subject: "two people|a dog" }],
  ["Two people in a kitchen.", { subject: "two people", setting: "kitchen" }],
  ["A golden retriever in bright sunlight.", { subject: "golden retriever", atmosphere: "sunny day" }],
  [
    "Two children and a dog under an acacia at sunset.",
    { subject: "two children and a dog under an acacia", lighting: "sunset glow" },
  ],
  // Captions
  [
    "A photograph in which a golden retriever plays in the park.",
    { medium: "photograph", subject: "A golden retriever plays in the park" },
  ],
  // Words in the picture
  [
    'A poster of two people, with the words "THE LAST TRAIN".',
    { medium: "poster with lettering", subject: "two people", text: "THE LAST TRAIN" },
  ],
  [
    'A photograph of a stop sign, with the words "STOP".',
    { medium: "photograph", subject: "a stop sign", text: '"STOP"' },
  ],
  ['A poster with the words "JAZZ" and "FRIDAY".', { medium: "poster", text: "JAZZ|FRIDAY|8 pm" }],
  [
    'A photograph of a bus on a city street, with the words "St. Paul\'s".',
    { medium: "photograph", subject: "a bus", setting: "on a city street", text: "St. Paul's" },
  ],
  ['A picture with the words "The Forest Bookshop".', { text: "The Forest Bookshop" }],
  // Little or nothing
  ["A photograph in neon light.", { medium: "photograph", lighting: "neon lighting" }],
  ["A scene at sunset.", { lighting: "sunset" }],
  ["A forest.", { subject: "forest" }],
  ["A picture.", {}],
  ["A picture.", { composition: "leading lines", quality: "sharp focus" }],
];

test.each(CASES)("%s", (sentence, words) => {
  expect(sentenceOf(blueprintOf(words))).toBe(sentence);
});

describe("sentenceOf", () => {
  it("says nothing that is unsure, a guess or excluded, but all that is pinned", () => {
    const frame = { width: 1, height: 1 };
    const guess = { facet: "subject", text: "a volcano", confidence: 0.9, hypothesis: true } as const;
    const terms = [
      { facet: "medium", text: "photograph", confidence: 0.4 },
      { facet: "subject", text: "a crowd", polarity: "exclude" },
      guess,
    ] as const;
    expect(sentenceOf(createBlueprint({ frame, terms }))).toBe("A picture.");
    const pinned = createBlueprint({ frame, terms: [{ ...guess, confidence: 0.2, pinned: true }] });
    expect(sentenceOf(pinned)).toBe("A volcano.");
  });

  it("takes the surest medium and a pinned one before it", () => {
    const frame = { width: 1, height: 1 };
    const terms = [
      { facet: "medium", text: "photograph", confidence: 0.6 },
      { facet: "medium", text: "3D render", confidence: 0.8 },
    ] as const;
    expect(sentenceOf(createBlueprint({ frame, terms }))).toBe("A 3D render.");
    const chosen = [...terms, { facet: "medium", text: "linocut", confidence: 0.1, pinned: true }] as const;
    expect(sentenceOf(createBlueprint({ frame, terms: chosen }))).toBe("A linocut.");
  });
});

describe("namesSomething", () => {
  it.each([
    [true, { subject: "a dog" }],
    [true, { setting: "forest" }],
    [true, { action: "running" }],
    [false, { setting: "at night|plain white background" }],
    [false, { medium: "photograph", lighting: "sunset" }],
  ] as const)("%s for %j", (names, words) => {
    expect(namesSomething(blueprintOf(words))).toBe(names);
  });

  it("is not done by a guess", () => {
    expect(namesSomething(blueprintOf({ subject: "a dog" }, 0.3))).toBe(false);
  });
});
