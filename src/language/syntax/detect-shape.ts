import type { Tallies } from "./detect-signs.js";
import { score } from "./detect-signs.js";

const FUNCTION_WORDS =
  /(?<![\p{L}\p{N}'’])(?:a|an|the|is|are|was|were|has|have|of|with|in|on|at|and|that|which|while|its?|her|his|their|from|by|to|for|as|into|under|over|there|this|who)(?![\p{L}\p{N}'’])/giu;
const VERBS =
  /(?<![\p{L}\p{N}'’])(?:is|are|was|were|has|have|stands?|sits?|wears?|holds?|looks?|shows?|create|make|draw|depicts?|features?|fills?|casts?|lies|rises|walks?|runs?|leans?|says?)(?![\p{L}\p{N}'’])/iu;
const BOORU =
  /^(?:\d\+?(?:girl|boy|other)s?|solo|duo|looking at viewer|(?:very )?long hair|short hair|(?:blue|red|green|brown|black|purple|yellow) eyes|(?:blonde|black|brown|white|pink|blue|silver) hair|absurdres|highres|masterpiece|best quality|simple background|white background|upper body|full body|cowboy shot|outdoors|indoors|school uniform|twintails|bangs|blush|open mouth|smile|thighhighs|skirt|1920s|safe|general|monochrome|commentary)$/iu;

interface Shape {
  readonly pieces: readonly string[];
  readonly words: number;
  /** Words in a piece, on average. */
  readonly length: number;
  /** Share of the words that only sentences need. */
  readonly functions: number;
  readonly underscored: number;
  readonly booru: number;
}

function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0;
  return spaced + Math.floor((text.match(/[\p{Script=Han}\p{Script=Hiragana}]/gu)?.length ?? 0) / 3);
}

function shapeOf(text: string): Shape {
  const plain = text.replace(/<[^<>]{1,200}>|[()[\]{}\\]|:-?[\d.]+/gu, "");
  const pieces = plain
    .split(/[,，、;\n\r]+|[.!?。]+(?=\s|$)/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const words = Math.max(1, countWords(plain));
  const share = (test: (piece: string) => boolean): number =>
    pieces.filter(test).length / Math.max(1, pieces.length);
  return {
    pieces,
    words,
    length: words / Math.max(1, pieces.length),
    functions: (plain.match(FUNCTION_WORDS)?.length ?? 0) / words,
    underscored: share((piece) => /^[^\s_]+_[^\s]+$/u.test(piece)),
    booru: share((piece) => BOORU.test(piece.replaceAll("_", " "))),
  };
}

/** Counts what the mere words say: sentences, tags, or an image board's tags. */
export function scoreShape(tallies: Tallies, text: string): void {
  const { pieces, length, functions, underscored, booru } = shapeOf(text);
  if (pieces.length === 0) return;
  const short = pieces.filter((piece) => countWords(piece) <= 3).length;
  const listed = pieces.length >= 3 && length <= 4.5 && functions < 0.25;
  const ended = /[\p{L}\p{N})"”]{2}[.!?。](?:\s|$)/u.test(text);
  if (listed) score(tallies, { tags: 3 }, "short phrases between commas");
  else if (pieces.length >= 4 && short * 2 >= pieces.length && !ended && !VERBS.test(text)) {
    score(tallies, { tags: 5 }, "phrases between commas, and no sentence");
  } else if (pieces.length < 3) score(tallies, { prose: 1.5, tags: 1 }, "a few words without commas");
  if (!listed && length > 4.5) score(tallies, { prose: 2 }, "long clauses");
  if (functions >= 0.18)
    score(tallies, { prose: functions >= 0.28 ? 2.5 : 1.5 }, "the small words of sentences");
  if (ended) score(tallies, { prose: listed ? 1 : 2 }, "sentences that end");
  if (VERBS.test(text) && !listed) score(tallies, { prose: 1.5 }, "verbs");
  if (underscored > 0) score(tallies, { danbooru: 2.5 + underscored * 4 }, "words joined by underscores");
  if (booru >= 0.15 && pieces.length >= 2) {
    score(tallies, { danbooru: 1.5 + booru * 4 }, "tags that image boards use");
  }
}
