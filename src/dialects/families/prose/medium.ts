import type { Piece } from "../../../layout/piece.js";
import { indefinite } from "./article.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import { say, sayAdjective } from "./weight.js";
import { MATERIALS, PICTURE_NOUNS } from "./words.js";

/** How the medium leads to what is shown: "A photograph" + " of ", "A work in gouache" + " showing ". */
export interface Lead {
  readonly pieces: readonly Piece[];
  readonly link: " of " | " showing " | ", with ";
}

function adjectivesBefore(adjectives: readonly Phrase[]): Piece[] {
  return adjectives.flatMap((phrase) => [...sayAdjective(phrase), { text: ", " }]).slice(0, -1);
}

/**
 * The opening words for a medium, with the adjectives of style before it: "A moody, cinematic photograph",
 * "A work in gouache", "An anime image", "Pixel art". Without a medium, `fallback` stands for it.
 */
export function sayMedium(medium: Phrase | undefined, adjectives: readonly Phrase[], fallback: string): Lead {
  const before = adjectivesBefore(adjectives);
  const spaced = before.length === 0 ? [] : [...before, { text: " " }];
  const article = (text: string): Piece => ({ text: `${indefinite(before[0]?.text ?? text)} ` });
  if (medium === undefined)
    return { pieces: [article(fallback), ...spaced, { text: fallback }], link: " of " };
  const text = medium.words.join(" ");
  if (/ of\b/u.test(text)) {
    const bare = medium.determined || medium.number !== "one";
    return { pieces: [...(bare ? [] : [article(medium.text)]), ...spaced, say(medium)], link: ", with " };
  }
  if (medium.determined) return { pieces: [say(medium)], link: " of " };
  if (medium.shape === "noun" && (PICTURE_NOUNS.has(medium.head) || medium.number === "many")) {
    const lead = medium.number === "many" ? [] : [article(medium.text)];
    return { pieces: [...lead, ...spaced, say(medium)], link: " of " };
  }
  if (MATERIALS.has(medium.head) || MATERIALS.has(medium.words[0] ?? "")) {
    return { pieces: [article("work"), ...spaced, { text: "work in " }, say(medium)], link: " showing " };
  }
  if (/(?:^|[ -])(?:art|photography|artwork|noir|linework|papercraft|origami)$/u.test(text)) {
    return { pieces: [...spaced, say(medium)], link: " of " };
  }
  return { pieces: [article(medium.text), ...spaced, say(medium), { text: " image" }], link: " of " };
}

/** Whether adjectives can stand before the medium: not before an article of its own. */
export function takesAdjectives(medium: Phrase | undefined): boolean {
  return medium === undefined || !medium.determined;
}

/** Media beyond the first: "It combines ink wash and gouache". */
export function sayMoreMedia(media: readonly Phrase[], sayOne: (phrase: Phrase) => Piece[]): Piece[] {
  return [{ text: "It also has the qualities of " }, ...joinList(media.map(sayOne))];
}

/** Whether a phrase names a way of making pictures that a camera has no part in. */
export function isHandmade(medium: Phrase | undefined): boolean {
  if (medium === undefined) return false;
  return /paint|draw|illustrat|sketch|watercolou?r|gouache|anime|manga|cartoon|comic|vector|pixel|line art|engrav|etching|woodcut|ink|charcoal|pastel|oil|fresco|mosaic|tapestry/u.test(
    medium.words.join(" "),
  );
}
