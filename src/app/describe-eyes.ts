import type { Perception } from "../analysis/perception/types.js";
import { looksLettered } from "../analysis/texture/lettering.js";
import { toImpromptError } from "../base/error.js";
import type { Warning } from "../base/warning.js";
import type { Facet } from "../blueprint/facets.js";
import type { Detection, ReadWord } from "../engines/embedded/sight.js";
import type { DecodedImage } from "../image/decoded.js";
import type { Picture } from "../image/picture.js";
import type { Services } from "./ports.js";

/** What own eyes saw beside the measurements; what is not there was not looked for, or cannot be looked for here. */
export interface Seeing {
  readonly perception?: Perception;
  readonly detection?: Detection;
  readonly words?: readonly ReadWord[];
  readonly warnings: readonly Warning[];
}

export interface EyeOptions {
  /**
   * Whether the eyes that need a process of their own look for people, objects and words: unless said, where the file
   * carries no prompt and their optional packages are installed.
   */
  readonly detector?: boolean;
  readonly drop?: readonly Facet[];
}

export interface EyeWork {
  /** The file carries its own prompt, which says more than eyes do. */
  readonly recovered: boolean;
  readonly signal: AbortSignal;
}

type Glimpse<T> = Promise<{ readonly value: T | undefined; readonly warnings: readonly Warning[] }>;

/** A look whose failure costs only what it would have seen. @throws ImpromptError `cancelled` */
async function glimpse<T>(what: string, look: Promise<T | undefined> | undefined): Glimpse<T> {
  try {
    return { value: await look, warnings: [] };
  } catch (error) {
    const known = toImpromptError(error);
    if (known.code === "cancelled") throw known;
    const message = `${what} could not be looked for (${known.message})`;
    return { value: undefined, warnings: [{ code: "engine-limited", message, where: "eyes" }] };
  }
}

/** Milliseconds in which a picture is with the other process; measuring then keeps this thread to itself. */
const HANDOVER_MS = 10;

/** Eyes that have begun to look. */
export interface Eyes {
  /** Resolves when measuring no longer holds them up. */
  readonly begun: Promise<void>;
  /** What all of them saw. */
  readonly seeing: () => Promise<Seeing>;
}

/**
 * Sets the eyes to work at once, so that a process of their own is busy while this one measures. People and things
 * are looked for first; words only where the texture may be lettering and nobody leaves text out.
 */
export function openEyes(
  picture: Picture,
  { raster }: DecodedImage,
  { sight, perceive }: Pick<Services, "sight" | "perceive">,
  { detector, drop = [] }: EyeOptions,
  { recovered, signal }: EyeWork,
): Eyes {
  const wanted = detector ?? !recovered;
  const detect = wanted ? glimpse("people and objects", sight?.detect(raster, signal)) : undefined;
  const reads = wanted && sight !== undefined && !drop.includes("text") && looksLettered(picture);
  const read = reads ? glimpse("words", sight.read(raster, signal)) : undefined;
  // Whoever waits hears of a refusal; until then it is nobody's.
  for (const pending of [detect, read]) pending?.catch(() => undefined);
  const hands = wanted && sight !== undefined;
  return {
    begun: hands ? new Promise((resolve) => setTimeout(resolve, HANDOVER_MS)) : Promise.resolve(),
    seeing: async () => {
      const perception = await glimpse("medium, place and time", perceive?.(picture));
      const detection = await detect;
      const words = await read;
      return {
        ...(perception.value === undefined ? {} : { perception: perception.value }),
        ...(detection?.value === undefined ? {} : { detection: detection.value }),
        ...(words?.value === undefined ? {} : { words: words.value }),
        warnings: [...perception.warnings, ...(detection?.warnings ?? []), ...(words?.warnings ?? [])],
      };
    },
  };
}
