import { decodeText, trimNuls } from "./containers/decode-text.js";
import { numberOf, type TiffTag, tiffTags } from "./containers/tiff-tags.js";
import type { CameraFacts } from "./types.js";

/**
 * The exposure as the EXIF block states it; what is missing, malformed or impossible (zero length, negative time) is
 * left out. Whether the rest is plausible is for the caller to judge.
 *
 * @source CIPA DC-008 (EXIF 2.32) §4.6
 */
export function cameraOf(exif: Uint8Array | null): CameraFacts {
  if (exif === null) return {};
  const tags = new Map<number, TiffTag>();
  for (const tag of tiffTags(exif)) {
    if ((tag.directory === "image" || tag.directory === "exif") && !tags.has(tag.tag)) tags.set(tag.tag, tag);
  }
  const flash = numberAt(tags, 0x9209);
  return withoutUndefined({
    make: textAt(tags, 0x010f),
    model: textAt(tags, 0x0110),
    lens: textAt(tags, 0xa434),
    focalLengthMm: positive(numberAt(tags, 0x920a)),
    focalLength35Mm: positive(numberAt(tags, 0xa405)),
    fNumber: positive(numberAt(tags, 0x829d) ?? apexAperture(numberAt(tags, 0x9202))),
    exposureSeconds: positive(numberAt(tags, 0x829a) ?? apexTime(numberAt(tags, 0x9201))),
    iso: positive(numberAt(tags, 0x8827) ?? numberAt(tags, 0x8832)),
    exposureBiasEv: numberAt(tags, 0x9204),
    flashFired: flash === undefined ? undefined : (flash & 1) === 1,
    takenAt: timeAt(tags, 0x9003) ?? timeAt(tags, 0x9004),
    software: textAt(tags, 0x0131),
  });
}

type Tags = ReadonlyMap<number, TiffTag>;

function withoutUndefined(
  facts: { readonly [Key in keyof CameraFacts]: CameraFacts[Key] | undefined },
): CameraFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Names only: ComfyUI hides whole graphs in Make and Model. */
function textAt(tags: Tags, number: number): string | undefined {
  const tag = tags.get(number);
  if (tag === undefined || tag.type !== 2) return undefined;
  const text = trimNuls(decodeText(tag.bytes)).trim();
  return text === "" || text.length > 200 || /^(?:\w+:\s*)?[{[]/.test(text) ? undefined : text;
}

function numberAt(tags: Tags, number: number): number | undefined {
  const tag = tags.get(number);
  const value = tag === undefined ? undefined : numberOf(tag);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function apexAperture(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 2 ** (value / 2);
}

function apexTime(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 2 ** -value;
}

function timeAt(tags: Tags, number: number): string | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(textAt(tags, number) ?? "");
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const isReal =
    (year ?? 0) >= 1826 &&
    inRange(month, 1, 12) &&
    inRange(day, 1, 31) &&
    inRange(hour, 0, 23) &&
    inRange(minute, 0, 59) &&
    inRange(second, 0, 60);
  return isReal ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}` : undefined;
}

function inRange(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}
