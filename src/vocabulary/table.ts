/** One phrase of a vocabulary file with its synonyms. */
export interface TableEntry {
  /** Synonyms, the usual one first. */
  readonly phrases: readonly string[];
  readonly opposites: readonly string[];
  /** Holds for a whole phrase only, not for one that ends in it. */
  readonly whole: boolean;
  /** How strongly it pulls a picture, 0 to 1, where the file says so. */
  readonly strength?: number;
  /** Of the file, from 1. */
  readonly line: number;
}

export interface TableFault {
  readonly line: number;
  readonly message: string;
}

export interface Table {
  readonly entries: readonly TableEntry[];
  readonly faults: readonly TableFault[];
}

function list(text: string, mark: string): string[] {
  return text
    .split(mark)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** "@ 0.3" at the end of a line, or "@" alone; what stands before it and the number, NaN where it is none. */
const STRENGTH = /^(.*?)\s*(?:^|\s)@\s*(\S*)$/u;

function strengthIn(text: string): number | undefined {
  return /^(?:0|1|0?\.\d+|[01]\.\d+)$/u.test(text) && Number(text) <= 1 ? Number(text) : undefined;
}

/** The entries of a vocabulary file, in file order, and what is wrong with it; the syntax is told in vocab/README.md. */
export function parseTable(text: string): Table {
  const entries: TableEntry[] = [];
  const faults: TableFault[] = [];
  let section: number | undefined;
  text.split(/\r?\n/u).forEach((raw, index) => {
    const line = index + 1;
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) return;
    const [, said, digits] = STRENGTH.exec(content) ?? [];
    const body = said ?? content;
    const own = digits === undefined ? undefined : strengthIn(digits);
    const resets = body === "" && digits === "";
    if (digits !== undefined && own === undefined && !resets) {
      faults.push({ line, message: `a strength is a number from 0 to 1, not "${digits}"` });
    }
    if (body === "") section = own;
    else if (/(?:^|,)\s*[|!]|[|]\s*(?:,|!|$)|\s!\s*$/u.test(body)) {
      faults.push({ line, message: `nothing stands beside a "|" or a "!"` });
    } else entries.push(...entriesOf(body, line, own ?? section));
  });
  return { entries, faults };
}

function entriesOf(body: string, line: number, strength: number | undefined): TableEntry[] {
  const whole = body.startsWith("=");
  const [entries = "", opposites = ""] = (whole ? body.slice(1) : body).split(/\s!\s/u);
  return list(entries, ",").map((entry) => ({
    phrases: list(entry, "|"),
    opposites: list(opposites, "|"),
    whole,
    line,
    ...(strength === undefined ? {} : { strength }),
  }));
}
