import { createStore, entries, promisifyRequest, type UseStore } from "idb-keyval";
import type { Board } from "../state/board";
import { parseBoard } from "../state/parse-board";
import { isFields, isText, isTexts } from "../state/shape";
import type { Workspace } from "../state/workspace";

/** In which order boards stand, and which is shown; the boards have a record each. */
export interface BoardIndex {
  readonly order: readonly string[];
  readonly current: string | null;
}

export interface KeptBoards extends BoardIndex {
  readonly boards: Workspace["boards"];
  /** Names of records that are no boards; they are set aside, not thrown away. */
  readonly damaged: readonly string[];
}

const INDEX = "index";
const BOARD = "board:";
const DAMAGED = "damaged:";

let opened: UseStore | undefined;

/** The index as it was last read or written, for when there is no time to read it again. */
let lastIndex: BoardIndex = { order: [], current: null };

function store(): UseStore {
  opened ??= createStore("imprompt", "boards");
  return opened;
}

export function parseIndex(value: unknown): BoardIndex {
  const { order, current } = isFields(value) ? value : {};
  return { order: isTexts(order) ? [...new Set(order)] : [], current: isText(current) ? current : null };
}

/** Boards in the order of the index; those that it does not know stand behind, oldest first. */
export function arrange(boards: readonly Board[], { order, current }: BoardIndex): BoardIndex {
  const rank = new Map(order.map((id, at) => [id, at]));
  const place = ({ id }: Board): number => rank.get(id) ?? order.length;
  const sorted = boards.toSorted(
    (a, b) => place(a) - place(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
  const ids = sorted.map(({ id }) => id);
  return { order: ids, current: current !== null && ids.includes(current) ? current : (ids.at(-1) ?? null) };
}

function nameOf(record: unknown): string {
  return isFields(record) && isText(record["name"]) ? record["name"] : "A board";
}

async function setAside(records: ReadonlyMap<string, unknown>): Promise<void> {
  if (records.size === 0) return;
  await store()("readwrite", (table) => {
    for (const [id, record] of records) {
      table.put(record, `${DAMAGED}${id}`);
      table.delete(`${BOARD}${id}`);
    }
    return promisifyRequest(table.transaction);
  });
}

/** Every board that the browser keeps. Rejects where it keeps nothing for this page. */
export async function readBoards(now: number): Promise<KeptBoards> {
  const boards: Board[] = [];
  const damaged = new Map<string, unknown>();
  let index: unknown;
  for (const [key, record] of await entries<IDBValidKey, unknown>(store())) {
    if (key === INDEX) index = record;
    if (typeof key !== "string" || !key.startsWith(BOARD)) continue;
    const id = key.slice(BOARD.length);
    try {
      boards.push(parseBoard(record, { id, name: "Board", now, replayed: false }));
    } catch {
      damaged.set(id, record);
    }
  }
  await setAside(damaged);
  lastIndex = parseIndex(index);
  return {
    ...arrange(boards, lastIndex),
    boards: Object.fromEntries(boards.map((board) => [board.id, board])),
    damaged: [...damaged.values()].map(nameOf),
  };
}

export interface BoardChanges {
  readonly put: readonly Board[];
  readonly remove: readonly string[];
}

/** `before` is what the store surely has, `there` the ids of all that it may have. */
export function changesBetween(
  before: Workspace["boards"],
  after: Workspace["boards"],
  there: Iterable<string>,
): BoardChanges {
  return {
    put: Object.values(after).filter((board) => before[board.id] !== board),
    remove: [...there].filter((id) => !(id in after)),
  };
}

/** The index as this page has it, with what other tabs have added: ids that it never knew stay, behind its own. */
export function mergeIndex(mine: BoardIndex, stored: BoardIndex, known: ReadonlySet<string>): BoardIndex {
  return { ...mine, order: [...mine.order, ...stored.order.filter((id) => !known.has(id))] };
}

/**
 * Writes what changed, all or nothing. Rejects where the browser has no room or keeps nothing. Where the page is
 * about to go, the transaction is ended at once, since no answer would come any more.
 */
export async function writeBoards(
  { put, remove }: BoardChanges,
  index: BoardIndex,
  { known, leaving }: { readonly known: ReadonlySet<string>; readonly leaving: boolean },
): Promise<void> {
  await store()("readwrite", (table) => {
    for (const board of put) table.put(board, `${BOARD}${board.id}`);
    for (const id of remove) table.delete(`${BOARD}${id}`);
    const writeIndex = (stored: BoardIndex): void => {
      lastIndex = mergeIndex(index, stored, known);
      table.put(lastIndex, INDEX);
    };
    if (leaving) {
      writeIndex(lastIndex);
      table.transaction.commit();
    } else {
      const stored: IDBRequest<unknown> = table.get(INDEX);
      stored.onsuccess = () => writeIndex(parseIndex(stored.result));
    }
    return promisifyRequest(table.transaction);
  });
}
