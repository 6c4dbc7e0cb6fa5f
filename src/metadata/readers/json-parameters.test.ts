import { describe, expect, it } from "vitest";
import type { Carrier } from "../carrier.js";
import { jsonParametersReader } from "./json-parameters.js";

const carrier = (texts: { readonly [key: string]: unknown }, container = "PNG tEXt"): Carrier => ({
  format: "png",
  texts: Object.entries(texts).map(([key, value]) => ({
    container,
    key,
    text: typeof value === "string" ? value : JSON.stringify(value),
  })),
  xmp: null,
  exif: null,
  iptc: null,
  c2pa: null,
});

describe("jsonParametersReader", () => {
  it("reads Fooocus", () => {
    const parameters = {
      prompt: "a fox",
      negative_prompt: "fog",
      prompt_expansion: "a fox, sharp",
      styles: "['Fooocus V2']",
      resolution: "(1152, 896)",
      guidance_scale: 4,
      sharpness: 2,
      base_model: "juggernaut",
      base_model_hash: "0a1b",
      sampler: "dpmpp_2m_sde_gpu",
      scheduler: "karras",
      seed: "8157231405236215401",
      loras: [["offset", 0.1, "beef"]],
      metadata_scheme: "fooocus",
      version: "Fooocus v2.5.5",
    };
    expect(jsonParametersReader.read(carrier({ parameters, fooocus_scheme: "fooocus" }))).toMatchObject({
      tool: "Fooocus",
      prompt: "a fox",
      negative: "fog",
      parameters: {
        model: "juggernaut",
        modelHash: "0a1b",
        sampler: "dpmpp_2m_sde_gpu",
        scheduler: "karras",
        cfgScale: 4,
        seed: "8157231405236215401",
        size: { width: 1152, height: 896 },
        loras: [{ name: "offset", weight: 0.1 }],
        version: "Fooocus v2.5.5",
      },
      raw: { parameters: { styles: "['Fooocus V2']" }, fooocus_scheme: "fooocus" },
    });
  });

  it("reads Fooocus's older names and numbered LoRAs", () => {
    const parameters = {
      Prompt: "a fox",
      "Negative Prompt": "fog",
      Resolution: "(896, 1152)",
      "Guidance Scale": 4,
      "LoRA 1": "offset : 0.5",
      Version: "v2.1.860",
      "Fooocus V2 Expansion": "x",
    };
    expect(jsonParametersReader.read(carrier({ parameters }))).toMatchObject({
      tool: "Fooocus",
      prompt: "a fox",
      negative: "fog",
      parameters: { size: { width: 896, height: 1152 }, loras: [{ name: "offset", weight: 0.5 }] },
    });
  });

  it("tells the kin of Fooocus apart", () => {
    const comment = {
      prompt: "a fox",
      negative_prompt: "",
      real_prompt: "a fox, sharp",
      software: "Fooocus 2.0 MRE",
    };
    expect(jsonParametersReader.read(carrier({ Comment: comment }, "JPEG comment"))).toMatchObject({
      tool: "Fooocus-MRE",
      location: "JPEG comment Comment",
    });
    const ruined = {
      Prompt: "a fox",
      Negative: "fog",
      steps: 30,
      cfg: 7,
      width: 1024,
      height: 768,
      seed: 9,
      base_model_name: "sdxl",
      software: "RuinedFooocus",
    };
    expect(jsonParametersReader.read(carrier({ parameters: ruined }))).toMatchObject({
      tool: "RuinedFooocus",
      negative: "fog",
      parameters: { steps: 30, cfgScale: 7, model: "sdxl" },
    });
  });

  it("reads TensorArt behind its padding, and not its graph", () => {
    const data = `${JSON.stringify({ prompt: "a fox", negativePrompt: "fog ", cfgScale: 7, seed: "-1", ksamplerName: "euler", baseModel: { modelFileName: "wai", hash: "A5" } })}\0\0`;
    expect(jsonParametersReader.read(carrier({ generation_data: data, prompt: { "1": {} } }))).toMatchObject({
      tool: "TensorArt",
      negative: "fog ",
      parameters: { model: "wai", modelHash: "A5", sampler: "euler", seed: "-1" },
    });
  });

  it("reads Hugging Face Spaces, NaN and all", () => {
    const text =
      '{"prompt": "a fox", "negative_prompt": "", "resolution": "832 x 1216", "guidance_scale": NaN, "num_inference_steps": 24}';
    expect(jsonParametersReader.read(carrier({ parameters: text }))).toMatchObject({
      tool: "Hugging Face Space",
      parameters: { steps: 24, size: { width: 832, height: 1216 } },
      raw: { parameters: { guidance_scale: null } },
    });
  });

  it("reads whoever writes a prompt field, less surely, and no graph", () => {
    expect(jsonParametersReader.read(carrier({ UserComment: { prompt: "a fox" } }, "EXIF"))).toMatchObject({
      tool: "JSON parameters",
      confidence: 0.8,
    });
    expect(
      jsonParametersReader.read(carrier({ UserComment: { prompt: { "3": { class_type: "KSampler" } } } })),
    ).toBeNull();
    expect(jsonParametersReader.read(carrier({ parameters: [1, 2] }))).toBeNull();
  });
});
