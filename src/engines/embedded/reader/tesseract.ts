import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ImpromptError } from "../../../base/error.js";
import type { Raster } from "../../../image/raster.js";
import type { ReadWord } from "../sight.js";
import { pageOf } from "./page.js";
import { readWords } from "./read-words.js";
import type { Recognizer } from "./tesseract-thread.js";
import { startTesseract } from "./tesseract-thread.js";

/** Reads one picture after the other, in the order in which it was asked. */
export interface TextReader {
  /** @throws ImpromptError `engine-failed` */
  (raster: Raster): Promise<readonly ReadWord[]>;
  /** Ends its thread; what is still asked for fails. */
  readonly close: () => Promise<void>;
}

const DATA = "@tesseract.js-data/eng";

/** The folder of the English data that is made for the reader's own network alone, 3 MB; undefined where it is not installed. */
function dataFolder(): string | undefined {
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${DATA}/package.json`));
    const folder = join(root, "4.0.0_best_int");
    return existsSync(join(folder, "eng.traineddata.gz")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function readerOf(recognizer: Recognizer): TextReader {
  let last: Promise<unknown> = Promise.resolve();
  const read = (raster: Raster): Promise<readonly ReadWord[]> => {
    const answer = last.then(async () => {
      const { width, height, bytes } = pageOf(raster);
      return readWords(await recognizer.recognize(bytes), width, height);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return Object.assign(read, { close: recognizer.close });
}

/**
 * A warm reader of English lettering; undefined where tesseract.js or its English data are not installed. Nothing is
 * fetched and nothing is written. It keeps no process alive while it is idle.
 *
 * @throws ImpromptError `engine-failed` where the packages are there and do not start
 */
export async function openTesseract(): Promise<TextReader | undefined> {
  const folder = dataFolder();
  if (folder === undefined) return undefined;
  let tesseract: typeof import("tesseract.js");
  try {
    tesseract = (await import("tesseract.js")).default;
  } catch {
    return undefined;
  }
  try {
    return readerOf(await startTesseract(tesseract, folder));
  } catch (error) {
    throw new ImpromptError("engine-failed", "the reader of lettering did not start", { cause: error });
  }
}
