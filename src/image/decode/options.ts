import { ImpromptError } from "../../base/error.js";

export interface DecodeOptions {
  /** What errors call the picture, by default "image". */
  readonly name?: string;
  /** Most pixels (width x height) that a file may declare; checked before any pixel is decoded. Default 100e6. */
  readonly maxPixels?: number;
  /** Wall time for the whole decoding. Default 20000. */
  readonly timeoutMs?: number;
  /** Longest side of the working raster, 16..8192. Default 768. */
  readonly workingSize?: number;
  /**
   * What shows through transparent pixels, as `#rrggbb`. Default white: the page that most cut-outs, logos and
   * drawings are made for.
   */
  readonly ground?: string;
  /**
   * The numbers that the file stores: no orientation, no color profile applied, alpha left out. What tools see that
   * open a picture and ask for red, green and blue. For what sharp decodes; default false.
   */
  readonly asStored?: boolean;
  readonly signal?: AbortSignal;
}

export interface ResolvedDecodeOptions {
  readonly name: string;
  readonly maxPixels: number;
  readonly timeoutMs: number;
  readonly workingSize: number;
  /** Red, green, blue, 0..255. */
  readonly ground: readonly [number, number, number];
  readonly asStored: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Most pixels that a picture may have unless the caller says otherwise. */
export const DEFAULT_MAX_PIXELS = 100e6;

/** Options with their defaults. @throws ImpromptError `invalid-option` outside the documented ranges */
export function resolveDecodeOptions(options: DecodeOptions): ResolvedDecodeOptions {
  return {
    name: options.name ?? "image",
    maxPixels: inRange("maxPixels", options.maxPixels ?? DEFAULT_MAX_PIXELS, 1, 2 ** 40),
    timeoutMs: inRange("timeoutMs", options.timeoutMs ?? 20_000, 1, 3_600_000),
    workingSize: inRange("workingSize", options.workingSize ?? 768, 16, 8192),
    ground: groundOf(options.ground ?? "#ffffff"),
    asStored: options.asStored ?? false,
    signal: options.signal,
  };
}

function inRange(option: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new ImpromptError("invalid-option", `must be a whole number from ${low} to ${high}, not ${value}`, {
    where: option,
  });
}

function groundOf(value: string): [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value);
  if (match === null) {
    throw new ImpromptError("invalid-option", `must be a colour as #rrggbb, not "${value}"`, {
      where: "ground",
    });
  }
  const [, red = "", green = "", blue = ""] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}
