import { ImpromptError } from "../../../base/error.js";
import { createWordEncoder } from "./byte-pairs.js";
import { SYMBOL_OF_BYTE } from "./byte-symbols.js";
import { fixText } from "./fix-text.js";
import { unescapeHtml } from "./unescape-html.js";
import { type ClipVocabulary, END_OF_WORD } from "./vocabulary.js";

export interface ClipTokenizer {
  /** Ids without start and end, of any length. */
  readonly encode: (text: string) => number[];
  /** Ids of start and end of text. */
  readonly start: number;
  readonly end: number;
  /** Text of ids in lower case, a space after each word; bytes that are no UTF-8 are U+FFFD. */
  readonly decode: (ids: readonly number[]) => string;
}

const START = "<start_of_text>";
const END = "<end_of_text>";
/**
 * Where case is ignored, as in the original, the long s counts as an s, and U+0345, whose capital is a letter, is
 * neither a letter nor anything else.
 */
const WORDS =
  /<[s\u017f]tart_of_text>|<end_of_text>|'(?:[st\u017fmd]|re|ve|ll)|\p{L}+|\p{N}|[^\p{White_Space}\p{L}\p{N}\u0345]+/gu;
/** Nothing in such a text is to be mended. */
const PLAIN = /^[ -%'-~]*$/;

/** Runs of whitespace stay, for no word holds any. */
function clean(text: string): string {
  const mended = PLAIN.test(text) ? text : unescapeHtml(unescapeHtml(fixText(text)));
  return mended.toLowerCase();
}

/**
 * CLIP's byte pairs, equal to open_clip's `SimpleTokenizer` with its default cleaning, but for what `fixText` does
 * not mend. Letters and digits are those of the Unicode version that the JavaScript engine knows.
 *
 * @source https://github.com/openai/CLIP/blob/main/clip/simple_tokenizer.py; compared token for token by
 * tools/golden/tokenizer
 */
export function createClipTokenizer(vocabulary: ClipVocabulary): ClipTokenizer {
  const { ids, start, end } = vocabulary;
  const encodeWord = createWordEncoder(vocabulary);
  const symbolOf = new Map<number, string>([
    ...[...ids].map(([symbol, id]): [number, string] => [id, symbol]),
    [start, START],
    [end, END],
  ]);
  const byteOf = new Map(SYMBOL_OF_BYTE.map((symbol, byte) => [symbol, byte]));
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    start,
    end,
    encode: (text) => {
      const tokens: number[] = [];
      for (const word of clean(text).match(WORDS) ?? []) {
        if (word === START) tokens.push(start);
        else if (word === END) tokens.push(end);
        else for (const id of encodeWord(word)) tokens.push(id);
      }
      return tokens;
    },
    decode: (tokens) => {
      const symbols = tokens.map((id) => {
        const symbol = symbolOf.get(id);
        if (symbol === undefined) throw new ImpromptError("model-failed", `the tokenizer has no token ${id}`);
        return symbol;
      });
      const bytes = Array.from(symbols.join(""), (symbol) => byteOf.get(symbol) as number);
      return utf8.decode(Uint8Array.from(bytes)).replaceAll(END_OF_WORD, " ");
    },
  };
}
