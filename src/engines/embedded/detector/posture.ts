import type { Observation } from "../../../blueprint/observation.js";
import type { Frame } from "../../../blueprint/types.js";
import type { BodyPoint, DetectedBody, Detection } from "../sight.js";
import { evidenceOf } from "./evidence.js";
import { shareWithin } from "./overlap.js";
import { peopleOf } from "./people.js";
import { POSES, THRESHOLDS } from "./thresholds.js";

/** Least score of a body, and of a point of it, that are relied on. */
const BODY = 0.6;
const POINT = 0.4;

/** Least share of a limb's length by which it goes downward where it is upright. */
const UPRIGHT = 0.85;

/** From where to where a body goes down that stands, on either side. */
const DOWN: readonly (readonly [from: string, to: string])[] = [
  ["shoulder", "hip"],
  ["hip", "knee"],
  ["knee", "ankle"],
];

/** How far one point is below another, as a share of their distance in pixels; negative where it is above. */
function downward(from: BodyPoint, to: BodyPoint, { width, height }: Frame): number {
  const down = (to.y - from.y) * height;
  return down / Math.max(1e-6, Math.hypot(down, (to.x - from.x) * width));
}

/** Trunk, thighs and shins are all seen and upright. */
function stands({ points }: DetectedBody, frame: Frame): boolean {
  const at = new Map(points.filter(({ score }) => score >= POINT).map((point) => [point.part, point]));
  return ["left", "right"].every((side) =>
    DOWN.every(([from, to]) => {
      const [start, end] = [at.get(`${side} ${from}`), at.get(`${side} ${to}`)];
      return start !== undefined && end !== undefined && downward(start, end, frame) >= UPRIGHT;
    }),
  );
}

/** How the one person in a picture stands, where body and box agree. */
export function phrasePosture(detection: Detection, frame: Frame): readonly Observation[] {
  const { near, others } = peopleOf(detection, THRESHOLDS["person"]?.score ?? 1);
  const [person] = near;
  const confidence = POSES["standing"];
  if (person === undefined || near.length + others.length > 1 || confidence === undefined) return [];
  const body = detection.bodies.find(
    ({ score, region }) => score >= BODY && shareWithin(region, person.region) >= 0.7,
  );
  if (body === undefined || !stands(body, frame)) return [];
  return [{ facet: "action", text: "standing", confidence, evidence: evidenceOf([person]) }];
}
