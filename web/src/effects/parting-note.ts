import { newId } from "../state/id";
import { parseBoard } from "../state/parse-board";
import { isFields, isNumber, isText, isTexts } from "../state/shape";
import type { Workspace } from "../state/workspace";
import type { BoardChanges, BoardIndex, KeptBoards } from "./kept-boards";
import { arrange, mergeIndex, parseIndex } from "./kept-boards";

/** What a page that is about to go has not seen written: its transactions end with it, a note outlives it. */
export interface PartingNote {
  readonly changes: BoardChanges;
  readonly index: BoardIndex;
  /** Ids that the page has known: what is missing from its index, it has closed. */
  readonly known: ReadonlySet<string>;
}

const PREFIX = "imprompt.unsaved.";

/** Each open page has its own. */
const KEY = `${PREFIX}${newId()}`;

let left = false;

/** Written at once, unlike the boards' own store; where there is no room, the store's last transaction is all there is. */
export function leaveNote({ changes, index, known }: PartingNote): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), ...changes, index, known: [...known] }));
    left = true;
  } catch {
    takeBackNote();
  }
}

/** When everything has been written after all. */
export function takeBackNote(): void {
  if (!left) return;
  left = false;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing has kept no note either
  }
}

function parseNote(text: string, now: number): (PartingNote & { readonly at: number }) | null {
  try {
    const note: unknown = JSON.parse(text);
    if (!isFields(note) || !Array.isArray(note["put"])) return null;
    const { at, remove, known } = note;
    const put = note["put"].filter(isFields).map((record) => {
      if (!isText(record["id"])) throw new TypeError("a board without its id");
      return parseBoard(record, { id: record["id"], name: "Board", now, replayed: false });
    });
    const changes = { put, remove: isTexts(remove) ? remove : [] };
    const index = parseIndex(note["index"]);
    return { at: isNumber(at) ? at : 0, changes, index, known: new Set(isTexts(known) ? known : []) };
  } catch {
    return null;
  }
}

/** The notes of pages that have gone, oldest first. A note is taken once: whoever takes it writes what it says. */
export function takeNotes(now: number): readonly PartingNote[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    const notes = keys.map((key) => {
      const text = localStorage.getItem(key) ?? "";
      localStorage.removeItem(key);
      return parseNote(text, now);
    });
    return notes.filter((note) => note !== null).toSorted((a, b) => a.at - b.at);
  } catch {
    return [];
  }
}

/** What was kept, with what a note adds to it. */
export function withNote(kept: KeptBoards, { changes, index, known }: PartingNote): KeptBoards {
  const boards: Record<string, Workspace["boards"][string]> = { ...kept.boards };
  for (const board of changes.put) boards[board.id] = board;
  for (const id of changes.remove) delete boards[id];
  const merged = mergeIndex(index, kept, known);
  return { ...arrange(Object.values(boards), merged), boards, damaged: kept.damaged };
}
