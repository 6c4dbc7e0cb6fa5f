import { open, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { ImpromptError } from "../../../base/error.js";
import type { PhraseList } from "./types.js";

/** Bytes of one list; the largest in use, of 100,000 phrases, has 3 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** UTF-16 units of a phrase; CLIP reads about 300. */
const MAX_PHRASE = 2000;

/**
 * "clean" drops byte order marks, blank lines, lines that begin with "# ", and repeated phrases, and writes artists as
 * "by ...". "verbatim" gives each line as CLIP Interrogator 0.6 reads it, blank ones included: lines end at \n, \r\n
 * or \r, and lose what Python calls white space at both ends.
 */
export type ListReading = "clean" | "verbatim";

const WHITE =
  "[\\t-\\r\\u001c-\\u001f\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const ENDS = new RegExp(`^${WHITE}|${WHITE}$`, "gu");

/** Lines of a list as CLIP Interrogator reads them. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.replace(ENDS, ""));
}

/** The phrases of a list's text. */
export function phrasesIn(text: string, reading: ListReading): string[] {
  if (reading === "verbatim") return linesOf(text);
  const phrases = linesOf(text.replace(/^\ufeff/u, "")).filter(
    (line) => line !== "" && !line.startsWith("# "),
  );
  return [...new Set(phrases)];
}

async function readText(path: string): Promise<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new ImpromptError("input-unreadable", "this list cannot be opened", {
      where: path,
      hint: "Check that it is there and may be read.",
      cause,
    });
  });
  try {
    const { size } = await file.stat();
    if (size > MAX_BYTES) {
      throw new ImpromptError("input-too-large", "this list is larger than 64 MiB", {
        where: path,
        hint: "Divide it into several.",
      });
    }
    const buffer = await file.readFile();
    // `toString` keeps a byte order mark and replaces what is no UTF-8, as CLIP Interrogator does.
    return buffer.toString("utf8");
  } catch (cause) {
    if (cause instanceof ImpromptError) throw cause;
    throw new ImpromptError("input-unreadable", "this list cannot be read", { where: path, cause });
  } finally {
    await file.close();
  }
}

/**
 * A list of phrases, one a line, UTF-8. Its name is the file's without .txt.
 *
 * @throws ImpromptError `input-unreadable`, `input-too-large`, `input-empty` for no phrase at all, `input-corrupt` for
 *   a line that is no phrase
 */
export async function readPhraseList(path: string, reading: ListReading = "clean"): Promise<PhraseList> {
  const text = await readText(path);
  if (text.includes("\0")) {
    throw new ImpromptError("input-corrupt", "this is no text", {
      where: path,
      hint: "Name a .txt file with one phrase a line.",
    });
  }
  const phrases = phrasesIn(text, reading);
  const name = basename(path).replace(/\.txt$/iu, "");
  if (phrases.length === 0) {
    throw new ImpromptError("input-empty", "this list has no phrase", {
      where: path,
      hint: "Write one phrase a line.",
    });
  }
  const long = phrases.findIndex((phrase) => phrase.length > MAX_PHRASE);
  if (long >= 0) {
    throw new ImpromptError("input-corrupt", `phrase ${long + 1} is longer than ${MAX_PHRASE} characters`, {
      where: path,
      hint: "Write one phrase a line.",
    });
  }
  return reading === "verbatim" ? { name, phrases } : cleanList(name, phrases, linesOf(text));
}

/** CLIP Interrogator embeds each artist twice. */
function cleanList(name: string, phrases: readonly string[], lines: readonly string[]): PhraseList {
  if (name !== "artists") return { name, phrases, labels: lines };
  return {
    name,
    phrases: phrases.map((artist) => (/^(?:inspired )?by /iu.test(artist) ? artist : `by ${artist}`)),
    labels: ["by", "inspired by"].flatMap((lead) => lines.map((artist) => `${lead} ${artist}`)),
  };
}

/**
 * The lists of a folder, each .txt file a list, in the order of their names: CLIP Interrogator's own layout
 * (artists.txt, flavors.txt, mediums.txt, movements.txt, negative.txt), or any other.
 *
 * @throws ImpromptError as `readPhraseList`, and `input-not-found` for no folder or no list in it
 */
export async function readPhraseLists(folder: string, reading: ListReading = "clean"): Promise<PhraseList[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.txt$/iu.test(name) && !name.startsWith(".")).sort();
  if (files.length === 0) {
    throw new ImpromptError("input-not-found", "there are no lists here", {
      where: folder,
      hint: "Name a folder of .txt files with one phrase a line, such as flavors.txt.",
    });
  }
  return Promise.all(files.map((file) => readPhraseList(join(folder, file), reading)));
}
