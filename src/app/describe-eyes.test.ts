import { describe, expect, it } from "vitest";
import type { Perception } from "../analysis/perception/types.js";
import { ImpromptError } from "../base/error.js";
import type { Detection, Sight } from "../engines/embedded/sight.js";
import type { DecodedImage } from "../image/decoded.js";
import type { Reading } from "../metadata/types.js";
import type { DescribeOptions, Description } from "./describe.js";
import { describe as describePicture } from "./describe.js";
import type { Services } from "./ports.js";

const WIDTH = 96;
const HEIGHT = 64;

/** Gray of many shades, so that no measurement speaks of it. */
function decoded(): DecodedImage {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = 90 + ((at * 37) % 71);
  const raster = { width: WIDTH, height: HEIGHT, data };
  const file = { format: "png", transparent: false, frames: 1, depth: 8, grey: false } as const;
  return { ...file, raster, width: WIDTH, height: HEIGHT, warnings: [] };
}

const reading = (prompt: string): Reading => ({
  recovered:
    prompt === ""
      ? null
      : {
          tool: "A1111 web UI",
          prompt,
          negative: "",
          parameters: {},
          raw: {},
          confidence: 1,
          grammar: "a1111",
          location: "PNG tEXt parameters",
        },
  provenance: null,
  description: { keywords: [] },
  camera: {},
  warnings: [],
});

const DOG: Detection = {
  objects: [{ label: "dog", score: 0.95, region: { x: 0.2, y: 0.2, width: 0.5, height: 0.6 } }],
  faces: [],
  bodies: [],
};

const PERCEPTION: Perception = {
  medium: { photo: 0.97 },
  scene: {},
  spoken: [
    { facet: "medium", text: "photograph", confidence: 0.95 },
    { facet: "setting", text: "city street", confidence: 0.9 },
    { facet: "setting", text: "night", confidence: 0.88 },
  ],
  suggested: [],
};

interface Looked {
  readonly asked: string[];
  readonly description: Description;
}

interface Machine {
  readonly prompt?: string;
  readonly detect?: Sight["detect"];
  readonly perception?: Perception;
  readonly name?: string;
}

async function look(options: DescribeOptions, machine: Machine = {}): Promise<Looked> {
  const asked: string[] = [];
  const sight: Sight = {
    detect: (...given) => {
      asked.push("detect");
      return (machine.detect ?? (() => Promise.resolve(DOG)))(...given);
    },
    read: () => {
      asked.push("read");
      return Promise.resolve([]);
    },
  };
  const { perception } = machine;
  const services: Services = {
    open: () => Promise.resolve({ name: machine.name ?? "IMG_1.png", bytes: new Uint8Array() }),
    decode: () => Promise.resolve(decoded()),
    readMetadata: () => Promise.resolve(reading(machine.prompt ?? "")),
    sight,
    ...(perception === undefined ? {} : { perceive: () => Promise.resolve(perception) }),
  };
  return { asked, description: await describePicture("IMG_1.png", options, services) };
}

describe("describe with eyes of its own", () => {
  it("says in one sentence what they see together", async () => {
    const { description } = await look({ targets: ["sdxl", "flux"] }, { perception: PERCEPTION });
    expect(description.summary).toBe("A photograph of a dog on a city street at night.");
    expect(description.prompts[0]?.text).toMatch(/^a dog, on a city street, at night, photograph\b/u);
    expect(description.prompts[1]?.text).toMatch(/^A photograph of a dog on a city street at night\b/u);
    expect(description.warnings).toEqual([]);
  });

  it("takes the narrower word of a file's name that they bear out", async () => {
    const { description } = await look({}, { perception: PERCEPTION, name: "golden-retriever.jpg" });
    expect(description.summary).toBe("A photograph of a golden retriever on a city street at night.");
  });

  it("keeps the user's own subject", async () => {
    const { description } = await look({ subject: "a wolf" }, { perception: PERCEPTION });
    expect(description.summary).toBe("A photograph of a wolf on a city street at night.");
  });

  it("says so where nothing can be named, unless that is left out on purpose", async () => {
    const nothing: Machine = { detect: () => Promise.resolve(undefined) };
    const { description } = await look({}, nothing);
    expect(description.summary).toBe("A picture.");
    expect(description.warnings.map(({ code }) => code)).toEqual(["subject-unknown"]);
    for (const options of [{ styleOnly: true }, { drop: ["subject"] }, { subject: "a wolf" }] as const) {
      expect((await look(options, nothing)).description.warnings).toEqual([]);
    }
  });
});

describe("the detector", () => {
  it("is left alone where it is switched off", async () => {
    const { asked, description } = await look({ detector: false });
    expect(asked).toEqual([]);
    expect(description.blueprint.terms.map(({ text }) => text)).not.toContain("a dog");
  });

  it("is left alone where the file carries its prompt, unless asked for", async () => {
    expect((await look({}, { prompt: "a red fox" })).asked).toEqual([]);
    const { asked, description } = await look({ detector: true }, { prompt: "a red fox" });
    expect(asked).toContain("detect");
    expect(description.blueprint.terms.map(({ text }) => text)).not.toContain("a dog");
  });

  it("costs what it would have seen where it fails", async () => {
    const detect = (): Promise<never> => Promise.reject(new ImpromptError("engine-failed", "it ended"));
    const { description } = await look({}, { detect, perception: PERCEPTION });
    expect(description.summary).toBe("A photograph of a city street at night.");
    expect(description.warnings).toEqual([
      {
        code: "engine-limited",
        message: "people and objects could not be looked for (it ended)",
        where: "eyes",
      },
    ]);
  });

  it("ends the whole where that is cancelled", async () => {
    const detect = (): Promise<never> => Promise.reject(new ImpromptError("cancelled", "stopped"));
    await expect(look({}, { detect })).rejects.toMatchObject({ code: "cancelled" });
  });
});
