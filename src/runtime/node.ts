import type { Perception } from "../analysis/perception/types.js";
import type { ImageInput, OpenedInput, Services, WantedPixels } from "../app/ports.js";
import type { DecodedImage } from "../image/decoded.js";
import type { Picture } from "../image/picture.js";
import type { Reading } from "../metadata/types.js";

/** How much of a file is taken before it is refused. */
export interface ReadLimits {
  /** Bytes of a file; 64 MiB unless said. */
  readonly maxBytes?: number;
  /** Pixels of a picture; 100 million unless said. */
  readonly maxPixels?: number;
  /** Milliseconds for one decode; 20,000 unless said. */
  readonly timeoutMs?: number;
}

/**
 * The services of a Node process. Nothing heavy is loaded before it is used. `bytesName` is what messages call a
 * picture that comes as bytes.
 */
export function nodeServices(limits: ReadLimits, bytesName?: string): Services {
  const open = async (input: ImageInput): Promise<OpenedInput> => {
    const { openInput } = await import("../image/decode/open-input.js");
    return openInput(input, {
      stdin: process.stdin,
      ...(bytesName === undefined ? {} : { name: bytesName }),
      ...(limits.maxBytes === undefined ? {} : { maxBytes: limits.maxBytes }),
    });
  };
  const pixelLimit = limits.maxPixels === undefined ? {} : { maxPixels: limits.maxPixels };
  const timeLimit = limits.timeoutMs === undefined ? {} : { timeoutMs: limits.timeoutMs };
  const decode = async ({ name, bytes }: OpenedInput, wanted?: WantedPixels): Promise<DecodedImage> => {
    const { decodeImage } = await import("../image/decode/index.js");
    return decodeImage(bytes, { name, ...pixelLimit, ...timeLimit, ...wanted });
  };
  const readMetadata = async ({ bytes }: OpenedInput): Promise<Reading> => {
    const { readMetadata: readBytes } = await import("../metadata/read.js");
    const readPixels = async (): Promise<{ width: number; height: number; data: Uint8Array }> => {
      const { readRgba } = await import("../image/decode/read-rgba.js");
      return readRgba(bytes, pixelLimit);
    };
    return readBytes(bytes, { readPixels });
  };
  const perceive = async (picture: Picture): Promise<Perception> => {
    const { perceivePicture } = await import("./perception-model.js");
    return perceivePicture(picture);
  };
  return { open, decode, readMetadata, perceive };
}
