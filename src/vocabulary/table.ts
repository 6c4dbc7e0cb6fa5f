/** One phrase of a vocabulary file with its synonyms. */
export interface TableEntry {
  /** Synonyms, the usual one first. */
  readonly phrases: readonly string[];
  readonly opposites: readonly string[];
  /** Holds for a whole phrase only, not for one that ends in it. */
  readonly whole: boolean;
}

function list(text: string, mark: string): string[] {
  return text
    .split(mark)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** The entries of a vocabulary file, in file order; the syntax is told in vocab/README.md. */
export function parseTable(text: string): TableEntry[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const whole = line.startsWith("=");
      const [entries = "", opposites = ""] = (whole ? line.slice(1) : line).split(/\s!\s/u);
      return list(entries, ",").map((entry) => ({
        phrases: list(entry, "|"),
        opposites: list(opposites, "|"),
        whole,
      }));
    });
}
