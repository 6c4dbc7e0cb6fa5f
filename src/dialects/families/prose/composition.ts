import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, sayAdjective, sayWeighed } from "./weight.js";

const SHOTS =
  /(?:shot|close-up|closeup|close up|headshot|view|panorama|selfie|portrait|vista|cowboy shot|flat lay|(?:full|upper|half|lower)[ -]body)$/u;
const ANGLES =
  /(?:angle|viewpoint|vantage point|(?:person|aerial|bird's-eye|worm's-eye|low|high) perspective)$/u;
const WHOLES = /(?:composition|layout|arrangement|framing)$/u;
const RULES = /(?:rule of thirds|golden ratio|golden spiral|golden section)/u;

interface Groups {
  readonly adjectives: readonly Phrase[];
  readonly wholes: readonly Phrase[];
  readonly shots: readonly Phrase[];
  readonly angles: readonly Phrase[];
  readonly rules: readonly Phrase[];
  readonly features: readonly Phrase[];
}

function groupsOf(phrases: readonly Phrase[]): Groups {
  const nouns = byStress(phrases.filter((phrase) => phrase.shape === "noun"));
  const take = (pattern: RegExp): Phrase[] =>
    nouns.filter((phrase) => pattern.test(phrase.head) || pattern.test(phrase.words.join(" ")));
  const rules = take(RULES);
  const wholes = take(WHOLES).filter((phrase) => !rules.includes(phrase));
  const angles = take(ANGLES).filter((phrase) => ![...rules, ...wholes].includes(phrase));
  const shots = take(SHOTS).filter((phrase) => ![...rules, ...wholes, ...angles].includes(phrase));
  const taken = [...rules, ...wholes, ...angles, ...shots];
  return {
    adjectives: byStress(phrases.filter((phrase) => phrase.shape === "adjective")),
    wholes,
    shots,
    angles,
    rules,
    features: nouns.filter((phrase) => !taken.includes(phrase)),
  };
}

/** "The composition is minimal, framed as a wide shot from a low angle, with the subject on the right third." */
function sayFrame(groups: Groups): Piece[] {
  const { adjectives, wholes, shots, angles, rules, features } = groups;
  const pieces: Piece[] = [];
  if (adjectives.length > 0)
    pieces.push({ text: "The composition is " }, ...joinList(adjectives.map(sayAdjective)));
  if (wholes.length > 0) {
    pieces.push(
      { text: pieces.length === 0 ? "The picture has " : ", in " },
      ...joinList(wholes.map(sayWeighed)),
    );
  }
  if (shots.length > 0) {
    pieces.push(
      { text: pieces.length === 0 ? "The framing is " : ", framed as " },
      ...joinList(shots.map(sayWeighed)),
    );
  }
  if (angles.length > 0) {
    const from =
      pieces.length === 0 ? "The scene is seen from " : shots.length > 0 ? " from " : ", seen from ";
    pieces.push({ text: from }, ...joinList(angles.map(sayWeighed)));
  }
  if (features.length > 0) {
    pieces.push(
      { text: pieces.length === 0 ? "The composition has " : ", with " },
      ...joinList(features.map(sayWeighed)),
    );
  }
  if (rules.length > 0) {
    pieces.push(
      { text: pieces.length === 0 ? "The composition follows " : ", following " },
      ...joinList(rules.map(sayWeighed)),
    );
  }
  return pieces;
}

/** How the frame is filled. */
export function sayComposition(phrases: readonly Phrase[]): Sentence[] {
  const ways = phrases.filter((phrase) => phrase.shape === "participle" || phrase.shape === "preposition");
  const labels = phrases.filter((phrase) => phrase.shape === "label");
  const seen =
    ways.length === 0
      ? []
      : [{ text: "The scene is shown " }, ...joinList(ways.map((phrase) => [say(phrase)]))];
  return [sayFrame(groupsOf(phrases)), seen, sayLabels("Framing", labels)];
}
