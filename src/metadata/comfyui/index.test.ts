import { describe, expect, it } from "vitest";
import type { TextBlock } from "../carrier.js";
import type { Recovered } from "../types.js";
import { comfyuiReader } from "./index.js";

function read(...texts: readonly TextBlock[]): Recovered | null {
  return comfyuiReader.read({ format: "png", texts, xmp: null, exif: null, iptc: null, c2pa: null });
}

const RUN = {
  "1": { class_type: "CLIPTextEncode", inputs: { text: "a fox \n", clip: ["9", 1] } },
  "2": { class_type: "CLIPTextEncode", inputs: { text: "blurry", clip: ["9", 1] } },
  "3": {
    class_type: "KSampler",
    inputs: { seed: 7, steps: 20, cfg: 5, positive: ["1", 0], negative: ["2", 0] },
  },
  "4": { class_type: "SaveImage", inputs: { images: ["3", 0] } },
};
const WORKFLOW = { nodes: [], links: [] };
const run = JSON.stringify(RUN);
const workflow = JSON.stringify(WORKFLOW);

describe("where files keep the graphs", () => {
  const places: readonly [string, readonly TextBlock[], string][] = [
    [
      "PNG",
      [
        { container: "PNG tEXt", key: "prompt", text: run },
        { container: "PNG tEXt", key: "workflow", text: workflow },
      ],
      "PNG tEXt prompt",
    ],
    [
      "Make and Model",
      [
        { container: "EXIF", key: "Make", text: `workflow:${workflow}` },
        { container: "EXIF", key: "Model", text: `prompt:${run}` },
      ],
      "EXIF Model",
    ],
    [
      "ImageDescription and Make",
      [
        { container: "EXIF", key: "ImageDescription", text: `Workflow: ${workflow}` },
        { container: "EXIF", key: "Make", text: `Prompt: ${run}` },
      ],
      "EXIF Make",
    ],
    [
      "one object",
      [{ container: "EXIF", key: "UserComment", text: JSON.stringify({ prompt: RUN, workflow: WORKFLOW }) }],
      "EXIF UserComment",
    ],
    [
      "an object of texts",
      [{ container: "EXIF", key: "UserComment", text: JSON.stringify({ prompt: run, workflow }) }],
      "EXIF UserComment",
    ],
    [
      "NUL at the end",
      [
        {
          container: "EXIF",
          key: "UserComment",
          text: `${JSON.stringify({ prompt: RUN, workflow: WORKFLOW })}\0`,
        },
      ],
      "EXIF UserComment",
    ],
  ];
  it.each(places)("reads %s", (_name, blocks, location) => {
    const found = read(...blocks);
    expect(found).toMatchObject({ prompt: "a fox", negative: "blurry", location });
    expect(found?.raw["prompt"]).toEqual(RUN);
    expect(found?.raw["workflow"]).toEqual(WORKFLOW);
  });

  it("keeps what other blocks say", () => {
    const found = read(
      { container: "PNG tEXt", key: "prompt", text: run },
      { container: "PNG tEXt", key: "mine", text: "x" },
    );
    expect(found?.raw["mine"]).toBe("x");
  });

  it("lets Civitai's statement win over its graph", () => {
    const stated = {
      prompt: "an owl\n",
      negativePrompt: "dull",
      steps: 25,
      cfgScale: 4,
      sampler: "euler",
      seed: 11,
      extra: true,
    };
    const found = read({
      container: "EXIF",
      key: "UserComment",
      text: JSON.stringify({ ...RUN, extraMetadata: JSON.stringify(stated) }),
    });
    expect(found).toMatchObject({
      tool: "Civitai generator",
      prompt: "an owl\n",
      negative: "dull",
      confidence: 1,
    });
    expect(found?.parameters).toMatchObject({ steps: 25, cfgScale: 4, seed: "11", sampler: "euler" });
    expect(found?.raw["extraMetadata"]).toEqual(stated);
  });

  it("keeps seeds of 64 bits to the last digit", () => {
    const text = run.replace('"seed":7', '"seed":18446744073709551615');
    expect(read({ container: "PNG tEXt", key: "prompt", text })?.parameters.seed).toBe(
      "18446744073709551615",
    );
  });

  const strangers: readonly string[] = [
    "",
    "a fox",
    "{",
    '{"prompt": "a fox"}',
    '{"class_type": 3}',
    "[]",
    '{"nodes": {"a": 1}}',
  ];
  it.each(strangers)("leaves %j to others", (text) => {
    expect(read({ container: "PNG tEXt", key: "prompt", text })).toBeNull();
  });
});
