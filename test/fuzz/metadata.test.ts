import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type Random, seededRandom } from "../../src/base/random.js";
import { readMetadata } from "../../src/metadata/read.js";
import { addExif, addPngTexts } from "../../src/metadata/write.js";

const A1111 =
  'a (red:1.2) fox <lora:rust:0.8>, 狐\nNegative prompt: fog, [blur]\nSteps: 20, Sampler: DPM++ 2M, CFG scale: 5.5, Seed: 18446744073709551615, Size: 832x1216, Lora hashes: "rust: 0a", Hashes: {"model": "0a"}, Version: v1.10.1';
const GRAPH = JSON.stringify({
  "1": {
    class_type: "KSampler",
    inputs: {
      positive: ["2", 0],
      negative: ["3", 0],
      model: ["4", 0],
      latent_image: ["5", 0],
      seed: 1,
      steps: 4,
      cfg: 8,
    },
  },
  "2": { class_type: "CLIPTextEncode", inputs: { text: ["6", 0], clip: ["4", 1] } },
  "3": { class_type: "CLIPTextEncode", inputs: { text: "fog", clip: ["4", 1] } },
  "4": { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "wai.safetensors" } },
  "5": { class_type: "EmptyLatentImage", inputs: { width: 512, height: 768 } },
  "6": {
    class_type: "StringConcatenate",
    inputs: { string_a: "a fox", string_b: ["6", 0], delimiter: ", " },
  },
});
const WORKFLOW = JSON.stringify({
  nodes: [
    {
      id: 1,
      type: "CLIPTextEncode",
      widgets_values: ["a fox"],
      inputs: [{ name: "clip", link: 1 }],
      outputs: [{ links: [2] }],
    },
  ],
  links: [[1, 1, 0, 1, 0, "CLIP"]],
});
const NOVELAI = JSON.stringify({
  prompt: "2girls",
  uc: "lowres",
  seed: 1,
  v4_prompt: {
    caption: { base_caption: "2girls", char_captions: [{ char_caption: "girl, fox ears", centers: [] }] },
  },
});
const INVOKE = JSON.stringify({
  positive_prompt: "a fox++",
  negative_prompt: "fog",
  seed: 3951921344,
  model: { name: "x" },
  loras: [{ model: { name: "r" }, weight: 1 }],
});
const SD_METADATA = JSON.stringify({
  image: { prompt: [{ prompt: "a fox [fog]", weight: 1 }], seed: 1, steps: 3 },
  app_version: "2",
});
const SWARM = JSON.stringify({
  sui_image_params: { prompt: "a fox", negativeprompt: "fog", loras: ["rust"], loraweights: ["0.5"] },
});
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:I="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" I:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"><dc:subject><rdf:Bag><rdf:li>red &amp; fox</rdf:li></rdf:Bag></dc:subject><exif:UserComment><rdf:Alt><rdf:li>{&quot;c&quot;:&quot;a fox&quot;,&quot;uc&quot;:&quot;fog&quot;}</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>';

/** Blocks as tools write them; each may be mutated as a text before it goes into a sound container. */
const BLOCKS: readonly (readonly [key: string, text: string])[] = [
  ["parameters", A1111],
  ["parameters", SWARM],
  [
    "parameters",
    '{"prompt": "a fox", "guidance_scale": NaN, "num_inference_steps": 24, "resolution": "832 x 1216"}',
  ],
  ["prompt", GRAPH],
  ["workflow", WORKFLOW],
  ["Comment", NOVELAI],
  ["invokeai_metadata", INVOKE],
  ["sd-metadata", SD_METADATA],
  ["Dream", '"a fox [fog]" -s 50 -S 2980747362 -W 512 -H 768 -C 5 -A k_lms'],
  ["generation_data", '{"prompt": "a fox", "seed": "-1", "baseModel": {"modelFileName": "wai"}}\0\0'],
  ["Description", "a fox --ar 3:2 --no fog --v 6.1 Job ID: 0f3c2a1b-1111-4222-8333-444455556666"],
  ["XML:com.adobe.xmp", XMP],
];

let png: Uint8Array;
let files: readonly Uint8Array[];

beforeAll(async () => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "#357" } });
  png = await image.clone().png().toBuffer();
  const jpeg = await image.clone().jpeg().toBuffer();
  const webp = await image.clone().webp().toBuffer();
  const rich = image
    .clone()
    .withXmp(XMP)
    .withExif({ IFD0: { Make: "Acme", Artist: "Jo" }, IFD2: { FNumber: "18/10", LensModel: "L" } });
  files = [
    ...BLOCKS.flatMap(([key, text]) =>
      (["tEXt", "iTXt", "zTXt"] as const).map((kind) => addPngTexts(png, [{ key, text, kind }])),
    ),
    addExif(jpeg, { userComment: A1111 }),
    addExif(jpeg, { userComment: GRAPH, software: "x" }, { littleEndian: true }),
    addExif(webp, { make: `workflow:${WORKFLOW}`, model: `prompt:${GRAPH}` }),
    addExif(webp, { userComment: JSON.stringify({ Comment: NOVELAI }), imageDescription: "a fox" }),
    ...(await Promise.all(
      (["jpeg", "webp", "png", "tiff", "avif"] as const).map((format) =>
        rich.clone().toFormat(format).toBuffer(),
      ),
    )),
    await image.clone().gif().toBuffer(),
  ];
});

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;

const GIANTS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** A few random wounds: bytes changed, numbers made giant, parts cut out, doubled or moved, the end torn off. */
function woundBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let copy = Buffer.from(bytes);
  const wounds = 1 + Math.floor(random() * 6);
  for (let i = 0; i < wounds && copy.length > 8; i += 1) {
    const at = Math.floor(random() * (copy.length - 4));
    const length = Math.floor(random() * Math.min(200, copy.length - at));
    const kind = Math.floor(random() * 6);
    if (kind === 0) copy[at] = Math.floor(random() * 256);
    else if (kind === 1) copy.writeUInt32BE(pick(GIANTS, random), at);
    else if (kind === 2) copy.writeUInt32LE(pick(GIANTS, random), at);
    else if (kind === 3) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    else if (kind === 4)
      copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
    else copy = Buffer.from(copy.subarray(0, Math.max(12, at)));
  }
  return copy;
}

const SHARDS = [
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ",",
  ":",
  "\n",
  "\0",
  "NaN",
  "1e999",
  "-",
  "\ud800",
  "\u{1F98A}",
  "<lora:",
  ">",
  "--no ",
  "Steps: ",
  "Negative prompt:",
  "__proto__",
  '["1",0]',
  "null",
  "9".repeat(40),
  "&#x0;",
  "<![CDATA[",
];

function woundText(text: string, random: Random): string {
  let result = text;
  const wounds = 1 + Math.floor(random() * 5);
  for (let i = 0; i < wounds; i += 1) {
    const at = Math.floor(random() * (result.length + 1));
    const length = Math.floor(random() * 30);
    const repeats = random() < 0.1 ? 2000 : 1;
    result =
      result.slice(0, at) +
      pick(SHARDS, random).repeat(repeats) +
      result.slice(at + (random() < 0.5 ? 0 : length));
  }
  return result;
}

async function mustAnswer(bytes: Uint8Array): Promise<void> {
  const reading = await readMetadata(bytes);
  expect(reading.warnings.length).toBeLessThan(80);
  expect(reading.warnings.filter((warning) => warning.message.includes("data could not be read"))).toEqual(
    [],
  );
  expect(typeof (reading.recovered?.prompt ?? "")).toBe("string");
  expect(JSON.parse(JSON.stringify(reading))).toBeTypeOf("object");
}

describe("damaged metadata", () => {
  it.each([1, 2, 3, 4])("never throws nor hangs: 500 files with wounded bytes, seed %i", async (seed) => {
    const random = seededRandom(seed);
    for (let i = 0; i < 500; i += 1) await mustAnswer(woundBytes(pick(files, random), random));
  });

  it.each([11, 12, 13, 14])(
    "never throws nor hangs: 400 wounded texts in sound containers, seed %i",
    async (seed) => {
      const random = seededRandom(seed);
      for (let i = 0; i < 400; i += 1) {
        const [key, text] = pick(BLOCKS, random);
        const [otherKey, other] = pick(BLOCKS, random);
        const kind = pick(["tEXt", "iTXt", "zTXt"] as const, random);
        await mustAnswer(
          addPngTexts(png, [
            { key, text: woundText(text, random), kind },
            { key: otherKey, text: woundText(other, random) },
          ]),
        );
      }
    },
  );
});

describe("hostile metadata", () => {
  const text = (key: string, value: string): Uint8Array => addPngTexts(png, [{ key, text: value }]);

  it.each([
    "parameters",
    "prompt",
    "workflow",
    "Comment",
    "invokeai_metadata",
    "sd-metadata",
    "Dream",
    "generation_data",
    "UserComment",
  ])("answers to a megabyte of brackets, quotes, commas and keys in %s", async (key) => {
    const million = 1_000_000;
    for (const unit of [
      "[",
      "{",
      '{"a":',
      '"',
      "\\",
      ",",
      " ",
      "\n",
      "(",
      "<lora:",
      "A:{",
      'A:"',
      "[x] ",
      " --a",
      "\nSteps: 1,",
      "\nNegative prompt:",
    ]) {
      await mustAnswer(text(key, unit.repeat(Math.ceil(million / unit.length))));
    }
  });

  it("answers to a megabyte of markup", async () => {
    for (const unit of [
      "<",
      "<a>",
      "<a b='",
      "</",
      "&",
      "&amp;",
      "<!--",
      "<a b=c ",
      "<rdf:li>x</rdf:li>",
      ' a="" ',
    ]) {
      await mustAnswer(text("XML:com.adobe.xmp", unit.repeat(Math.ceil(1_000_000 / unit.length))));
      await mustAnswer(text("XML:com.adobe.xmp", `<x ${unit.repeat(Math.ceil(1_000_000 / unit.length))}`));
    }
  });

  it("gives up on bombs, and reads what stands beside them", async () => {
    const zeros = deflateSync(Buffer.alloc(64 << 20));
    const bomb = (key: string): Uint8Array => {
      const body = Buffer.concat([Buffer.from(`${key}\0\0`, "latin1"), zeros]);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length, 0);
      head.write("zTXt", 4, "latin1");
      return Buffer.concat([head, body, Buffer.alloc(4)]);
    };
    const bombs = Array.from({ length: 64 }, (_, index) => bomb(`parameters${index}`));
    const whole = addPngTexts(png, [{ key: "parameters", text: A1111, kind: "tEXt" }]);
    const reading = await readMetadata(Buffer.concat([whole.subarray(0, 33), ...bombs, whole.subarray(33)]));
    expect(reading.recovered?.negative).toBe("fog, [blur]");
    expect(reading.warnings.some((warning) => warning.code === "metadata-ignored")).toBe(true);
  });

  it("answers to 100,000 tiny chunks and to tags that all point at the same megabytes", async () => {
    const tiny = addPngTexts(png, [{ key: "prompt", text: "{" }]).subarray(33, 33 + 20);
    await mustAnswer(
      Buffer.concat([png.subarray(0, 33), ...Array.from({ length: 100_000 }, () => tiny), png.subarray(33)]),
    );
    const size = 8 << 20;
    const tiff = Buffer.alloc(8 + 2 + 4000 * 12 + 4 + size, 0x61);
    tiff.write("II*\0\x08\0\0\0", 0, "latin1");
    tiff.writeUInt16LE(4000, 8);
    for (let i = 0; i < 4000; i += 1) {
      tiff.writeUInt16LE(0x010e, 10 + i * 12);
      tiff.writeUInt16LE(2, 12 + i * 12);
      tiff.writeUInt32LE(size, 14 + i * 12);
      tiff.writeUInt32LE(8 + 2 + 4000 * 12 + 4, 18 + i * 12);
    }
    tiff.writeUInt32LE(8, 8 + 2 + 4000 * 12);
    await mustAnswer(tiff);
  });
});
