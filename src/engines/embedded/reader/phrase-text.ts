import { round } from "../../../base/number.js";
import type { Observation } from "../../../blueprint/observation.js";
import type { Frame, Region } from "../../../blueprint/types.js";
import type { ReadWord } from "../sight.js";
import type { TextLine } from "./text-lines.js";
import { joinLines, textLines, withoutLooseEnds } from "./text-lines.js";

const MOST_PHRASES = 4;
const MOST_WORDS = 10;

/** Least height of type that is part of the picture and not small print, as a share of the frame's long side. */
const LEAST_HEIGHT = 0.02;
/** Smaller type than this share of the largest is small print beside it. */
const LEAST_OF_LARGEST = 0.4;
/** Where there are more lines than this, it is a page: only what is larger than its running text is said. */
const PAGE_LINES = 8;
const HEADING = 1.4;

function prominent(lines: readonly TextLine[], frame: Frame): readonly TextLine[] {
  const heights = lines.map(({ height }) => height).sort((a, b) => b - a);
  const running = lines.length > PAGE_LINES ? HEADING * (heights[heights.length >> 1] ?? 0) : 0;
  const least = Math.max(
    LEAST_HEIGHT * Math.max(frame.width, frame.height),
    LEAST_OF_LARGEST * (heights[0] ?? 0),
    running,
  );
  return lines.filter(({ height }) => height >= least);
}

/** Web addresses and the marks of picture agencies: they lie over a picture and are no part of it. */
const MARK =
  /©|www|https?|\b(?:com|net|org|alamy|shutterstock|dreamstime|istock\w*|getty\w*|depositphotos|123rf|stock photo)\b/iu;

/** How often a phrase was right in every word, of those that were read with such a mean confidence. */
const SURE = { from: 88, confidence: 0.9 };
const UNSURE = 0.75;

/** One phrase for words that are said twice, the first. */
function distinct(lines: readonly TextLine[]): readonly TextLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const rounded = ({ x, y, width, height }: Region): Region => ({
  x: round(x, 4),
  y: round(y, 4),
  width: round(width, 4),
  height: round(height, 4),
});

/**
 * Lettering of a picture as `text` terms without quotation marks, which the dialects set: at most 4, the largest
 * type first, then from the top; what is no word, a watermark, or too small to matter, is left out.
 */
export function phraseText(words: readonly ReadWord[], frame: Frame): readonly Observation[] {
  const said = textLines(words, frame).filter(({ text }) => !MARK.test(text));
  const lines = prominent(joinLines(said, frame, MOST_WORDS), frame);
  return distinct([...lines].sort((a, b) => b.height - a.height))
    .slice(0, MOST_PHRASES)
    .map(({ text, confidence, region, height }) => ({
      facet: "text",
      text: withoutLooseEnds(text),
      confidence: confidence >= SURE.from ? SURE.confidence : UNSURE,
      evidence: {
        source: "reader:tesseract",
        score: round(confidence, 1),
        region: rounded(region),
        note: `letters ${Math.round(height)} pixels high`,
      },
    }));
}
