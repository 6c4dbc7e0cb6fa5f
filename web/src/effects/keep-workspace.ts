import { create } from "zustand";
import { notify } from "../state/notices";
import { dispatch, useWorkspace } from "../state/store";
import type { Workspace } from "../state/workspace";
import { rememberArrivals, takeLostArrivals } from "./arriving-names";
import type { BoardIndex, KeptBoards } from "./kept-boards";
import { changesBetween, readBoards, writeBoards } from "./kept-boards";
import { leaveNote, takeBackNote, takeNotes, withNote } from "./parting-note";

/** False until what was open is back: the empty page shows nothing before, lest it flash. */
export const useRestored = create<boolean>()(() => false);

const PAUSE_MS = 300;

let trouble = false;

/** Told once: without storage the page works on. */
function tellTrouble(error: unknown): void {
  if (trouble) return;
  trouble = true;
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  const text = full
    ? "The browser's storage is full, so changes are no longer kept. Save boards as files, or close some."
    : "The browser keeps nothing for this page, so boards are gone when it is closed. Save them as files.";
  notify({ tone: "bad", text });
}

function list(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(", ")
    : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function tellLosses({ damaged }: KeptBoards): void {
  if (damaged.length > 0) {
    notify({ tone: "bad", text: `Damaged in the browser's storage and left out: ${list(damaged)}.` });
  }
  const lost = takeLostArrivals();
  if (lost.length > 0) {
    notify({
      tone: "bad",
      text: `Not finished before the page was closed: ${list(lost)}. Bring them again.`,
    });
  }
}

/** What was kept, before what has been opened since the page was loaded. */
export function restoredWith(kept: Omit<KeptBoards, "damaged">, now: Workspace): Workspace {
  return {
    order: [...kept.order.filter((id) => !now.order.includes(id)), ...now.order],
    boards: { ...kept.boards, ...now.boards },
    arrivals: now.arrivals,
    current: now.current ?? kept.current,
  };
}

function indexOf({ order, boards, current }: Workspace): BoardIndex {
  return {
    order: order.filter((id) => id in boards),
    current: current !== null && current in boards ? current : null,
  };
}

/** What the browser's store surely has. */
interface Stored {
  readonly boards: Workspace["boards"];
  readonly index: string;
}

function startSaving(restored: Workspace["boards"]): void {
  let stored: Stored = { boards: restored, index: "" };
  let writes = 0;
  const known = new Set(Object.keys(restored));
  /** Ids that the store may have: those of writes under way among them. */
  const there = new Set(known);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is still being written is written again: a page that goes takes its open transactions with it. */
  const flush = (leaving: boolean): void => {
    clearTimeout(timer);
    const workspace = useWorkspace.getState();
    const changes = changesBetween(stored.boards, workspace.boards, there);
    const index = indexOf(workspace);
    const told = JSON.stringify(index);
    if (changes.put.length === 0 && changes.remove.length === 0 && told === stored.index) return;
    for (const id of index.order) known.add(id);
    for (const { id } of changes.put) there.add(id);
    if (leaving) leaveNote({ changes, index, known });
    writes += 1;
    const write = writes;
    writeBoards(changes, index, { known, leaving }).then(() => {
      if (write !== writes) return; // a later one has all of this in it
      stored = { boards: workspace.boards, index: told };
      for (const id of changes.remove) there.delete(id);
      takeBackNote();
    }, tellTrouble);
  };
  useWorkspace.subscribe((workspace) => {
    rememberArrivals(workspace);
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS, false);
  });
  addEventListener("pagehide", () => flush(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush(true);
  });
  flush(false);
}

/** Restores what was open, then keeps what changes. */
export async function keepWorkspace(): Promise<void> {
  let boards: Workspace["boards"] = {};
  try {
    const now = Date.now();
    const kept = await readBoards(now);
    ({ boards } = kept);
    const all = takeNotes(now).reduce(withNote, kept);
    dispatch({ type: "restored", workspace: restoredWith(all, useWorkspace.getState()) });
    tellLosses(all);
  } catch (error) {
    tellTrouble(error);
  }
  useRestored.setState(true, true);
  startSaving(boards);
}
