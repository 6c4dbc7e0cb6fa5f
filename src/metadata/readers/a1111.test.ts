import { describe, expect, it } from "vitest";
import type { Carrier } from "../carrier.js";
import { a1111Reader } from "./a1111.js";

const carrier = (
  ...texts: readonly (readonly [key: string, text: string, container?: string])[]
): Carrier => ({
  format: "png",
  texts: texts.map(([key, text, container]) => ({ container: container ?? "PNG tEXt", key, text })),
  xmp: null,
  exif: null,
  iptc: null,
  c2pa: null,
});

const settings = (rest: string): string => `a fox <lora:rust:0.8>\nNegative prompt: fog\nSteps: 20, ${rest}`;

describe("a1111Reader", () => {
  it("recovers everything that has a name, and keeps the rest in raw", () => {
    const text = settings(
      "Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 5.5, Seed: 18446744073709551615, Size: 832x1216, " +
        "Model hash: 45a2, Model: wai, VAE: soft.pt, Denoising strength: 0.4, Clip skip: 2, Hires upscale: 1.5, Version: v1.10.1",
    );
    const recovered = a1111Reader.read(carrier(["parameters", text]));
    expect(recovered).toMatchObject({
      tool: "A1111 web UI",
      prompt: "a fox <lora:rust:0.8>",
      negative: "fog",
      confidence: 1,
      grammar: "a1111",
      location: "PNG tEXt parameters",
      parameters: {
        model: "wai",
        modelHash: "45a2",
        vae: "soft.pt",
        sampler: "DPM++ 2M",
        scheduler: "Karras",
        steps: 20,
        cfgScale: 5.5,
        seed: "18446744073709551615",
        size: { width: 832, height: 1216 },
        clipSkip: 2,
        denoisingStrength: 0.4,
        loras: [{ name: "rust", weight: 0.8 }],
        version: "v1.10.1",
      },
    });
    expect(recovered?.raw["parameters"]).toBe(text);
    expect(recovered?.raw["settings"]).toMatchObject({ "Hires upscale": "1.5" });
  });

  it.each([
    ["Version: v1.9.4", "A1111 web UI"],
    ["Version: f2.0.1v1.10.1-previous-669-gdfdcbab6", "Forge"],
    ["Version: f0.0.17v1.8.0rc-latest-276-g29be1da7", "Forge"],
    ["Version: f1.0.0v2-v1.10.1RC-latest-2498-g5120e679", "reForge"],
    ["Version: classic", "Forge Classic"],
    ["Version: neo-2.28", "Forge Neo"],
    ["App: SD.Next, Version: 56a8aea", "SD.Next"],
    ["Version: stable-diffusion.cpp", "stable-diffusion.cpp"],
    ["Version: Fooocus v2.5.5", "Fooocus"],
    ["Version: ComfyUI", "ComfyUI"],
    ["Sampler: dpmpp_2m_karras", "ComfyUI"],
    ['Civitai resources: [{"type": "checkpoint"}], Civitai metadata: {}', "Civitai generator"],
  ])("names the tool by %j", (said, tool) => {
    expect(a1111Reader.read(carrier(["parameters", settings(said)]))?.tool).toBe(tool);
  });

  it("names the tool by the blocks beside the text", () => {
    const text = settings("Seed: 1");
    expect(a1111Reader.read(carrier(["parameters", text], ["smproj", "{}"]))?.tool).toBe("Stability Matrix");
    expect(a1111Reader.read(carrier(["parameters", text], ["fooocus_scheme", "a1111"]))?.tool).toBe(
      "Fooocus",
    );
    expect(a1111Reader.read(carrier(["Artist", "ai", "EXIF"], ["UserComment", text, "EXIF"]))).toMatchObject({
      tool: "Civitai generator",
      location: "EXIF UserComment",
    });
  });

  it("finds no prompt in the settings of an upscaling, and none before a real one", () => {
    const upscaled = "Postprocess upscale by: 4, Postprocess upscaler: R-ESRGAN 4x+";
    expect(a1111Reader.read(carrier(["postprocessing", upscaled]))).toMatchObject({
      prompt: "",
      raw: { postprocessing: upscaled, settings: { "Postprocess upscale by": "4" } },
    });
    expect(
      a1111Reader.read(carrier(["postprocessing", upscaled], ["parameters", settings("Seed: 1")]))?.negative,
    ).toBe("fog");
    expect(a1111Reader.read(carrier(["postprocessing", settings("Seed: 1")]))?.negative).toBe("fog");
  });

  it("takes any text under its own key, and elsewhere only its own shape", () => {
    expect(a1111Reader.read(carrier(["parameters", "{red|blue} car"]))).toMatchObject({
      prompt: "{red|blue} car",
      confidence: 0.7,
    });
    expect(a1111Reader.read(carrier(["UserComment", "my holiday"]))).toBeNull();
    expect(a1111Reader.read(carrier(["parameters", '{"prompt": "a"}']))).toBeNull();
    expect(a1111Reader.read(carrier(["parameters", " \n"]))).toBeNull();
  });
});
