import type { Warning } from "../base/warning.js";
import { cameraOf } from "./camera-of.js";
import type { Carrier } from "./carrier.js";
import { carrierOf } from "./carrier-of.js";
import { comfyuiReader } from "./comfyui/index.js";
import { descriptionOf } from "./description-of.js";
import { mayHideTexts } from "./may-hide-texts.js";
import { provenanceOf } from "./provenance/provenance-of.js";
import type { Reader } from "./reader.js";
import { a1111Reader } from "./readers/a1111.js";
import { drawThingsReader } from "./readers/draw-things.js";
import { easyDiffusionReader } from "./readers/easy-diffusion.js";
import { invokeaiReader } from "./readers/invokeai.js";
import { jsonParametersReader } from "./readers/json-parameters.js";
import { midjourneyReader } from "./readers/midjourney.js";
import { novelaiReader } from "./readers/novelai.js";
import { swarmuiReader } from "./readers/swarmui.js";
import { readHiddenTexts } from "./stealth/index.js";
import type { Description, Reading, Recovered } from "./types.js";
import { xmpProperties } from "./xmp-properties.js";

/** Pixels as stored: interleaved RGBA of 8 bits, alpha not multiplied in. */
export interface StoredPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface ReadMetadataOptions {
  /** Decodes the file; called only for a search of hidden texts. Without it nothing hidden is found. */
  readonly readPixels?: () => Promise<StoredPixels>;
  /**
   * "auto" (default): search the pixels when no text told a prompt and the format keeps every bit;
   * "always": whenever no text told a prompt; "never".
   */
  readonly hidden?: "auto" | "always" | "never";
}

/** Writers that name themselves come before formats that many share; ComfyUI's graph last of the two. */
const READERS: readonly Reader[] = [
  swarmuiReader,
  a1111Reader,
  easyDiffusionReader,
  invokeaiReader,
  novelaiReader,
  jsonParametersReader,
  comfyuiReader,
  drawThingsReader,
  midjourneyReader,
];

/**
 * All that an image file says of itself: the true prompt, who made it, what people wrote about it, how it was exposed.
 * Pixels are decoded at most once, for hidden texts. Never throws for damaged metadata: it warns.
 */
export async function readMetadata(bytes: Uint8Array, options: ReadMetadataOptions = {}): Promise<Reading> {
  const { carrier, warnings: damage } = carrierOf(bytes);
  const warnings: Warning[] = [...damage];
  const visible = recover(carrier, warnings);
  const recovered =
    visible !== null && visible.prompt !== ""
      ? visible
      : await withHidden(bytes, carrier, visible, options, warnings);
  if (recovered === null) warnOfUnread(carrier, warnings);
  const xmp = xmpProperties(carrier.xmp ?? "");
  return {
    recovered,
    provenance: provenanceOf(carrier, xmp),
    description: withoutPrompt(descriptionOf(carrier, xmp), recovered),
    camera: cameraOf(carrier.exif),
    warnings,
  };
}

/** The first reader that finds a prompt, else the first that finds anything. */
function recover(carrier: Carrier, warnings: Warning[]): Recovered | null {
  let without: Recovered | null = null;
  for (const reader of READERS) {
    const found = readWith(reader, carrier, warnings);
    if (found !== null && found.prompt !== "") return found;
    without ??= found;
  }
  return without;
}

function readWith(reader: Reader, carrier: Carrier, warnings: Warning[]): Recovered | null {
  try {
    return reader.read(carrier);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnings.push({
      code: "metadata-ignored",
      message: `the ${reader.id} data could not be read (${reason})`,
    });
    return null;
  }
}

async function withHidden(
  bytes: Uint8Array,
  carrier: Carrier,
  visible: Recovered | null,
  options: ReadMetadataOptions,
  warnings: Warning[],
): Promise<Recovered | null> {
  const mode = options.hidden ?? "auto";
  if (options.readPixels === undefined || mode === "never") return visible;
  if (mode === "auto" && !mayHideTexts(bytes, carrier.format)) return visible;
  try {
    const texts = readHiddenTexts(await options.readPixels());
    if (texts.length === 0) return visible;
    const found = recover({ ...carrier, texts, xmp: null, iptc: null }, warnings);
    if (found === null) {
      warnings.push({ code: "metadata-ignored", message: "a text hidden in the pixels was not understood" });
    }
    return found ?? visible;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnings.push({
      code: "metadata-ignored",
      message: `the pixels could not be searched for hidden text (${reason})`,
    });
    return visible;
  }
}

const GENERATOR_KEYS =
  /^(?:parameters|prompt|workflow|invokeai_metadata|sd-metadata|dream|generation_data|sui_image_params)$/i;

function warnOfUnread(carrier: Carrier, warnings: Warning[]): void {
  for (const block of carrier.texts.filter((text) => GENERATOR_KEYS.test(text.key)).slice(0, 10)) {
    const where = `${block.container} ${block.key}`;
    warnings.push({ code: "metadata-ignored", message: "a generation text was not understood", where });
  }
}

/** Tools put the prompt where captions stand; it is no second source then. */
function withoutPrompt(description: Description, recovered: Recovered | null): Description {
  const { caption, ...rest } = description;
  if (caption === undefined || recovered === null || recovered.prompt === "") return description;
  const isPrompt = caption.startsWith(recovered.prompt.trim()) || recovered.prompt.includes(caption);
  return isPrompt ? rest : description;
}
