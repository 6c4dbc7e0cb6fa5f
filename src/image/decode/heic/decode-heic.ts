import { createRequire } from "node:module";
import { ImpromptError } from "../../../base/error.js";
import type { DecodedImage } from "../../decoded.js";
import { uint32 } from "../../magic.js";
import { checkPixels, cutShort, damaged } from "../failure.js";
import type { ResolvedDecodeOptions } from "../options.js";
import { rasterOfPixels } from "../raster-of.js";
import { OUT_OF_MEMORY, runInSandbox } from "../sandbox.js";
import type { HeifSummary } from "./heif-boxes.js";
import { heifSummary } from "./heif-boxes.js";
import { displayP3, fromProfile } from "./icc-to-srgb.js";

/** Memory that decoding takes, bytes: for the code and tables, and for each pixel (planes, references, RGBA). */
const BASE_MEMORY = 128 * 2 ** 20;
const MEMORY_PER_PIXEL = 24;

/**
 * Decodes the HEIC on standard input with its wasm memory capped; answers with width, height (32-bit big-endian)
 * and RGBA rows. Of several pictures it takes the one of the primary item's size.
 */
const DECODE = `
const [, decoderPath, maxMemory, outOfMemory, width, height] = process.argv;
console.log = console.warn = console.error = () => {};
let refused = false;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  refused ||= this.buffer.byteLength + pages * 65536 > Number(maxMemory);
  if (refused) throw new RangeError("memory limit");
  return grow.call(this, pages);
};
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", async () => {
  try {
    const images = await require(decoderPath).all({ buffer: Buffer.concat(chunks) });
    const side = (image) => [image.width, image.height].sort((a, b) => a - b).join();
    const wanted = side({ width: Number(width), height: Number(height) });
    const image = await (images.find((image) => side(image) === wanted) ?? images[0]).decode();
    const size = Buffer.alloc(8);
    size.writeUInt32BE(image.width, 0);
    size.writeUInt32BE(image.height, 4);
    process.stdout.write(size);
    process.stdout.write(Buffer.from(image.data.buffer, image.data.byteOffset, image.data.byteLength));
  } catch {
    process.exit(refused ? Number(outOfMemory) : 1);
  }
});
`;

/** A HEIC picture, decoded by a process of its own. Rotation and mirroring in the container are applied once; EXIF orientation, which repeats them, is not. */
export async function decodeHeic(bytes: Uint8Array, options: ResolvedDecodeOptions): Promise<DecodedImage> {
  const summary = heifSummary(bytes);
  if (summary === null) {
    throw new ImpromptError("input-corrupt", "this HEIC holds no still picture that can be found", {
      where: options.name,
      hint: "Download it again, or export it as JPEG.",
    });
  }
  checkPixels(summary, "heic", options);
  checkPixels({ width: summary.largest, height: 1 }, "heic", options);
  if (summary.cutShort) throw cutShort("heic", options.name);
  const { width, height, data } = await pixelsOf(bytes, summary, options);
  const shrunk = await rasterOfPixels({ width, height, channels: 4, data }, options);
  const profile = summary.icc ?? (summary.primaries === 12 ? await displayP3() : undefined);
  const raster = profile === undefined ? shrunk.raster : await fromProfile(shrunk.raster, profile);
  return {
    format: "heic",
    width,
    height,
    raster: raster ?? shrunk.raster,
    transparent: shrunk.transparent,
    frames: 1,
    depth: summary.depth,
    grey: summary.grey,
    warnings:
      raster === undefined
        ? [
            {
              code: "image-approximated",
              message: "the colour profile is damaged; the colours are taken as sRGB",
            },
          ]
        : [],
  };
}

async function pixelsOf(
  bytes: Uint8Array,
  summary: HeifSummary,
  options: ResolvedDecodeOptions,
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const area = summary.width * summary.height;
  const input = bytes.slice();
  input.set([0x68, 0x65, 0x69, 0x63], 8); // "heic": the decoder knows few of the HEVC brands
  const output = await runInSandbox(
    {
      code: DECODE,
      args: [
        createRequire(import.meta.url).resolve("heic-decode"),
        `${BASE_MEMORY + MEMORY_PER_PIXEL * summary.largest}`,
        `${OUT_OF_MEMORY}`,
        `${summary.width}`,
        `${summary.height}`,
      ],
      input,
      maxOutput: 8 + area * 4,
    },
    options,
  );
  const width = uint32(output, 0);
  const height = uint32(output, 4);
  if (width * height === 0 || output.length !== 8 + width * height * 4) throw damaged("heic", options.name);
  return { width, height, data: output.subarray(8) };
}
