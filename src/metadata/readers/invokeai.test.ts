import { describe, expect, it } from "vitest";
import type { Carrier } from "../carrier.js";
import { invokeaiReader } from "./invokeai.js";

const carrier = (texts: { readonly [key: string]: string }): Carrier => ({
  format: "png",
  texts: Object.entries(texts).map(([key, text]) => ({ container: "PNG tEXt", key, text })),
  xmp: null,
  exif: null,
  iptc: null,
  c2pa: null,
});

describe("invokeaiReader", () => {
  it("reads invokeai_metadata, and keeps the graph beside it", () => {
    const metadata = {
      app_version: "6.10.0",
      positive_prompt: "a fox++, \n",
      negative_prompt: "fog",
      width: 1024,
      height: 768,
      seed: 3951921344,
      cfg_scale: 6,
      steps: 24,
      scheduler: "euler_a",
      model: { name: "Juggernaut", hash: "blake3:0a" },
      vae: { model_name: "soft" },
      loras: [{ model: { name: "rust" }, weight: 0.75 }],
      hrf_enabled: false,
    };
    const recovered = invokeaiReader.read(
      carrier({ invokeai_metadata: JSON.stringify(metadata), invokeai_graph: '{"nodes": {}}' }),
    );
    expect(recovered).toMatchObject({
      tool: "InvokeAI",
      prompt: "a fox++, \n",
      negative: "fog",
      grammar: "compel",
      parameters: {
        model: "Juggernaut",
        modelHash: "blake3:0a",
        vae: "soft",
        scheduler: "euler_a",
        steps: 24,
        cfgScale: 6,
        seed: "3951921344",
        size: { width: 1024, height: 768 },
        loras: [{ name: "rust", weight: 0.75 }],
        version: "6.10.0",
      },
      raw: { invokeai_metadata: metadata, invokeai_graph: { nodes: {} } },
    });
  });

  it("reads sd-metadata with the negative in brackets, before the older line", () => {
    const image = {
      prompt: [{ prompt: "a fox [fog] [blur]", weight: 1 }],
      steps: 30,
      seed: 5,
      sampler: "k_lms",
      width: 512,
      height: 512,
      cfg_scale: 7.5,
    };
    const text = JSON.stringify({
      model: "stable diffusion",
      model_weights: "sd-1.5",
      app_version: "v2.2.0",
      image,
    });
    expect(invokeaiReader.read(carrier({ Dream: "other -s 1", "sd-metadata": text }))).toMatchObject({
      prompt: "a fox",
      negative: "fog blur",
      parameters: { model: "sd-1.5", sampler: "k_lms", steps: 30, seed: "5", version: "v2.2.0" },
      location: "PNG tEXt sd-metadata",
    });
  });

  it.each([
    [
      '"a \\"red\\" fox [fog, rain]" -s 50 -S 2980747362 -W 512 -H 768 -C 5 -A k_lms -G 0.9',
      'a "red" fox',
      "fog, rain",
    ],
    ["a fox - at dusk -s 50 -S 2980747362 -W512 -H 768 -C 5 -A k_lms", "a fox - at dusk", ""],
    ["a portrait of <alf> in <style> -s 30 -S 7", "a portrait of <alf> in <style>", ""],
  ])("reads the Dream line %j", (line, prompt, negative) => {
    expect(invokeaiReader.read(carrier({ Dream: line }))).toMatchObject({ prompt, negative, confidence: 1 });
  });

  it("reads the switches of a Dream line", () => {
    const line = '"fox" -s 50 -S 2980747362 -W 512 -H 768 -C 5 -A k_lms';
    expect(invokeaiReader.read(carrier({ Dream: line }))?.parameters).toEqual({
      sampler: "k_lms",
      steps: 50,
      cfgScale: 5,
      seed: "2980747362",
      size: { width: 512, height: 768 },
    });
  });

  it("says that a command is no prompt", () => {
    const recovered = invokeaiReader.read(carrier({ Dream: "!mask curly.png -tm hair 0.5" }));
    expect(recovered).toMatchObject({
      prompt: "!mask curly.png",
      confidence: 0.2,
      note: expect.stringContaining("command"),
    });
  });

  it("leaves others alone and survives damage", () => {
    expect(invokeaiReader.read(carrier({ parameters: "x" }))).toBeNull();
    expect(invokeaiReader.read(carrier({ invokeai_metadata: "{broken" }))).toBeNull();
    expect(invokeaiReader.read(carrier({ "sd-metadata": '{"image": 5}' }))).toBeNull();
    expect(invokeaiReader.read(carrier({ Dream: `"${"a".repeat(1_000_000)}` }))?.prompt.length).toBe(
      1_000_001,
    );
  });
});
