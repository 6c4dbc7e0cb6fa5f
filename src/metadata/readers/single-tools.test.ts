import { describe, expect, it } from "vitest";
import type { Carrier, TextBlock } from "../carrier.js";
import { drawThingsReader } from "./draw-things.js";
import { easyDiffusionReader } from "./easy-diffusion.js";
import { midjourneyReader } from "./midjourney.js";
import { swarmuiReader } from "./swarmui.js";

const carrier = (
  texts: { readonly [key: string]: string },
  xmp: string | null = null,
  container = "PNG tEXt",
): Carrier => ({
  format: "png",
  texts: Object.entries(texts).map(([key, text]): TextBlock => ({ container, key, text })),
  xmp,
  exif: null,
  iptc: null,
  c2pa: null,
});

describe("swarmuiReader", () => {
  const text = JSON.stringify({
    sui_image_params: {
      prompt: "a fox",
      negativeprompt: "fog, ",
      model: "wai",
      seed: 830680752,
      steps: 20,
      cfgscale: 7,
      width: 1024,
      height: 512,
      loras: ["rust"],
      loraweights: ["0.5"],
      swarm_version: "0.9.7.4",
    },
    sui_extra_data: { date: "2026-01-03" },
  });

  it.each(["parameters", "UserComment", "Model"])("reads %s", (key) => {
    expect(swarmuiReader.read(carrier({ [key]: text }))).toMatchObject({
      tool: "SwarmUI",
      prompt: "a fox",
      negative: "fog, ",
      parameters: {
        model: "wai",
        seed: "830680752",
        steps: 20,
        cfgScale: 7,
        size: { width: 1024, height: 512 },
        loras: [{ name: "rust", weight: 0.5 }],
        version: "0.9.7.4",
      },
      raw: { [key]: { sui_extra_data: { date: "2026-01-03" } } },
    });
  });

  it("asks for its own object", () => {
    expect(swarmuiReader.read(carrier({ parameters: '{"sui_image_params": 3}' }))).toBeNull();
    expect(swarmuiReader.read(carrier({ parameters: '"sui_image_params" is a word' }))).toBeNull();
  });
});

describe("easyDiffusionReader", () => {
  it.each([
    {
      prompt: "a fox",
      negative_prompt: "fog",
      seed: "5",
      num_inference_steps: "25",
      guidance_scale: "7.5",
      use_stable_diffusion_model: "sd-v1-4",
    },
    {
      Prompt: "a fox",
      "Negative Prompt": "fog",
      Seed: "5",
      Steps: "25",
      "Guidance Scale": "7.5",
      "Stable Diffusion model": "sd-v1-4",
    },
  ])("reads one text a field, form %#", (texts) => {
    expect(easyDiffusionReader.read(carrier(texts))).toMatchObject({
      tool: "Easy Diffusion",
      prompt: "a fox",
      negative: "fog",
      parameters: { seed: "5", steps: 25, cfgScale: 7.5, model: "sd-v1-4" },
    });
  });

  it("leaves graphs and lone prompts alone", () => {
    expect(easyDiffusionReader.read(carrier({ prompt: '{"3": {}}', negative_prompt: "x" }))).toBeNull();
    expect(easyDiffusionReader.read(carrier({ prompt: "a fox" }))).toBeNull();
  });
});

describe("drawThingsReader", () => {
  const packet = (json: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Draw Things"><exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">${json}</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>`;

  it("reads the comment in the XMP packet", () => {
    const json =
      '{"c":"a fox &amp; a hen","uc":"fog","model":"sdxl.ckpt","sampler":"Euler A","scale":7,"seed":12,"steps":30,"strength":1,"size":"1024x768","lora":[{"model":"rust.ckpt","weight":0.6}]}';
    expect(drawThingsReader.read(carrier({}, packet(json.replaceAll('"', "&quot;"))))).toMatchObject({
      tool: "Draw Things",
      prompt: "a fox & a hen",
      negative: "fog",
      location: "XMP UserComment",
      confidence: 1,
      parameters: {
        model: "sdxl.ckpt",
        sampler: "Euler A",
        steps: 30,
        cfgScale: 7,
        seed: "12",
        size: { width: 1024, height: 768 },
        loras: [{ name: "rust.ckpt", weight: 0.6 }],
      },
      raw: { UserComment: { strength: 1 } },
    });
  });

  it("leaves other comments alone", () => {
    expect(drawThingsReader.read(carrier({}, packet("a holiday")))).toBeNull();
    expect(drawThingsReader.read(carrier({}, "<exif:UserComment"))).toBeNull();
  });
});

describe("midjourneyReader", () => {
  const job = "Job ID: 0f3c2a1b-1111-4222-8333-444455556666";

  it("keeps the prompt with its parameters, without the job", () => {
    const recovered = midjourneyReader.read(
      carrier({
        Author: "jo",
        Description: `a fox, at dusk --ar 3:2 --no fog, rain --seed 77 --v 6.1 ${job}`,
      }),
    );
    expect(recovered).toMatchObject({
      tool: "Midjourney",
      prompt: "a fox, at dusk --ar 3:2 --no fog, rain --seed 77 --v 6.1",
      negative: "fog, rain",
      confidence: 1,
      grammar: "midjourney",
      parameters: { seed: "77", version: "6.1" },
      raw: { Author: "jo", jobId: "0f3c2a1b-1111-4222-8333-444455556666", flags: { ar: "3:2", v: "6.1" } },
    });
  });

  it("reads XMP captions of files that were saved again", () => {
    const xmp = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>a fox --v 7 ${job}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF>`;
    expect(midjourneyReader.read(carrier({}, xmp))).toMatchObject({
      prompt: "a fox --v 7",
      location: "XMP Description",
    });
  });

  it("is less sure without a job, and silent without flags of its own", () => {
    expect(midjourneyReader.read(carrier({ Description: "a fox --ar 3:2 --v 6" }))).toMatchObject({
      confidence: 0.6,
    });
    expect(midjourneyReader.read(carrier({ Description: "run it with --verbose --seed 5" }))).toBeNull();
    expect(midjourneyReader.read(carrier({ Description: "a fox" }))).toBeNull();
  });
});
