import type { Observation } from "../../../blueprint/observation.js";
import type { Frame } from "../../../blueprint/types.js";
import type { DetectedFace, Detection } from "../sight.js";
import type { Found } from "./evidence.js";
import { evidenceOf } from "./evidence.js";
import { shareWithin } from "./overlap.js";
import { peopleOf } from "./people.js";
import { POSES, THRESHOLDS } from "./thresholds.js";

/** Least score of a face that is spoken of. */
const FACE = 0.75;

/**
 * Least share of the picture's height that a face takes, from brows to chin, from near to far. A head is about four
 * thirds of it; a close-up is filled by the head, a medium close-up ends at the chest.
 */
const BY_FACE: readonly (readonly [least: number, shot: string])[] = [
  [0.42, "close-up"],
  [0.24, "medium close-up"],
];

/** A face that takes more of the height is of a person who cannot be seen whole. */
const CUT = 0.13;
/** Share of the height that a whole person takes in a full shot; smaller ones stand in a wide shot. */
const FULL = 0.55;
const WIDE = 0.35;
/** A person seen whole is so many times as high as wide, in pixels. */
const SLENDER = 2.2;
/** Share of the frame within which a box counts as cut off by its edge. */
const EDGE = 0.01;
/** A thing that covers so much of the picture is what it is about, so that people beside it tell no distance. */
const LARGE = 0.1;

/** Degrees off the middle up to which a face looks at the viewer, and from which it looks aside. */
const FRONTAL = 10;
const ASIDE = 20;

function isWhole({ region: { x, y, width, height } }: Found, frame: Frame): boolean {
  const inside = y > EDGE && y + height < 1 - EDGE && x > EDGE && x + width < 1 - EDGE;
  return inside && height * frame.height >= SLENDER * width * frame.width;
}

function shotOf(face: Found | undefined, person: Found | undefined, frame: Frame): string | undefined {
  const high = face?.region.height ?? 0;
  const near = BY_FACE.find(([least]) => high >= least);
  if (near !== undefined) return near[1];
  if (high > CUT || person === undefined || !isWhole(person, frame)) return undefined;
  const { height } = person.region;
  if (height >= FULL) return "full shot";
  return height <= WIDE ? "wide shot" : undefined;
}

function facingOf({ yaw }: DetectedFace): string | undefined {
  if (yaw === undefined || Math.abs(yaw) > 90) return undefined;
  if (Math.abs(yaw) <= FRONTAL) return "facing the viewer";
  if (Math.abs(yaw) < ASIDE) return undefined;
  return yaw < 0 ? "facing left" : "facing right";
}

const byHeight = (one: Found, other: Found): number => other.region.height - one.region.height;

/** From how near people are seen, and where a lone one looks. */
export function phraseFraming(detection: Detection, frame: Frame): readonly Observation[] {
  const least = THRESHOLDS["person"]?.score ?? 1;
  const { near, others } = peopleOf(detection, least);
  const faces = detection.faces.filter(({ score }) => score >= FACE).sort(byHeight);
  const [face] = faces;
  const about = detection.objects.some(
    ({ label, region }) => label !== "person" && region.width * region.height >= LARGE,
  );
  const sure = [...near, ...others].filter(({ score }) => score >= least).sort(byHeight);
  const [largest] = about ? near : sure;
  const shot = shotOf(face, largest, frame);
  const shown = face ?? largest;
  const said: Observation[] = [];
  const say = (text: string, seen: Found): void => {
    const confidence = POSES[text];
    if (confidence === undefined) return;
    said.push({ facet: "composition", text, confidence, evidence: evidenceOf([seen]) });
  };
  if (shot !== undefined && shown !== undefined) say(shot, shown);
  const [person] = near;
  const alone = near.length === 1 && others.length <= 1 && faces.length === 1;
  if (face === undefined || person === undefined || !alone) return said;
  const facing = shareWithin(face.region, person.region) >= 0.6 ? facingOf(face) : undefined;
  if (facing !== undefined) say(facing, face);
  return said;
}
