import type { Facet } from "../../blueprint/facets.js";
import type { Observation } from "../../blueprint/observation.js";

interface Exposure {
  readonly takenAt?: string;
  readonly fNumber?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly flashFired?: boolean;
}

/** Hour from which the words hold, up to the next; where nothing stands the hour tells nothing. */
const HOURS: readonly (readonly [number, Facet, string] | readonly [number])[] = [
  [0, "setting", "night"],
  [5],
  [6, "lighting", "early morning light"],
  [9],
  [16, "lighting", "late afternoon light"],
  [18, "lighting", "evening light"],
  [20],
  [22, "setting", "night"],
];

/** Exposures this bright are made in daylight or with lamps that outshine it, never by night. */
const BRIGHT_EV = 10;

/**
 * Exposure value at ISO 100.
 *
 * @source ISO 2720: EV = log2(N² / t), less log2(ISO / 100)
 */
function exposureValue({ fNumber, exposureSeconds, iso }: Exposure): number | undefined {
  if (fNumber === undefined || exposureSeconds === undefined || iso === undefined) return undefined;
  const value = Math.log2((fNumber * fNumber) / exposureSeconds) - Math.log2(iso / 100);
  return Number.isFinite(value) ? value : undefined;
}

/** The hour at which a camera that knows the date took the picture; a clock that was never set knows none. */
function hourOf(takenAt: string | undefined): number | undefined {
  const parts = /^(\d{4})[-:](\d{2})[-:](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?/u.exec(takenAt ?? "");
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const real =
    year >= 1990 && year <= 2035 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24;
  const unset = (month === 1 && day === 1) || (hour === 0 && minute === 0 && second === 0);
  return real && !unset ? hour : undefined;
}

/** The light that the hour suggests, never sure: rooms have lamps, and clocks stand in other zones. */
export function clockWords(shot: Exposure): Observation[] {
  const hour = hourOf(shot.takenAt);
  if (hour === undefined) return [];
  const [, facet, text] = HOURS.findLast(([from]) => from <= hour) ?? [0];
  if (facet === undefined || text === undefined) return [];
  const bright = (exposureValue(shot) ?? 0) >= BRIGHT_EV;
  if ((text === "night" && bright) || shot.flashFired === true) return [];
  const note = `DateTimeOriginal ${shot.takenAt ?? ""}`;
  return [{ facet, text, confidence: 0.3, hypothesis: true, evidence: { source: "clock:exif", note } }];
}
