import type { Slot } from "imprompt/core";

/** One set of values, by slot. */
export type Row = { readonly [slot: string]: string };

interface Rows {
  readonly rows: readonly Row[];
  /** Columns of the header that are no slot. */
  readonly unknown: readonly string[];
}

/** More are not filled on a page: the command line has no such limit. */
export const MOST_ROWS = 500;

/** A table as RFC 4180 writes it, with any delimiter; blank lines are left out. */
export function parseTable(text: string, delimiter: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let [cells, cell, quoted]: [string[], string, boolean] = [[], "", false];
  const endLine = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) lines.push(cells);
    [cells, cell] = [[], ""];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") endLine();
    else if (char !== "\r") cell += char;
  }
  endLine();
  return lines;
}

interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
}

/** The header's cells where the first line is one: it names each slot, or some and otherwise single words. */
function headerOf(text: string, slots: readonly Slot[]): Header | undefined {
  const first = text.trimStart().split("\n", 1)[0] ?? "";
  for (const delimiter of ["\t", ";", ","]) {
    const names = (parseTable(first, delimiter)[0] ?? []).map((name) => name.trim());
    const known = slots.filter(({ name }) => names.includes(name)).length;
    if (known > 0 && (known === slots.length || names.every((name) => !/\s/u.test(name))))
      return { names, delimiter };
  }
  return undefined;
}

/**
 * What was pasted as sets of values: a table where the first line names slots (with commas, semicolons or tabs
 * between), else a value of the first slot a line.
 */
export function parseRows(text: string, slots: readonly Slot[]): Rows {
  const clean = text.replace(/^\uFEFF/u, "");
  const header = headerOf(clean, slots);
  const [first] = slots;
  if (header === undefined) {
    const lines = clean.split(/\r?\n/u).map((line) => line.trim());
    const rows =
      first === undefined ? [] : lines.filter((line) => line !== "").map((line) => ({ [first.name]: line }));
    return { rows: rows.slice(0, MOST_ROWS), unknown: [] };
  }
  const { names, delimiter } = header;
  const known = (name: string): boolean => slots.some((slot) => slot.name === name);
  const rows = parseTable(clean.trimStart(), delimiter)
    .slice(1, MOST_ROWS + 1)
    .map((cells) =>
      Object.fromEntries(names.flatMap((name, at) => (known(name) ? [[name, cells[at]?.trim() ?? ""]] : []))),
    );
  return { rows, unknown: names.filter((name) => name !== "" && !known(name)) };
}
