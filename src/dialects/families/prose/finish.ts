import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, sayAdjective, saySimply } from "./weight.js";

/** Lower-case nouns that describe lettering instead of quoting it. */
const DESCRIBES =
  /\b(?:signature|watermark|logo|lettering|text|caption|captions|typography|handwriting|calligraphy|inscription|subtitles|title|headline|words|letters|numbers|sign|signs|label|speech bubble)\b/u;

function isQuotation({ text }: Phrase): boolean {
  if (/^"[^"]*"$/u.test(text)) return true;
  return !(DESCRIBES.test(text) && (text.includes('"') || text === text.toLowerCase()));
}

/** Quotes inside the quotation become single. */
function quote(phrase: Phrase): Piece[] {
  if (/^"[^"]*"$/u.test(phrase.text)) return [say(phrase)];
  return [{ text: '"' }, { ...say(phrase), text: phrase.text.replaceAll('"', "'") }, { text: '"' }];
}

function sayWords(phrases: readonly Phrase[]): Sentence {
  if (phrases.length === 0) return [];
  const several = phrases.length > 1 || /\s/u.test(phrases[0]?.text ?? "");
  const name = several ? "The words " : "The word ";
  return [
    { text: name },
    ...joinList(phrases.map(quote)),
    { text: several ? " appear in the picture" : " appears in the picture" },
  ];
}

/** Words that stand in the picture, quoted; then what is said of lettering without quoting it. */
export function sayLettering(phrases: readonly Phrase[]): Sentence[] {
  const quoted = phrases.filter(isQuotation);
  const described = byStress(phrases.filter((phrase) => !quoted.includes(phrase)));
  const many = described.length > 1 || described[0]?.number === "many";
  const lettering =
    described.length === 0
      ? []
      : [
          ...joinList(described.map(saySimply)),
          { text: many ? " appear in the picture" : " appears in the picture" },
        ];
  return [sayWords(quoted), lettering];
}

/** Praise and resolution, last. */
export function sayQuality(phrases: readonly Phrase[]): Sentence[] {
  const adjectives = byStress(phrases.filter((phrase) => phrase.shape === "adjective"));
  const nouns = byStress(phrases.filter((phrase) => phrase.shape === "noun"));
  const rest = phrases.filter((phrase) => !["adjective", "noun"].includes(phrase.shape));
  const pieces: Piece[] = [];
  if (adjectives.length > 0)
    pieces.push({ text: "The finish is " }, ...joinList(adjectives.map(sayAdjective)));
  if (nouns.length > 0)
    pieces.push(
      { text: pieces.length > 0 ? ", with " : "The picture has " },
      ...joinList(nouns.map(saySimply)),
    );
  return [pieces, sayLabels("Quality", rest)];
}
