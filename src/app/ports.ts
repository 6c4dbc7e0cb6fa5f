import type { Perception } from "../analysis/perception/types.js";
import type { Sight } from "../engines/embedded/sight.js";
import type { DecodedImage } from "../image/decoded.js";
import type { Picture } from "../image/picture.js";
import type { Reading } from "../metadata/types.js";
import type { Engines } from "./engine-choice.js";

/** A picture to describe: a path, "-" for standard input, a `data:` URL, or the bytes themselves. */
export type ImageInput = string | Uint8Array;

export interface OpenedInput {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WantedPixels {
  /** Bounds the longer side of the raster, in pixels; 768 unless said. */
  readonly workingSize: number;
  /** Not turned, no color profile applied, alpha left out: as tools see it that look at nothing else. */
  readonly asStored?: boolean;
}

/** What the use cases need from the machine; the runtime wires it. Each throws only `ImpromptError`. */
export interface Services {
  readonly open: (input: ImageInput) => Promise<OpenedInput>;
  readonly decode: (opened: OpenedInput, wanted?: WantedPixels) => Promise<DecodedImage>;
  readonly readMetadata: (opened: OpenedInput) => Promise<Reading>;
  /** Where there are none, pictures are measured and nothing more. */
  readonly engines?: Engines;
  /** Says medium, place, time and weather; without it nothing does. */
  readonly perceive?: (picture: Picture) => Promise<Perception>;
  /** Looks for people, objects and words; without it nobody does. */
  readonly sight?: Sight;
}
