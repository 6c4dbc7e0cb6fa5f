import { round } from "../../../base/number.js";
import type { Region } from "../../../blueprint/types.js";
import type { ReadWord } from "../sight.js";

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is read of an answer of tesseract.js; boxes are in pixels of the page. */
export interface TesseractPage {
  readonly blocks:
    | readonly {
        readonly paragraphs: readonly {
          readonly lines: readonly {
            readonly bbox: Box;
            readonly words: readonly {
              readonly text: string;
              readonly confidence: number;
              readonly bbox: Box;
            }[];
          }[];
        }[];
      }[]
    | null;
}

const share = (value: number, whole: number): number => round(Math.min(1, Math.max(0, value / whole)), 4);

function regionOf({ x0, y0, x1, y1 }: Box, width: number, height: number): Region {
  const x = share(x0, width);
  const y = share(y0, height);
  return {
    x,
    y,
    width: round(share(x1, width) - x, 4),
    height: round(share(y1, height) - y, 4),
  };
}

/** The words of a page of `width` x `height` pixels; lines by their top, ties by their left, words as they are read. */
export function readWords({ blocks }: TesseractPage, width: number, height: number): readonly ReadWord[] {
  return (blocks ?? [])
    .flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines))
    .sort((a, b) => a.bbox.y0 - b.bbox.y0 || a.bbox.x0 - b.bbox.x0)
    .flatMap(({ words }, line) =>
      words
        .filter(({ text }) => text.trim() !== "")
        .map(({ text, confidence, bbox }) => ({
          text: text.trim(),
          confidence: round(confidence, 1),
          region: regionOf(bbox, width, height),
          line,
        })),
    );
}
