import { describe, expect, it } from "vitest";
import type { Region } from "../../../blueprint/types.js";
import type { BodyPoint, DetectedFace, DetectedObject, Detection } from "../sight.js";
import { phraseDetection } from "./phrase-detection.js";

const PHOTO = { frame: { width: 600, height: 600 }, trusted: true };
const DRAWING = { ...PHOTO, trusted: false };

const region = (x: number, y: number, width: number, height: number): Region => ({ x, y, width, height });

function thing(label: string, score: number, at: Region): DetectedObject {
  return { label, score, region: at };
}

/** People of one size in a row, none of whom touches the next. */
function people(count: number, score = 0.7, height = 0.6): DetectedObject[] {
  const step = 0.9 / count;
  return Array.from({ length: count }, (_, at) =>
    thing("person", score, region(0.05 + at * step, 0.2, Math.min(0.2, step * 0.8), height)),
  );
}

function face(height: number, yaw?: number, x = 0.3): DetectedFace {
  const turned = yaw === undefined ? {} : { yaw, pitch: 0 };
  return { score: 0.95, region: region(x, 0.2, height * 0.8, height), ...turned };
}

function seen(found: Partial<Detection>): Detection {
  return { objects: [], faces: [], bodies: [], ...found };
}

const textsOf = (found: Partial<Detection>, options = PHOTO): string[] =>
  phraseDetection(seen(found), options).map(({ text }) => text);

const termsOf = (found: Partial<Detection>): string[] =>
  phraseDetection(seen(found), PHOTO).map(({ facet, text }) => `${facet}: ${text}`);

describe("phraseDetection of people", () => {
  it("counts those who are plainly seen", () => {
    expect(textsOf({ objects: people(1) })).toContain("a person");
    expect(textsOf({ objects: people(2) })).toContain("two people");
    expect(textsOf({ objects: people(3) })).toContain("three people");
    expect(textsOf({ objects: people(5) })).toContain("a group of people");
  });

  it("gives no number where more are hardly seen beside them", () => {
    const far = [
      thing("person", 0.3, region(0.6, 0.5, 0.02, 0.1)),
      thing("person", 0.3, region(0.7, 0.5, 0.02, 0.1)),
    ];
    expect(textsOf({ objects: [...people(1), ...far] })).toContain("people");
    const two = [
      thing("person", 0.7, region(0.05, 0.2, 0.2, 0.6)),
      thing("person", 0.7, region(0.3, 0.2, 0.2, 0.6)),
    ];
    expect(textsOf({ objects: [...two, ...far] })).toContain("a group of people");
  });

  it("takes a part of somebody for nobody else", () => {
    const part = thing("person", 0.35, region(0.08, 0.3, 0.1, 0.2));
    expect(textsOf({ objects: [...people(1), part, part] })).toContain("a person");
  });

  it("is silent about figures in the distance and about what is unsure", () => {
    expect(termsOf({ objects: people(2, 0.7, 0.1) }).filter((term) => term.startsWith("subject"))).toEqual(
      [],
    );
    expect(textsOf({ objects: people(1, 0.3) })).toEqual([]);
  });

  it("knows a person by a large face", () => {
    expect(textsOf({ faces: [face(0.5)] })).toContain("a person");
    expect(textsOf({ faces: [face(0.3, 0, 0.1), face(0.3, 0, 0.6)] })).toContain("two people");
    const whole = thing("person", 0.8, region(0.1, 0.05, 0.8, 0.95));
    expect(textsOf({ objects: [whole], faces: [face(0.5)] })).toContain("a person");
  });

  it("wants more of what is drawn, and tells nothing of how people stand there", () => {
    expect(textsOf({ objects: people(1, 0.5), faces: [face(0.3)] }, DRAWING)).toEqual([]);
    expect(textsOf({ objects: people(1, 0.7), faces: [face(0.3)] }, DRAWING)).toEqual(["a person"]);
  });
});

describe("phraseDetection of things", () => {
  const dog = (x: number, score = 0.7): DetectedObject => thing("dog", score, region(x, 0.3, 0.25, 0.4));

  it("names each kind once, in the order of the alphabet, with an article or a number", () => {
    const objects = [dog(0), dog(0.4), thing("airplane", 0.8, region(0.7, 0, 0.3, 0.2))];
    expect(termsOf({ objects })).toEqual(["subject: an airplane", "subject: two dogs"]);
  });

  it("does not count many, nor where some are hardly seen", () => {
    expect(textsOf({ objects: [dog(0), dog(0.3), dog(0.6)] })).toEqual(["dogs"]);
    expect(textsOf({ objects: [dog(0), dog(0.3), dog(0.6, 0.3)] })).toEqual(["dogs"]);
    expect(textsOf({ objects: [dog(0), thing("dog", 0.5, region(0.05, 0.4, 0.1, 0.1))] })).toEqual(["a dog"]);
  });

  it("is silent about the small, the unsure, the unreliable, and what is drawn", () => {
    expect(textsOf({ objects: [thing("car", 0.9, region(0, 0, 0.1, 0.1))] })).toEqual([]);
    expect(textsOf({ objects: [dog(0, 0.4)] })).toEqual([]);
    expect(textsOf({ objects: [thing("kite", 0.99, region(0, 0, 0.5, 0.5))] })).toEqual([]);
    expect(textsOf({ objects: [dog(0, 0.9)] }, DRAWING)).toEqual([]);
  });

  it("says where they are, how sure the detector is, and how often it is right", () => {
    const [said] = phraseDetection(seen({ objects: [dog(0, 0.6), dog(0.5, 0.8)] }), PHOTO);
    expect(said?.evidence).toEqual({
      source: "detector:human",
      score: 0.8,
      region: { x: 0, y: 0.3, width: 0.75, height: 0.4 },
    });
    expect(said?.confidence).toBeGreaterThanOrEqual(0.85);
    expect(said?.confidence).toBeLessThan(1);
  });
});

describe("phraseDetection of framing", () => {
  const slender = (height: number): DetectedObject =>
    thing("person", 0.8, region(0.4, 0.9 - height, height / 3, height));

  it("tells the distance from the height of a face, else from a person seen whole", () => {
    expect(termsOf({ faces: [face(0.5)] })).toContain("composition: close-up");
    expect(termsOf({ faces: [face(0.3)] })).toContain("composition: medium close-up");
    expect(termsOf({ objects: [slender(0.7)] })).toContain("composition: full shot");
    expect(termsOf({ objects: [slender(0.2)] })).toContain("composition: wide shot");
  });

  it("tells none where people are cut off, between two distances, or beside a large thing", () => {
    const cut = thing("person", 0.8, region(0.4, 0.3, 0.2, 0.7));
    expect(textsOf({ objects: [cut] })).toEqual(["a person"]);
    expect(textsOf({ objects: [slender(0.45)] })).toEqual(["a person"]);
    expect(textsOf({ objects: [slender(0.7)], faces: [face(0.15)] })).toEqual(["a person"]);
    const train = thing("train", 0.5, region(0, 0.2, 0.3, 0.5));
    expect(textsOf({ objects: [slender(0.2), train] })).toEqual([]);
  });

  it("tells where a lone face looks, and mirrors left and right", () => {
    expect(textsOf({ faces: [face(0.5, 3)] })).toContain("facing the viewer");
    expect(textsOf({ faces: [face(0.5, -30)] })).toContain("facing left");
    expect(textsOf({ faces: [face(0.5, 30)] })).toContain("facing right");
    expect(textsOf({ faces: [face(0.5, 15)] })).toEqual(["a person", "close-up"]);
    expect(textsOf({ faces: [face(0.3, 3, 0.1), face(0.3, 3, 0.6)] })).not.toContain("facing the viewer");
  });
});

describe("phraseDetection of posture", () => {
  const PERSON = thing("person", 0.8, region(0.35, 0.1, 0.2, 0.8));

  function body(points: readonly (readonly [part: string, x: number, y: number])[]): Partial<Detection> {
    const found = points.map(([part, x, y]): BodyPoint => ({ part, x, y, score: 0.8 }));
    return { objects: [PERSON], bodies: [{ score: 0.8, region: PERSON.region, points: found }] };
  }

  const UPPER = [
    ["left shoulder", 0.42, 0.25],
    ["right shoulder", 0.48, 0.25],
    ["left hip", 0.43, 0.5],
    ["right hip", 0.47, 0.5],
  ] as const;

  it("says standing where trunk and both legs go down", () => {
    const legs = [
      ["left knee", 0.43, 0.68],
      ["right knee", 0.47, 0.68],
      ["left ankle", 0.43, 0.86],
      ["right ankle", 0.47, 0.86],
    ] as const;
    expect(termsOf(body([...UPPER, ...legs]))).toContain("action: standing");
    expect(textsOf(body([...UPPER, ...legs.slice(0, 3)]))).not.toContain("standing");
    const seated = [["left knee", 0.53, 0.52], ...legs.slice(1)] as const;
    expect(textsOf(body([...UPPER, ...seated]))).not.toContain("standing");
  });

  it("says nothing of posture where several people are", () => {
    const legs = [
      ["left knee", 0.43, 0.68],
      ["right knee", 0.47, 0.68],
      ["left ankle", 0.43, 0.86],
      ["right ankle", 0.47, 0.86],
    ] as const;
    const lone = body([...UPPER, ...legs]);
    const other = thing("person", 0.6, region(0.7, 0.1, 0.2, 0.8));
    expect(textsOf({ ...lone, objects: [PERSON, other] })).not.toContain("standing");
  });
});
