import { mkdirSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { readRgba } from "../../src/image/decode/read-rgba.js";
import { writeHiddenText } from "../../src/metadata/stealth/write-hidden-text.js";
import type { PngText } from "../../src/metadata/write.js";
import { addExif, addPngTexts } from "../../src/metadata/write.js";

/**
 * Writes examples/metadata/: one small picture for each family of tools that leave their prompt in a file, each with
 * the same made-up prompt in the family's own layout.
 */
const FOLDER = new URL("../../examples/metadata/", import.meta.url);
const PROMPT =
  "a lone cyclist with a clear umbrella, rain-slicked neon street at night, wet reflections, cinematic";
const NEGATIVE = "blurry, watermark, text";
const A1111 = `${PROMPT}\nNegative prompt: ${NEGATIVE}\nSteps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 20261121, Size: 1344x768, Model hash: 0123456789, Model: example-xl, Version: `;

const COMFY_GRAPH = {
  "1": { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "example-xl.safetensors" } },
  "2": { class_type: "CLIPTextEncode", inputs: { clip: ["1", 1], text: PROMPT } },
  "3": { class_type: "CLIPTextEncode", inputs: { clip: ["1", 1], text: NEGATIVE } },
  "4": { class_type: "EmptyLatentImage", inputs: { width: 1344, height: 768, batch_size: 1 } },
  "5": {
    class_type: "KSampler",
    inputs: {
      model: ["1", 0],
      positive: ["2", 0],
      negative: ["3", 0],
      latent_image: ["4", 0],
      seed: 20261121,
      steps: 28,
      cfg: 6.5,
      sampler_name: "dpmpp_2m",
      scheduler: "karras",
      denoise: 1,
    },
  },
  "6": { class_type: "VAEDecode", inputs: { samples: ["5", 0], vae: ["1", 2] } },
  "7": { class_type: "SaveImage", inputs: { images: ["6", 0], filename_prefix: "imprompt" } },
};

const NOVELAI_COMMENT = {
  prompt: PROMPT,
  uc: NEGATIVE,
  steps: 28,
  scale: 6.5,
  seed: 20261121,
  sampler: "k_euler_ancestral",
  width: 1344,
  height: 768,
  v4_prompt: { caption: { base_caption: PROMPT, char_captions: [] } },
};

const DRAW_THINGS = JSON.stringify({
  c: PROMPT,
  uc: NEGATIVE,
  model: "example_xl.ckpt",
  sampler: "DPM++ 2M Karras",
  scale: 6.5,
  seed: 20261121,
  steps: 28,
  size: "1344x768",
  strength: 1,
});

function xmpOf(comment: string): string {
  const escaped = comment.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmp:CreatorTool="Draw Things"><exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const PNG_FAMILIES: { readonly [name: string]: readonly PngText[] } = {
  a1111: [{ key: "parameters", text: `${A1111}v1.10.1` }],
  forge: [{ key: "parameters", text: `${A1111}f2.0.1v1.10.1-previous-665`, kind: "iTXt" }],
  comfyui: [{ key: "prompt", text: JSON.stringify(COMFY_GRAPH) }],
  invokeai: [
    {
      key: "invokeai_metadata",
      text: JSON.stringify({
        generation_mode: "sdxl_txt2img",
        positive_prompt: PROMPT,
        negative_prompt: NEGATIVE,
        width: 1344,
        height: 768,
        seed: 20261121,
        steps: 28,
        cfg_scale: 6.5,
        scheduler: "dpmpp_2m_k",
        model: { name: "example-xl", base: "sdxl", type: "main" },
        app_version: "5.6.0",
      }),
    },
  ],
  novelai: [
    { key: "Title", text: "NovelAI generated image" },
    { key: "Description", text: PROMPT },
    { key: "Software", text: "NovelAI" },
    { key: "Source", text: "NovelAI Diffusion V4.5 EXAMPLE" },
    { key: "Comment", text: JSON.stringify(NOVELAI_COMMENT) },
  ],
  fooocus: [
    {
      key: "parameters",
      text: JSON.stringify({
        prompt: PROMPT,
        negative_prompt: NEGATIVE,
        resolution: "(1344, 768)",
        steps: 28,
        guidance_scale: 6.5,
        sampler: "dpmpp_2m_sde_gpu",
        scheduler: "karras",
        seed: "20261121",
        base_model: "example-xl",
        version: "Fooocus v2.5.5",
      }),
    },
    { key: "fooocus_scheme", text: "fooocus" },
  ],
  swarmui: [
    {
      key: "parameters",
      text: JSON.stringify({
        sui_image_params: {
          prompt: PROMPT,
          negativeprompt: NEGATIVE,
          model: "example-xl",
          seed: 20261121,
          steps: 28,
          cfgscale: 6.5,
          sampler: "dpmpp_2m",
          scheduler: "karras",
          width: 1344,
          height: 768,
          swarm_version: "0.9.7.0",
        },
      }),
    },
  ],
  "draw-things": [{ key: "XML:com.adobe.xmp", text: xmpOf(DRAW_THINGS), kind: "iTXt" }],
  "easy-diffusion": [
    { key: "prompt", text: PROMPT },
    { key: "negative_prompt", text: NEGATIVE },
    { key: "seed", text: "20261121" },
    { key: "num_inference_steps", text: "28" },
    { key: "guidance_scale", text: "6.5" },
    { key: "width", text: "1344" },
    { key: "height", text: "768" },
    { key: "sampler_name", text: "dpmpp_2m" },
    { key: "use_stable_diffusion_model", text: "example-xl" },
  ],
  tensorart: [
    {
      key: "generation_data",
      text: JSON.stringify({
        models: [{ label: "example-xl", type: "BASE_MODEL" }],
        prompt: PROMPT,
        negativePrompt: NEGATIVE,
        width: 1344,
        height: 768,
        samplerName: "DPM++ 2M Karras",
        steps: 28,
        cfgScale: 6.5,
        seed: "20261121",
      }),
    },
  ],
  "hugging-face-space": [
    {
      key: "parameters",
      text: JSON.stringify({
        prompt: PROMPT,
        negative_prompt: NEGATIVE,
        resolution: "1344 x 768",
        guidance_scale: 6.5,
        num_inference_steps: 28,
        seed: 20261121,
        sampler: "DPM++ 2M Karras",
        Model: { Model: "example-xl" },
      }),
    },
  ],
  "stable-diffusion-cpp": [
    {
      key: "parameters",
      text: `${PROMPT}\nNegative prompt: ${NEGATIVE}\nSteps: 28, CFG scale: 6.5, Guidance: 3.5, Eta: 0, Seed: 20261121, Size: 1344x768, Model: example-xl.gguf, RNG: cuda, Sampler: dpm++2m karras, Version: stable-diffusion.cpp`,
    },
  ],
  midjourney: [
    { key: "Description", text: `${PROMPT} --ar 16:9 --v 7 Job ID: 00000000-0000-4000-8000-000000000000` },
    { key: "Author", text: "example" },
  ],
};

async function write(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const small = sharp(new URL("../../examples/neon-street.jpg", import.meta.url).pathname).resize(336, 192);
  const png = await small.clone().png({ palette: true, colours: 64 }).toBuffer();
  for (const [name, texts] of Object.entries(PNG_FAMILIES)) {
    writeFileSync(new URL(`${name}.png`, FOLDER), addPngTexts(png, texts));
  }
  const webp = await small.clone().webp({ quality: 70 }).toBuffer();
  const jpeg = await small.clone().jpeg({ quality: 70 }).toBuffer();
  writeFileSync(new URL("a1111.webp", FOLDER), addExif(webp, { userComment: `${A1111}v1.10.1` }));
  const civitai = {
    userComment: `${A1111}v1.10.1, Civitai resources: [{"type":"checkpoint","modelVersionId":1}]`,
    artist: "ai",
  };
  writeFileSync(new URL("civitai.jpg", FOLDER), addExif(jpeg, civitai, { littleEndian: true }));
  const comfy = { make: "workflow:{}", model: `prompt:${JSON.stringify(COMFY_GRAPH)}` };
  writeFileSync(new URL("comfyui.webp", FOLDER), addExif(webp, comfy));
  const opaque = await small.clone().ensureAlpha().png().toBuffer();
  const hidden = writeHiddenText(await readRgba(opaque), `${A1111}v1.10.1`, {
    channel: "alpha",
    compressed: true,
  });
  const { width, height, data } = hidden;
  const raw = { raw: { width, height, channels: 4 as const } };
  writeFileSync(
    new URL("stealth.png", FOLDER),
    await sharp(data, raw).png({ compressionLevel: 9 }).toBuffer(),
  );
}

await write();
