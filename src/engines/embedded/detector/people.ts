import type { Observation } from "../../../blueprint/observation.js";
import type { Detection } from "../sight.js";
import type { Found } from "./evidence.js";
import { evidenceOf } from "./evidence.js";
import { isPartOf } from "./overlap.js";
import { numberWord } from "./plural.js";
import { THRESHOLDS } from "./thresholds.js";

/** Share of the picture's height that a person takes who is more than a figure in the distance. */
const NEAR = 0.25;
/** A face so sure and so high is a near person, whether or not the rest of them was made out. */
const FACE = { score: 0.85, height: 0.2 };
/** Score from which someone hardly seen counts toward how many there may be. */
const FAINT = 0.25;
/** More people than these are a group to whoever looks. */
const COUNTED = 3;
/** People of a picture by how well they are seen. */
export interface People {
  /** Surely people, and near. */
  readonly near: readonly Found[];
  /** All others that may be people, the far and the hardly seen; none that is a part of a near one. */
  readonly others: readonly Found[];
}

/** @param least score from which a person is sure */
export function peopleOf({ objects, faces }: Detection, least: number): People {
  const persons = objects.filter(({ label, score }) => label === "person" && score >= FAINT);
  const bodies = persons.filter(({ score, region }) => score >= least && region.height >= NEAR);
  const alone = faces.filter(
    ({ score, region }) => score >= FACE.score && region.height >= FACE.height && !isPartOf(region, bodies),
  );
  const near = [...bodies, ...alone];
  const others = persons.filter((each) => !near.includes(each) && !isPartOf(each.region, near));
  return { near, others: others.filter((each) => !alone.some(({ region }) => isPartOf(region, [each]))) };
}

function wordsOf({ near, others }: People): string | undefined {
  if (near.length === 0) return undefined;
  // Whoever is hardly seen beside those who are seen well makes an exact number unsure.
  if (near.length === 1) return others.length <= 1 ? "a person" : "people";
  return near.length <= COUNTED && others.length === 0
    ? `${numberWord(near.length)} people`
    : "a group of people";
}

/** How many people there are, where some are more than figures in the distance. */
export function phrasePeople(detection: Detection, trusted: boolean): readonly Observation[] {
  const threshold = THRESHOLDS["person"];
  const least = trusted ? threshold?.score : threshold?.drawn;
  if (threshold === undefined || least === undefined) return [];
  const faces = trusted ? detection.faces : [];
  const people = peopleOf({ ...detection, faces }, least);
  const text = wordsOf(people);
  if (text === undefined) return [];
  const evidence = evidenceOf(people.near);
  return [{ facet: "subject", text, confidence: threshold.precision, evidence }];
}
