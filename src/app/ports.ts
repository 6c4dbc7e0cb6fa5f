import type { DecodedImage } from "../image/decoded.js";
import type { Reading } from "../metadata/types.js";
import type { Engines } from "./engine-choice.js";

/** A picture to describe: a path, "-" for standard input, a `data:` URL, or the bytes themselves. */
export type ImageInput = string | Uint8Array;

export interface OpenedInput {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the use cases need from the machine; the runtime wires it. Each throws only `ImpromptError`. */
export interface Services {
  readonly open: (input: ImageInput) => Promise<OpenedInput>;
  /** `workingSize` bounds the longer side of the raster, in pixels; 768 unless said. */
  readonly decode: (opened: OpenedInput, workingSize?: number) => Promise<DecodedImage>;
  readonly readMetadata: (opened: OpenedInput) => Promise<Reading>;
  /** Where there are none, pictures are measured and nothing more. */
  readonly engines?: Engines;
}
