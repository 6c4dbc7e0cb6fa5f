import type { Segment } from "../segments.js";
import { isAbbreviation } from "../segments.js";

export const SENTENCE_END: RegExp =
  /"[^"\n]{1,200}"|[.!?]{1,9}["”’)]{0,2}(?=\s|$)|[。！？\n\r\u2028\u2029]/gu;
const CLAUSE_END = /"[^"\n]{1,200}"|“[^”\n]{1,200}”|(?<!\d),|,(?!\d)|[，;；]|\s[–—-](?=\s)|—/gu;

/** A stretch between marks, with the mark that ends it. */
export interface Stretch extends Segment {
  readonly mark: string;
}

/** Where a part about the making begins within a clause, unless it is the clause's own verb. */
const MAKING =
  /(?<!\b(?:is|are|was|were|be|being|been|and|or))\s(?:\w{2,20}ly )?(?:in the style of|shot (?:on|with|in)|captured (?:on|with|in)|photographed (?:on|with|in|by)|painted (?:by|in|with)|drawn (?:by|in|with)|rendered (?:in|with|by)|lit (?:by|with|from)|illuminated by|bathed in)\s/giu;

/** A word after which a comma goes on with the same thing: "a tall, dark house". */
const ADJECTIVE =
  /(?:\b(?:tall|small|large|big|little|tiny|huge|old|young|new|dark|bright|pale|deep|long|short|wide|narrow|warm|cool|cold|hot|soft|hard|rough|smooth|thick|thin|rich|red|blue|green|yellow|orange|purple|pink|black|white|gr[ae]y|brown|golden|silver|quiet|calm|busy|empty|lush|misty|foggy|rainy|sunny|snowy|dusty|cozy|moody|gritty|sleek|shiny|sharp|clean|simple|pretty|wet|dry|slow|fast|wild)|\w(?:ful|ous|ish|less|ive|ible|able|esque))$/iu;

const CONTINUES =
  /^(?:which|who|whose|whom|that|is|are|was|were|has|have|but|then|though|although|yet|so)\b/iu;
const LEADS_IN =
  /^(?:in|on|at|to|behind|above|below|under|beneath|beyond|inside|outside|around|near|beside|against|across|with|as|while|when|after|before)\b/iu;
export const JOINER: RegExp = /^(?:and|or|&)\s+/iu;

function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return Math.max(spaced, Math.ceil(unspaced / 2));
}

export function splitAt(text: string, boundary: RegExp): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    const [mark] = match;
    if (/^["“]/u.test(mark) || (mark === "." && isAbbreviation(text, match.index))) continue;
    found.push({ from, to: match.index, mark });
    from = match.index + mark.length;
  }
  found.push({ from, to: text.length, mark: "" });
  return found;
}

/** A sentence that is a list of tags: short pieces, many of them, and no verb that governs them. */
function isTagList(sentence: string, pieces: readonly string[]): boolean {
  if (pieces.length < 3 || /\b(?:is|are|was|were|has|have|that|which)\b/iu.test(sentence)) return false;
  if (pieces.some((piece) => JOINER.test(piece))) return false;
  if (/^(?:an?|the)\s/iu.test(pieces[0] ?? "") && pieces.slice(0, -1).every((piece) => ADJECTIVE.test(piece)))
    return false;
  const lengths = pieces.map(countWords);
  const short = lengths.filter((length) => length <= 3).length;
  if (pieces.length >= 4 && short * 2 >= pieces.length && !/[.!?]\s*$/u.test(sentence)) return true;
  return lengths.reduce((sum, length) => sum + length, 0) / pieces.length <= 3.5;
}

/** Whether a phrase ends at the comma between `before` (all since the last end) and `after`. */
function endsClause(before: string, after: string, leading: boolean, openList: boolean): boolean {
  const rest = after.replace(JOINER, "");
  if (countWords(rest) < 2 || countWords(before) < 2 || CONTINUES.test(after)) return false;
  if (openList && JOINER.test(after)) return false;
  if (leading && LEADS_IN.test(before) && countWords(before) <= 5) return false;
  return !ADJECTIVE.test(before) || /\b(?:in|of)\s\p{L}{1,20}$/iu.test(before);
}

/** The clauses of one sentence as ranges of it. */
export function clausesOf(sentence: string): Segment[] {
  const pieces = splitAt(sentence, CLAUSE_END);
  const texts = pieces.map(({ from, to }) => sentence.slice(from, to).trim());
  if (isTagList(sentence, texts)) return pieces;
  const clauses: { from: number; to: number }[] = [];
  let openList = false;
  let lastText = "";
  pieces.forEach((piece, index) => {
    const last = clauses.at(-1);
    const after = texts[index] ?? "";
    const firm = index > 0 && !/^[,，]$/u.test(pieces[index - 1]?.mark ?? "");
    if (last === undefined || firm || endsClause(lastText, after, clauses.length === 1, openList)) {
      clauses.push({ from: piece.from, to: piece.to });
      lastText = after;
      openList = false;
    } else {
      last.to = piece.to;
      openList = countWords(after) < 2;
      lastText = `${lastText.slice(-40)} ${after}`;
    }
  });
  return clauses.flatMap((clause) => splitMaking(sentence, clause));
}

function splitMaking(sentence: string, { from, to }: Segment): Segment[] {
  const text = sentence.slice(from, to);
  const parts: Segment[] = [];
  let start = 0;
  for (const match of text.matchAll(MAKING)) {
    if (countWords(text.slice(Math.max(start, match.index - 60), match.index)) < 2) continue;
    parts.push({ from: from + start, to: from + match.index });
    start = match.index;
  }
  return [...parts, { from: from + start, to }];
}
