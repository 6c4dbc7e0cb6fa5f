import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import { sayMoreMedia } from "./medium.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, sayAdjective, saySimply, sayWeighed } from "./weight.js";

export interface StyleParts {
  /** Media that the opening did not take. */
  readonly media: readonly Phrase[];
  /** Styles that the opening did not take. */
  readonly styles: readonly Phrase[];
  readonly artists: readonly Phrase[];
  readonly details: readonly Phrase[];
}

function ofShape(phrases: readonly Phrase[], ...shapes: readonly Phrase["shape"][]): Phrase[] {
  return byStress(phrases.filter((phrase) => shapes.includes(phrase.shape)));
}

/** "The picture has a retro look, with elements of film noir"; "The style blends film noir and art nouveau". */
function sayStyle(styles: readonly Phrase[]): Piece[] {
  const nouns = ofShape(styles, "noun");
  const looks = nouns.filter((phrase) =>
    /(?:style|aesthetics?|look|vibe|feel|palette|shading|technique|effects?|finish)$/u.test(phrase.text),
  );
  const adjectives = ofShape(styles, "adjective").map(sayAdjective);
  const named = nouns
    .filter((phrase) => !looks.includes(phrase))
    .map((phrase) => (phrase.number === "one" ? [say(phrase)] : sayWeighed(phrase)));
  const pieces: Piece[] = [];
  if (adjectives.length > 0) pieces.push({ text: "The style is " }, ...joinList(adjectives));
  if (looks.length > 0) {
    pieces.push(
      { text: pieces.length > 0 ? ", with " : "The picture has " },
      ...joinList(looks.map(sayWeighed)),
    );
  }
  if (named.length > 0) {
    const verb = named.length === 1 ? "The style is " : "The style blends ";
    const link = looks.length > 0 ? " and elements of " : ", with elements of ";
    pieces.push({ text: pieces.length > 0 ? link : verb }, ...joinList(named));
  }
  return pieces;
}

function sayManner(ways: readonly Phrase[], by: string, done: string): Sentence[] {
  const works = ways.filter((phrase) => phrase.words[0] === "by");
  const rest = ways.filter((phrase) => !works.includes(phrase));
  const group = (text: string, members: readonly Phrase[]): Sentence[] =>
    members.length === 0 ? [] : [[{ text }, ...joinList(members.map((phrase) => [say(phrase)]))]];
  return [...group(by, works), ...group(done, rest)];
}

/** Style, manner, artists, details. */
export function sayStyles(parts: StyleParts): Sentence[] {
  const style = sayStyle(parts.styles);
  const names = ofShape(parts.artists, "noun", "adjective", "label").map((phrase) => [say(phrase)]);
  if (names.length > 0) {
    style.push(
      { text: style.length === 0 ? "The work is in the manner of " : ", in the manner of " },
      ...joinList(names),
    );
  }
  const manner = ofShape([...parts.styles, ...parts.artists], "participle", "preposition");
  const attached = style.length > 0;
  if (attached) style.push(...manner.flatMap((phrase) => [{ text: ", " }, say(phrase)]));
  const media = ofShape(parts.media, "noun", "adjective");
  const nouns = ofShape(parts.details, "noun");
  const adjectives = ofShape(parts.details, "adjective");
  const details: Piece[] = [];
  if (adjectives.length > 0)
    details.push({ text: "The rendering is " }, ...joinList(adjectives.map(sayAdjective)));
  if (nouns.length > 0) {
    const named = nouns.some((phrase) => /details?$/u.test(phrase.head));
    const include = details.length > 0 ? ", with " : named ? "The picture shows " : "The details include ";
    details.push({ text: include }, ...joinList(nouns.map(sayWeighed)));
  }
  const labels = [...parts.media, ...parts.styles, ...parts.details].filter(
    (phrase) => phrase.shape === "label",
  );
  return [
    style,
    ...(attached ? [] : sayManner(manner, "It looks like a work ", "It is done ")),
    media.length === 0 ? [] : sayMoreMedia(media, saySimply),
    ...sayManner(ofShape(parts.media, "participle", "preposition"), "It is made ", "It is "),
    details,
    ...sayManner(ofShape(parts.details, "participle", "preposition"), "It is made ", "It is rendered "),
    sayLabels("Style tags", labels),
  ];
}
