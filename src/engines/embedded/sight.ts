import type { Region } from "../../blueprint/types.js";
import type { Raster } from "../../image/raster.js";

/** A thing of a kind, where it stands and how sure the detector is, 0 to 1. */
export interface DetectedObject {
  /** In the detector's own words, lower case: "dog", "dining table". */
  readonly label: string;
  readonly score: number;
  readonly region: Region;
}

/** Degrees: yaw is positive where the face looks to the right of the picture, pitch where it looks up. */
export interface DetectedFace {
  readonly score: number;
  readonly region: Region;
  readonly yaw?: number;
  readonly pitch?: number;
}

/** A point of a body in the unit square of the picture. */
export interface BodyPoint {
  /** "left shoulder", "right knee"; left and right are the person's own. */
  readonly part: string;
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

export interface DetectedBody {
  readonly score: number;
  readonly region: Region;
  readonly points: readonly BodyPoint[];
}

/** What a detector found in a picture; nothing of who a person is, how old or of what gender. */
export interface Detection {
  readonly objects: readonly DetectedObject[];
  readonly faces: readonly DetectedFace[];
  readonly bodies: readonly DetectedBody[];
}

export interface ReadWord {
  readonly text: string;
  /** As the reader gives it, 0 to 100. */
  readonly confidence: number;
  readonly region: Region;
  /** Words of a line share its number, lines are counted from the top. */
  readonly line: number;
}

/**
 * The eyes that need an optional package and a process of their own. Each answers undefined where its package is not
 * installed.
 *
 * @throws ImpromptError `cancelled`, `engine-failed` where the process ended under its work
 */
export interface Sight {
  readonly detect: (raster: Raster, signal?: AbortSignal) => Promise<Detection | undefined>;
  readonly read: (raster: Raster, signal?: AbortSignal) => Promise<readonly ReadWord[] | undefined>;
}
