import { describe, expect, it, test } from "vitest";
import type { Perception, SpokenPhrase } from "../../../analysis/perception/types.js";
import type { Facet } from "../../../blueprint/facets.js";
import { fuse } from "../../../blueprint/fuse.js";
import type { Observation } from "../../../blueprint/observation.js";
import type { Blueprint } from "../../../blueprint/types.js";
import type { Glances } from "./index.js";
import { compose } from "./index.js";
import { namesSame } from "./kinds.js";

type Said = readonly [Facet, string, number];

const saying =
  (source: string, more: Partial<Observation> = {}) =>
  ([facet, text, confidence]: Said): Observation => ({
    facet,
    text,
    confidence,
    evidence: { source },
    ...more,
  });

const phrase = ([facet, text, confidence]: Said): SpokenPhrase => ({ facet, text, confidence });

const perceptionOf = (spoken: readonly Said[], suggested: readonly Said[] = []): Perception => ({
  medium: {},
  scene: {},
  spoken: spoken.map(phrase),
  suggested: suggested.map(phrase),
});

interface Scene {
  readonly caption?: readonly Said[];
  readonly fileName?: readonly Said[];
  readonly clip?: readonly Said[];
  readonly measured?: readonly Said[];
  readonly spoken?: readonly Said[];
  readonly suggested?: readonly Said[];
  readonly detected?: readonly Said[];
}

function glancesOf(scene: Scene): Glances {
  return {
    told: [
      ...(scene.caption ?? []).map(saying("iptc:caption")),
      ...(scene.fileName ?? []).map(saying("file-name", { hypothesis: true })),
      ...(scene.clip ?? []).map(saying("clip:ViT-L-14/openai")),
    ],
    measured: (scene.measured ?? []).map(saying("analysis:x")),
    perception: perceptionOf(scene.spoken ?? [], scene.suggested),
    detected: (scene.detected ?? []).map(saying("detector:human")),
    lettering: [],
  };
}

function fused(scene: Scene): Blueprint {
  return fuse([compose(glancesOf(scene))], { frame: { width: 3, height: 2 } }).blueprint;
}

/** What a prompt would say. */
function spoken(scene: Scene): string[] {
  return fused(scene)
    .terms.filter(({ hypothesis, confidence }) => hypothesis !== true && confidence >= 0.5)
    .map(({ facet, text }) => `${facet}: ${text}`);
}

/** What is shown beside it as what may be. */
function maybe(scene: Scene): string[] {
  return fused(scene)
    .terms.filter(({ hypothesis, confidence }) => hypothesis === true && confidence < 0.5)
    .map(({ facet, text }) => `${facet}: ${text}`);
}

const PHOTO: Said = ["medium", "photograph", 0.95];

describe("places", () => {
  it("are the subject where nothing else is", () => {
    expect(spoken({ spoken: [PHOTO, ["setting", "forest", 0.9]] })).toEqual([
      "subject: forest",
      "medium: photograph",
    ]);
  });

  it("are where things and people are, in words that follow them", () => {
    const detected: Said[] = [
      ["subject", "two people", 0.95],
      ["subject", "a dog", 0.92],
    ];
    expect(spoken({ spoken: [["setting", "city street", 0.9]], detected })).toEqual([
      "subject: two people",
      "subject: a dog",
      "setting: on a city street",
    ]);
    expect(spoken({ spoken: [["setting", "kitchen", 0.9]], detected }).at(-1)).toBe("setting: kitchen");
    expect(spoken({ spoken: [["setting", "coast", 0.9]], detected }).at(-1)).toBe("setting: on the coast");
  });

  it("leave a told setting alone", () => {
    const scene: Scene = {
      clip: [
        ["subject", "a man", 0.8],
        ["setting", "on a pier", 0.7],
      ],
      spoken: [["setting", "forest", 0.9]],
    };
    expect(spoken(scene)).toEqual(["subject: a man", "setting: on a pier"]);
    expect(maybe(scene)).toEqual(["setting: forest"]);
  });

  it("bear out the file's name, in its words", () => {
    const scene: Scene = { fileName: [["setting", "seashore", 0.35]], spoken: [["setting", "coast", 0.9]] };
    expect(spoken(scene)).toEqual(["subject: seashore"]);
    expect(fused(scene).terms[0]?.confidence).toBeGreaterThan(0.9);
  });

  it("are not what a time or the weather is", () => {
    expect(spoken({ spoken: [["setting", "night", 0.9]] })).toEqual(["setting: at night"]);
    expect(spoken({ spoken: [["lighting", "sunset", 0.9]] })).toEqual(["setting: at sunset"]);
    expect(spoken({ spoken: [["atmosphere", "overcast", 0.9]] })).toEqual(["atmosphere: overcast sky"]);
  });
});

describe("things", () => {
  it("take the narrower word of the file's name", () => {
    const scene: Scene = {
      fileName: [["subject", "golden retriever", 0.35]],
      detected: [["subject", "a dog", 0.92]],
    };
    expect(spoken(scene)).toEqual(["subject: golden retriever"]);
    expect(maybe(scene)).toEqual([]);
    expect(
      fused(scene)
        .terms[0]?.evidence.map(({ source }) => source)
        .sort(),
    ).toEqual(["detector:human", "file-name"]);
  });

  it("speak for themselves where the file's name is of something else", () => {
    const scene: Scene = {
      fileName: [["subject", "summer holidays", 0.35]],
      detected: [["subject", "a dog", 0.92]],
    };
    expect(spoken(scene)).toEqual(["subject: a dog"]);
    expect(maybe(scene)).toEqual(["subject: summer holidays"]);
  });

  it("are not named again beside a caption that names them", () => {
    const caption: Said[] = [["subject", "A golden retriever and its owner", 0.8]];
    expect(spoken({ caption, detected: [["subject", "a dog", 0.92]] })).toEqual([
      "subject: A golden retriever and its owner",
    ]);
  });

  it("are suggestions beside a caption that does not, unless they are sure", () => {
    const caption: Said[] = [["subject", "Harbor seals on a rock", 0.8]];
    const scene: Scene = { caption, detected: [["subject", "a dog", 0.85]] };
    expect(spoken(scene)).toEqual(["subject: Harbor seals on a rock"]);
    expect(maybe(scene)).toEqual(["subject: a dog"]);
    expect(spoken({ caption, detected: [["subject", "a boat", 0.95]] })).toContain("subject: a boat");
    expect(spoken({ caption, detected: [["subject", "two people", 0.85]] })).toContain("subject: two people");
  });

  it("say how they stand in the frame whatever is told", () => {
    const detected: Said[] = [["composition", "close-up", 0.9]];
    expect(spoken({ caption: [["subject", "A violin", 0.8]], detected })).toContain("composition: close-up");
  });
});

describe("media", () => {
  it("are said once, in the surer word", () => {
    const scene: Scene = {
      spoken: [["medium", "ink drawing", 0.9]],
      measured: [["medium", "line art", 0.8]],
    };
    expect(spoken(scene)).toEqual(["medium: ink drawing"]);
    expect(
      spoken({ clip: [["medium", "oil painting", 0.7]], spoken: [["medium", "digital painting", 0.9]] }),
    ).toEqual(["medium: oil painting"]);
  });

  it("contradict each other until the surer one is left", () => {
    expect(spoken({ clip: [["medium", "oil painting", 0.6]], spoken: [PHOTO] })).toEqual([
      "medium: photograph",
    ]);
    expect(
      spoken({ measured: [["medium", "pixel art", 0.95]], spoken: [["medium", "cartoon", 0.86]] }),
    ).toEqual(["medium: pixel art"]);
  });

  it("silence what was measured and makes no sense on them", () => {
    const measured: Said[] = [
      ["camera", "shallow depth of field", 0.85],
      ["lighting", "golden hour light", 0.8],
      ["composition", "leading lines", 0.82],
      ["composition", "symmetrical composition", 0.85],
      ["palette", "warm tones", 0.93],
    ];
    const kept = (medium: string): string[] =>
      spoken({ spoken: [["medium", medium, 0.95]], measured }).filter((said) => !said.startsWith("medium"));
    expect(kept("screenshot of a user interface")).toEqual([
      "palette: warm tones",
      "composition: symmetrical composition",
    ]);
    expect(kept("flat vector logo")).toHaveLength(2);
    expect(kept("oil painting").join()).not.toContain("depth of field");
    expect(kept("oil painting").join()).toContain("leading lines");
    expect(kept("photograph")).toHaveLength(5);
  });

  it("take the want of color in, and give it up where there is color", () => {
    const bw: Said = ["medium", "black and white photograph", 0.9];
    expect(spoken({ spoken: [bw], measured: [["palette", "black and white", 0.97]] })).toEqual([
      "medium: black and white photograph",
    ]);
    expect(spoken({ spoken: [bw], measured: [["palette", "red and teal color palette", 0.85]] })).toEqual([
      "palette: red and teal color palette",
      "medium: photograph",
    ]);
  });

  it("leave places and hours open where there can be none", () => {
    const screen: Said = ["medium", "screenshot of a user interface", 0.95];
    const scene: Scene = { spoken: [screen, ["setting", "kitchen", 0.9], ["setting", "night", 0.9]] };
    expect(spoken(scene)).toEqual(["medium: screenshot of a user interface"]);
    expect(maybe(scene)).toEqual(["setting: kitchen", "setting: at night"]);
  });

  it("deny a measured style of another medium", () => {
    expect(
      spoken({ spoken: [["medium", "photograph", 0.97]], measured: [["style", "flat vector style", 0.94]] }),
    ).toEqual(["medium: photograph"]);
  });
});

describe("contradictions", () => {
  test.each([
    [
      "night and sun",
      ["lighting", "artificial lights at night", 0.8],
      ["atmosphere", "sunny day", 0.9],
      "lighting: bright sunlight",
    ],
    [
      "sun and night",
      ["lighting", "artificial lights at night", 0.95],
      ["atmosphere", "sunny", 0.9],
      "lighting: artificial lights at night",
    ],
    [
      "sunset and night",
      ["lighting", "sunset glow", 0.93],
      ["setting", "night", 0.86],
      "lighting: sunset glow",
    ],
    [
      "sun and clouds",
      ["atmosphere", "foggy atmosphere", 0.8],
      ["atmosphere", "sunny", 0.9],
      "lighting: bright sunlight",
    ],
  ] as const)("of %s are left to the surer one", (_, measured, seen, standing) => {
    expect(spoken({ measured: [measured], spoken: [seen] })).toEqual([standing]);
  });

  it("do not hold what goes together", () => {
    const measured: Said[] = [["lighting", "golden hour light", 0.8]];
    expect(spoken({ measured, spoken: [["atmosphere", "sunny", 0.9]] })).toHaveLength(2);
    expect(
      spoken({ measured: [["lighting", "blue hour", 0.8]], spoken: [["setting", "night", 0.9]] }).length,
    ).toBe(1);
  });
});

describe("suggestions", () => {
  it("are shown, stay out of prompts, and go where something sure denies them", () => {
    const suggested: Said[] = [
      ["medium", "oil painting", 0.4],
      ["setting", "forest", 0.7],
    ];
    const scene: Scene = { spoken: [PHOTO], suggested };
    expect(spoken(scene)).toEqual(["medium: photograph"]);
    expect(maybe(scene)).toEqual(["setting: forest"]);
    const { warnings } = fuse([compose(glancesOf(scene))], { frame: { width: 1, height: 1 } });
    expect(warnings).toEqual([]);
  });

  it("are three at most", () => {
    const suggested: Said[] = ["forest", "coast", "desert", "kitchen"].map((text) => ["setting", text, 0.3]);
    expect(maybe({ suggested })).toHaveLength(3);
  });
});

test.each([
  ["golden retriever", "a dog", true],
  ["two golden retrievers in the snow", "two dogs", true],
  ["sports car", "a car", true],
  ["streetcar", "a train", true],
  ["a bride and her groom", "two people", true],
  ["bicycle built for two", "a bicycle", true],
  ["portrait of an old man", "a person", true],
  ["a choir", "a group of people", false],
  ["children at play", "a crowd", true],
  ["volcano", "mountain", true],
  ["espresso", "a cup", true],
  ["golden gate", "a dog", false],
  ["a red door", "a chair", false],
])("%s names the same as %s: %s", (said, noun, same) => {
  expect(namesSame(said, noun)).toBe(same);
});
