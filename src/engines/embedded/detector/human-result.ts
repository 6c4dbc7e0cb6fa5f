import { round } from "../../../base/number.js";
import type { Region } from "../../../blueprint/types.js";
import type { BodyPoint, DetectedBody, DetectedFace, Detection } from "../sight.js";
import type { Square } from "./square.js";

type Quad = readonly [x: number, y: number, width: number, height: number];

/** What is read of an answer of @vladmandic/human: boxes and points are in pixels. */
export interface HumanResult {
  readonly error: string | null;
  readonly object: readonly { readonly label: string; readonly score: number; readonly box: Quad }[];
  readonly face: readonly {
    readonly score: number;
    readonly faceScore: number;
    readonly boxScore: number;
    readonly box: Quad;
    readonly rotation?: { readonly angle: { readonly yaw: number; readonly pitch: number } } | null;
  }[];
  readonly body: readonly {
    readonly score: number;
    readonly keypoints: readonly {
      readonly part: string;
      readonly score: number;
      readonly position: readonly number[];
    }[];
  }[];
}

const unit = (value: number): number => Math.min(1, Math.max(0, value));
/** The package counts a turn to the left of the picture and a look downward as positive; we count the others. */
const degrees = (radians: number): number => round((-radians * 180) / Math.PI, 1);

/** The part of a box of the square that lies inside the picture. */
function regionOf([x, y, width, height]: Quad, square: Square): Region {
  const left = unit((x - square.left) / square.width);
  const top = unit((y - square.top) / square.height);
  return {
    x: round(left, 4),
    y: round(top, 4),
    width: round(unit((x + width - square.left) / square.width) - left, 4),
    height: round(unit((y + height - square.top) / square.height) - top, 4),
  };
}

/** "leftShoulder" as "left shoulder". */
function wordsOf(part: string): string {
  return part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function faceOf(
  { faceScore, boxScore, box, rotation }: HumanResult["face"][number],
  square: Square,
): DetectedFace {
  const angle = rotation?.angle;
  return {
    score: round(Math.min(faceScore, boxScore), 3),
    region: regionOf(box, square),
    ...(angle === undefined ? {} : { yaw: degrees(angle.yaw), pitch: degrees(angle.pitch) }),
  };
}

function bodyOf({ score, keypoints }: HumanResult["body"][number], square: Square): DetectedBody {
  const points = keypoints.map(
    ({ part, score: sure, position: [x = 0, y = 0] }): BodyPoint => ({
      part: wordsOf(part),
      x: round(unit((x - square.left) / square.width), 4),
      y: round(unit((y - square.top) / square.height), 4),
      score: sure,
    }),
  );
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    score,
    region: {
      x: left,
      y: top,
      width: round(Math.max(...xs) - left, 4),
      height: round(Math.max(...ys) - top, 4),
    },
    points,
  };
}

/** The answer of @vladmandic/human in our words. @throws TypeError with its own error */
export function detectionOf(result: HumanResult, square: Square): Detection {
  if (result.error !== null) throw new TypeError(`the detector refused this picture (${result.error})`);
  return {
    objects: result.object.map(({ label, score, box }) => ({
      label,
      score,
      region: regionOf(box, square),
    })),
    faces: result.face.map((face) => faceOf(face, square)),
    bodies: result.body.filter(({ keypoints }) => keypoints.length > 0).map((body) => bodyOf(body, square)),
  };
}
