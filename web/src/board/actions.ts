import type { Blueprint, Edit, Facet, Term } from "imprompt/core";
import { exclude, freshTerm, pin, promote, swap, weigh } from "imprompt/core";
import { blueprintOf } from "../state/board";
import { notify } from "../state/notices";
import { currentBoard, dispatch, edit } from "../state/store";
import { arrange, shownOrder } from "./arrange";
import { REST, rest, useBoardUi } from "./board-ui";
import type { Place } from "./place";
import { moveToFacet, placing } from "./place";

interface Found {
  readonly blueprint: Blueprint;
  readonly term: Term;
}

function find(id: string): Found | undefined {
  const board = currentBoard();
  if (board === undefined) return undefined;
  const blueprint = blueprintOf(board);
  const term = blueprint.terms.find((each) => each.id === id);
  return term === undefined ? undefined : { blueprint, term };
}

/** The chip that the keyboard goes to when this one goes: the next, else the one before. */
function heir(blueprint: Blueprint, id: string): string | null {
  const order = shownOrder(arrange(blueprint.terms));
  const at = order.indexOf(id);
  return order[at + 1] ?? order[at - 1] ?? null;
}

/** Applies an edit of a chip; the keyboard stays on the chip, or goes to its neighbor when it is gone. */
function editChip(id: string, change: Edit | undefined): void {
  const before = find(id);
  if (before === undefined || change === undefined) return;
  if (change.kind === "batch" && change.edits.length === 0) return;
  const next = heir(before.blueprint, id);
  edit(change);
  const wanted = find(id) === undefined ? next : id;
  useBoardUi.setState(wanted === null ? { active: null } : { active: wanted, wanted });
}

/** Changes a chip by an edit that depends on what stands on the board. */
export function change(id: string, by: (blueprint: Blueprint, term: Term) => Edit | undefined): void {
  const found = find(id);
  if (found !== undefined) editChip(id, by(found.blueprint, found.term));
}

export function togglePin(id: string): void {
  change(id, (blueprint, term) => pin(blueprint, id, term.pinned !== true));
}

export function toggleExclude(id: string): void {
  change(id, (blueprint, { polarity }) =>
    polarity === "include" ? exclude(blueprint, id) : { kind: "include", id },
  );
}

export function setWeight(id: string, weight: (now: number) => number): void {
  change(id, (blueprint, term) => {
    const next = weight(term.weight);
    return next === term.weight ? undefined : weigh(blueprint, id, next);
  });
}

/** To the front of its facet; what is a guess is pinned beside, so that the prompts say it. */
export function promoteChip(id: string): void {
  change(id, (blueprint, { hypothesis, pinned }) => {
    const front = promote(blueprint, id);
    const isTaken = hypothesis !== true || pinned === true;
    return isTaken ? front : { kind: "batch", label: "promote", edits: [front, pin(blueprint, id)] };
  });
}

export function placeChip(id: string, place: Place): void {
  change(id, (blueprint) => placing(blueprint, id, place));
}

export function moveChip(id: string, facet: Facet): void {
  change(id, ({ terms }, term) => moveToFacet(terms, term, facet));
}

/** Takes the phrase off the board and offers to take that back. */
export function dropChip(id: string): void {
  const found = find(id);
  if (found === undefined) return;
  const { blueprint, term } = found;
  const at = blueprint.terms.indexOf(term);
  if (useBoardUi.getState().mode.kind !== "adding") useBoardUi.setState({ mode: REST });
  editChip(id, { kind: "remove", id });
  const board = currentBoard();
  const done = board?.history.past.at(-1);
  const undo = (): void => {
    const now = currentBoard();
    if (now === undefined || now.id !== board?.id) return;
    if (now.history.past.at(-1) === done) dispatch({ type: "undone", id: now.id });
    else if (find(id) === undefined) edit({ kind: "add", term, at });
    rest(id);
  };
  notify({ tone: "plain", text: `Dropped "${term.text}".`, action: { label: "Undo", run: undo } });
}

/** The person's own words are taken at their word: sure, and no guess but where an artist is named. */
export function rewordChip(id: string, text: string): void {
  change(id, (blueprint, term) => {
    const fresh = freshTerm(blueprint, { facet: term.facet, text, polarity: term.polarity });
    if (fresh === undefined || fresh.text === term.text) return undefined;
    const { hypothesis: _, ...rest } = term;
    const kept = { ...rest, text: fresh.text, confidence: fresh.confidence };
    const guess = fresh.hypothesis === true ? { hypothesis: true } : {};
    const evidence = [...fresh.evidence, ...term.evidence.filter(({ source }) => source !== "user")];
    return { kind: "substitute", id, term: { ...kept, ...guess, evidence } };
  });
}

/** Other words for the same: evidence and all else stay. */
export function renameChip(id: string, text: string): void {
  change(id, () => ({ kind: "replace", id, text }));
}

function swapping(blueprint: Blueprint, term: Term, text: string): Edit | undefined {
  const { id, facet, weight } = term;
  if (term.pinned === true) {
    // `swap` leaves what is pinned; here the person points at it.
    const fresh = freshTerm(blueprint, { facet, text, weight, pinned: true });
    return fresh === undefined ? undefined : { kind: "substitute", id, term: fresh };
  }
  const said = blueprint.terms.filter((x) => x.facet === facet && x.polarity === "include");
  const texts = said.map((each) => (each.id === id ? text : each.text));
  const edit = swap(blueprint, facet, texts);
  return edit.kind === "batch" ? { ...edit, label: `swap "${term.text}" for "${text}"` } : edit;
}

/** Another phrase in its place; what contradicts the new one goes with it. The details stay open, of the new one. */
export function swapChip(id: string, text: string): void {
  change(id, (blueprint, term) => swapping(blueprint, term, text));
  const board = currentBoard();
  const fresh = board === undefined ? undefined : blueprintOf(board).terms.find((term) => term.text === text);
  if (fresh !== undefined) useBoardUi.setState({ active: fresh.id, mode: { kind: "details", id: fresh.id } });
}
