import { describe, expect, it } from "vitest";
import type { Recovered } from "../types.js";
import { comfyuiReader } from "./index.js";

type Nodes = { readonly [id: string]: readonly [type: string, inputs: object] };

function readRun(nodes: Nodes): Recovered {
  const graph = Object.fromEntries(
    Object.entries(nodes).map(([id, [type, inputs]]) => [id, { class_type: type, inputs }]),
  );
  const texts = [{ container: "PNG tEXt", key: "prompt", text: JSON.stringify(graph) }];
  const found = comfyuiReader.read({ format: "png", texts, xmp: null, exif: null, iptc: null, c2pa: null });
  if (found === null) throw new Error("not read");
  return found;
}

const WORDS: Nodes = {
  fox: ["CLIPTextEncode", { text: "a fox", clip: ["ckpt", 1] }],
  owl: ["CLIPTextEncode", { text: "an owl", clip: ["ckpt", 1] }],
  bad: ["CLIPTextEncode", { text: "blurry", clip: ["ckpt", 1] }],
  ckpt: ["CheckpointLoaderSimple", { ckpt_name: "own.safetensors" }],
  empty: ["EmptyLatentImage", { width: 768, height: 512, batch_size: 1 }],
};
const SETTINGS = { seed: 7, steps: 20, cfg: 6.5, sampler_name: "euler", scheduler: "karras", denoise: 1 };

function sampled(
  more: Nodes,
  positive: readonly [string, number],
  negative: readonly [string, number] = ["bad", 0],
) {
  return readRun({
    ...WORDS,
    ...more,
    k: ["KSampler", { ...SETTINGS, model: ["ckpt", 0], positive, negative, latent_image: ["empty", 0] }],
    out: ["SaveImage", { images: ["k", 0] }],
  });
}

describe("the words behind a sampler", () => {
  it("reads a plain graph", () => {
    const found = sampled({}, ["fox", 0]);
    expect(found).toMatchObject({
      tool: "ComfyUI",
      prompt: "a fox",
      negative: "blurry",
      confidence: 1,
      grammar: "comfyui",
    });
    expect(found.location).toBe("PNG tEXt prompt");
    expect(found.note).toBeUndefined();
  });

  const chains: readonly [string, Nodes, string][] = [
    [
      "combine",
      { c: ["ConditioningCombine", { conditioning_1: ["fox", 0], conditioning_2: ["owl", 0] }] },
      "a fox\nan owl",
    ],
    [
      "concat",
      { c: ["ConditioningConcat", { conditioning_to: ["owl", 0], conditioning_from: ["fox", 0] }] },
      "an owl\na fox",
    ],
    [
      "average",
      {
        c: [
          "ConditioningAverage",
          { conditioning_to: ["fox", 0], conditioning_from: ["owl", 0], conditioning_to_strength: 0.5 },
        ],
      },
      "a fox\nan owl",
    ],
    [
      "area",
      {
        c: [
          "ConditioningSetArea",
          { conditioning: ["fox", 0], width: 64, height: 64, x: 0, y: 0, strength: 1 },
        ],
      },
      "a fox",
    ],
    [
      "time range",
      { c: ["ConditioningSetTimestepRange", { conditioning: ["fox", 0], start: 0, end: 0.5 }] },
      "a fox",
    ],
    ["Flux guidance", { c: ["FluxGuidance", { conditioning: ["fox", 0], guidance: 3.5 }] }, "a fox"],
    [
      "unCLIP",
      {
        c: ["unCLIPConditioning", { conditioning: ["fox", 0], clip_vision_output: ["owl", 0], strength: 1 }],
      },
      "a fox",
    ],
    [
      "ControlNet",
      {
        c: [
          "ControlNetApply",
          { conditioning: ["fox", 0], control_net: ["owl", 0], image: ["owl", 0], strength: 1 },
        ],
      },
      "a fox",
    ],
    ["reroute", { c: ["Reroute", { "": ["fox", 0] }] }, "a fox"],
    [
      "an unknown node",
      { c: ["SomeonesTweak", { stuff: ["fox", 0], model: ["owl", 0], amount: 2 }] },
      "a fox",
    ],
    [
      "the same words twice",
      { c: ["ConditioningCombine", { conditioning_1: ["fox", 0], conditioning_2: ["fox", 0] }] },
      "a fox",
    ],
    ["zeroed out", { c: ["ConditioningZeroOut", { conditioning: ["fox", 0] }] }, ""],
    [
      "SDXL",
      {
        c: ["CLIPTextEncodeSDXL", { text_g: "wide", text_l: "near", width: 8, height: 8, clip: ["ckpt", 1] }],
      },
      "wide\nnear",
    ],
    [
      "SDXL, the same twice",
      { c: ["CLIPTextEncodeSDXL", { text_g: "wide", text_l: "wide", clip: ["ckpt", 1] }] },
      "wide",
    ],
    [
      "Flux",
      {
        c: ["CLIPTextEncodeFlux", { clip_l: "tags", t5xxl: "A sentence.", guidance: 3.5, clip: ["ckpt", 1] }],
      },
      "tags\nA sentence.",
    ],
    [
      "an unknown encoder",
      { c: ["MyEncoder", { prompt: "a heron", style_mode: "fast", clip: ["ckpt", 1] }] },
      "a heron",
    ],
    [
      "regions behind words",
      {
        b: ["RegionWords", { text: "a heron", clip: ["ckpt", 1] }],
        r: ["RegionTargets", { region_text: "heron", target_text: "grey", clip_regions: ["b", 0] }],
        c: ["RegionsToConditioning", { mask_token: "", clip_regions: ["r", 0] }],
      },
      "a heron",
    ],
    [
      "a box of words beside others",
      {
        c: [
          "GLIGENTextBoxApply",
          { conditioning_to: ["fox", 0], clip: ["ckpt", 1], text: "a hat", width: 8 },
        ],
      },
      "a fox\na hat",
    ],
  ];
  it.each(chains)("walks through %s", (_name, more, prompt) => {
    const found = sampled(more, ["c", 0]);
    expect(found.prompt).toBe(prompt);
    expect(found.negative).toBe("blurry");
  });

  it("keeps the roles apart where a node carries both", () => {
    const found = sampled(
      {
        c: [
          "ControlNetApplyAdvanced",
          { positive: ["fox", 0], negative: ["bad", 0], strength: 1, image: ["owl", 0] },
        ],
      },
      ["c", 0],
      ["c", 1],
    );
    expect([found.prompt, found.negative]).toEqual(["a fox", "blurry"]);
  });

  it("follows pipes to the member of the role, edited ones too", () => {
    const pipes: Nodes = {
      to: [
        "ToBasicPipe",
        { model: ["ckpt", 0], clip: ["ckpt", 1], positive: ["fox", 0], negative: ["bad", 0] },
      ],
      edit: ["EditBasicPipe", { basic_pipe: ["to", 0], positive: ["owl", 0] }],
      from: ["FromBasicPipe", { basic_pipe: ["edit", 0] }],
    };
    const found = sampled(pipes, ["from", 3], ["from", 4]);
    expect([found.prompt, found.negative]).toEqual(["an owl", "blurry"]);
  });

  it("reads loaders that hold both texts themselves", () => {
    const loader = [
      "Efficient Loader",
      { ckpt_name: "a.safetensors", positive: "a fox", negative: "dull" },
    ] as const;
    const found = sampled({ l: loader }, ["l", 1], ["l", 2]);
    expect([found.prompt, found.negative]).toEqual(["a fox", "dull"]);
  });

  it("does not make up a negative for a guider without one", () => {
    const found = readRun({
      ...WORDS,
      g: ["BasicGuider", { model: ["ckpt", 0], conditioning: ["fox", 0] }],
      n: ["RandomNoise", { noise_seed: "18446744073709551615" }],
      s: ["BasicScheduler", { scheduler: "beta", steps: 9, denoise: 1, model: ["ckpt", 0] }],
      h: ["KSamplerSelect", { sampler_name: "heun" }],
      k: [
        "SamplerCustomAdvanced",
        {
          noise: ["n", 0],
          guider: ["g", 0],
          sampler: ["h", 0],
          sigmas: ["s", 0],
          latent_image: ["empty", 0],
        },
      ],
      out: ["SaveImage", { images: ["k", 0] }],
    });
    expect([found.prompt, found.negative]).toEqual(["a fox", ""]);
    expect(found.parameters).toEqual({
      model: "own.safetensors",
      sampler: "heun",
      scheduler: "beta",
      steps: 9,
      seed: "18446744073709551615",
      size: { width: 768, height: 512 },
    });
  });

  it("reads both sides of a guider with a scale", () => {
    const found = readRun({
      ...WORDS,
      g: ["CFGGuider", { model: ["ckpt", 0], positive: ["fox", 0], negative: ["bad", 0], cfg: 4 }],
      n: ["RandomNoise", { noise_seed: 3 }],
      s: ["KarrasScheduler", { steps: 12, sigma_max: 14, sigma_min: 0.03 }],
      h: ["SamplerDPMPP_2M_SDE", { solver_type: "midpoint", eta: 1 }],
      k: [
        "SamplerCustomAdvanced",
        {
          noise: ["n", 0],
          guider: ["g", 0],
          sampler: ["h", 0],
          sigmas: ["s", 0],
          latent_image: ["empty", 0],
        },
      ],
      out: ["PreviewImage", { images: ["k", 0] }],
    });
    expect([found.prompt, found.negative]).toEqual(["a fox", "blurry"]);
    expect(found.parameters).toMatchObject({
      cfgScale: 4,
      steps: 12,
      sampler: "SamplerDPMPP_2M_SDE",
      scheduler: "Karras",
      seed: "3",
    });
  });

  it("finds the set node of a get node", () => {
    const found = sampled(
      { put: ["SetNode", { name: "main", x: ["owl", 0] }], c: ["GetNode", { name: "main" }] },
      ["c", 0],
    );
    expect(found.prompt).toBe("an owl");
  });

  it("takes only the branch that a switch is set to", () => {
    const on: Nodes = {
      yes: ["PrimitiveBoolean", { value: true }],
      c: ["ComfySwitchNode", { switch: ["yes", 0], on_false: ["fox", 0], on_true: ["owl", 0] }],
    };
    expect(sampled(on, ["c", 0]).prompt).toBe("an owl");
    const numbered: Nodes = { c: ["ImpactSwitch", { select: 2, input1: ["fox", 0], input2: ["owl", 0] }] };
    expect(sampled(numbered, ["c", 0]).prompt).toBe("an owl");
  });

  it("lets the editor's names of outputs correct a crossed wire", () => {
    const run = {
      1: { class_type: "CLIPTextEncode", inputs: { text: "a fox" } },
      2: { class_type: "CLIPTextEncode", inputs: { text: "blurry" } },
      3: { class_type: "TwoOut", inputs: { positive: ["1", 0], negative: ["2", 0] } },
      4: { class_type: "KSampler", inputs: { ...SETTINGS, positive: ["3", 1], negative: ["3", 0] } },
    };
    const workflow = {
      nodes: [{ id: 3, type: "TwoOut", outputs: [{ name: "positive" }, { name: "negative" }] }],
      links: [],
    };
    const text = JSON.stringify({ prompt: run, workflow, note: "kept" });
    const texts = [{ container: "EXIF", key: "UserComment", text }];
    const found = comfyuiReader.read({
      format: "jpeg",
      texts,
      xmp: null,
      exif: null,
      iptc: null,
      c2pa: null,
    });
    expect([found?.prompt, found?.negative]).toEqual(["blurry", "a fox"]);
    expect(found?.raw["note"]).toBe("kept");
  });
});
