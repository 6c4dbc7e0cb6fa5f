import { ramp, round } from "../../base/number.js";
import type { Facet } from "../../blueprint/facets.js";
import type { Observation } from "../../blueprint/observation.js";
import { bodyName } from "./body-name.js";
import { clockWords } from "./clock-words.js";

/** The exposure as a camera wrote it; units in the names, `takenAt` as local wall time. */
export interface CameraShot {
  readonly make?: string;
  readonly model?: string;
  readonly lens?: string;
  readonly focalLengthMm?: number;
  readonly focalLength35Mm?: number;
  readonly fNumber?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly exposureBiasEv?: number;
  readonly flashFired?: boolean;
  readonly takenAt?: string;
}

function within(value: number | undefined, low: number, high: number): number | undefined {
  return value !== undefined && value >= low && value <= high ? value : undefined;
}

function said(facet: Facet, text: string, confidence: number, note: string): Observation {
  return { facet, text, confidence: round(confidence, 2), evidence: { source: "exif:camera", note } };
}

/** Millimetres from which a focal length is no wide one on any sensor. */
const LONG_ON_ANY_SENSOR = 50;

/**
 * Whole millimetres, as lenses are named. Without the 35 mm equivalent a short focal length may be a compact
 * camera's normal one: it is said only of a named, interchangeable lens.
 */
function lensWords(shot: CameraShot): Observation[] {
  const equivalent = within(shot.focalLength35Mm, 8, 1200);
  const real = within(shot.focalLengthMm, shot.lens === undefined ? LONG_ON_ANY_SENSOR : 8, 1200);
  const focal = equivalent ?? real;
  if (focal === undefined) return [];
  const tag = equivalent === undefined ? "FocalLength" : "FocalLengthIn35mmFilm";
  const note = `${tag} ${round(focal, 1)} mm`;
  const words = [said("camera", `${Math.round(focal)}mm lens`, 0.95, note)];
  // Without the equivalent the sensor may be small: only what is wide or long on any sensor is called so.
  const widest = equivalent === undefined ? 16 : 24;
  if (/fish-?eye/iu.test(shot.lens ?? ""))
    words.push(said("camera", "fisheye lens", 0.9, `LensModel ${shot.lens ?? ""}`));
  else if (focal <= widest) words.push(said("camera", "wide-angle lens", 0.85, note));
  else if (focal >= 135) words.push(said("camera", "telephoto lens", 0.85, note));
  return words;
}

/**
 * Depth of field goes with the width of the entrance pupil, focal length over f-number: from 25 mm on a background
 * dissolves at any distance at which people and things are photographed. A wide lens stopped down keeps all sharp.
 */
function depthWords(shot: CameraShot, fNumber: number): Observation[] {
  const real = within(shot.focalLengthMm, 8, 1200);
  const equivalent = within(shot.focalLength35Mm, 8, 1200);
  const pupil = (real ?? 0) / fNumber;
  const note = `FocalLength ${round(real ?? 0, 1)} mm at FNumber ${round(fNumber, 1)}`;
  if (pupil >= 25 && fNumber <= 2.8) {
    return [said("camera", "shallow depth of field", 0.7 + 0.2 * ramp(pupil, 25, 60), note)];
  }
  if (fNumber >= 11 && real !== undefined && (equivalent ?? real) <= 28) {
    return [said("camera", "deep depth of field", 0.75, note)];
  }
  return [];
}

function apertureWords(shot: CameraShot): Observation[] {
  const fNumber = within(shot.fNumber, 0.7, 64);
  if (fNumber === undefined) return [];
  const figure = round(fNumber, 1);
  return [said("camera", `f/${figure}`, 0.95, `FNumber ${figure}`), ...depthWords(shot, fNumber)];
}

/** "1/250 s", "2 s". */
function seconds(value: number): string {
  return value < 1 ? `1/${Math.round(1 / value)} s` : `${round(value, 1)} s`;
}

function shutterWords(shot: CameraShot): Observation[] {
  const time = within(shot.exposureSeconds, 1 / 64_000, 3600);
  if (time === undefined) return [];
  const note = `ExposureTime ${seconds(time)}`;
  if (time >= 0.25 && shot.flashFired !== true) {
    return [said("camera", "long exposure", time >= 1 ? 0.9 : 0.7, note)];
  }
  return time <= 1 / 1000
    ? [said("camera", "fast shutter speed", 0.55 + 0.2 * ramp(1 / time, 1000, 4000), note)]
    : [];
}

function sensitivityWords(shot: CameraShot): Observation[] {
  const iso = within(shot.iso, 6400, 3_276_800);
  return iso === undefined
    ? []
    : [said("camera", "high ISO grain", 0.4 + 0.3 * ramp(iso, 6400, 51_200), `ISOSpeedRatings ${iso}`)];
}

/**
 * What the camera wrote, in the words that photographers use. Figures that no camera has are passed over in
 * silence. The hour is only a guess about the light: it has its own source, "clock:exif", so that anything measured
 * outweighs it. The exposure bias says nothing about the picture and is not used.
 */
export function phraseCamera(shot: CameraShot): Observation[] {
  const body = bodyName(shot.make, shot.model);
  return [
    ...(body === undefined
      ? []
      : [said("camera", `shot on ${body}`, 0.97, `Model ${(shot.model ?? "").trim()}`)]),
    ...lensWords(shot),
    ...apertureWords(shot),
    ...shutterWords(shot),
    ...sensitivityWords(shot),
    ...(shot.flashFired === true ? [said("lighting", "camera flash", 0.7, "Flash fired")] : []),
    ...clockWords(shot),
  ];
}
