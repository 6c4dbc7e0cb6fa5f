import { blueprintOf } from "../state/board";
import { currentBoard } from "../state/store";
import { change, dropChip, promoteChip, setWeight, toggleExclude, togglePin } from "./actions";
import { arrange, groupOf, rowOf, shownOrder } from "./arrange";
import { boxesIn } from "./board-dom";
import { setMode, useBoardUi } from "./board-ui";
import type { ChipAction } from "./chip-bindings";
import { boxBeyond } from "./navigate";
import { refaceting, shifting } from "./place";
import { steppedWeight } from "./weight";

const KEY_STEP = 0.1;

function goTo(id: string | undefined): void {
  if (id !== undefined) useBoardUi.setState({ active: id, wanted: id });
}

/** Up and down by what stands where on the page, since rows wrap. */
function goBeyond(board: Element, id: string, way: "up" | "down"): void {
  const boxes = boxesIn(board);
  const from = boxes.find((box) => box.id === id);
  if (from !== undefined) goTo(boxBeyond(boxes, from, way)?.id);
}

/** Along the order of the board: by `by` chips, or to an end of the chip's row or of the board. */
function goAlong(id: string, by: -1 | 1 | "row-start" | "row-end" | "board-start" | "board-end"): void {
  const board = currentBoard();
  if (board === undefined) return;
  const groups = arrange(blueprintOf(board).terms);
  const order = shownOrder(groups);
  if (typeof by === "number") {
    goTo(order[order.indexOf(id) + by]);
    return;
  }
  const row = groups.flatMap(({ rows }) => rows).find(({ terms }) => terms.some((term) => term.id === id));
  const ids = by.startsWith("row") ? (row?.terms.map((term) => term.id) ?? []) : order;
  goTo(by.endsWith("start") ? ids[0] : ids.at(-1));
}

function addBeside(id: string): void {
  const board = currentBoard();
  const term = board === undefined ? undefined : blueprintOf(board).terms.find((each) => each.id === id);
  if (term === undefined) return;
  setMode({ kind: "adding", group: groupOf(rowOf(term)), facet: term.facet });
}

const COMMANDS: { readonly [A in ChipAction]: (id: string, board: Element) => void } = {
  left: (id) => goAlong(id, -1),
  right: (id) => goAlong(id, 1),
  up: (id, board) => goBeyond(board, id, "up"),
  down: (id, board) => goBeyond(board, id, "down"),
  "row-start": (id) => goAlong(id, "row-start"),
  "row-end": (id) => goAlong(id, "row-end"),
  "board-start": (id) => goAlong(id, "board-start"),
  "board-end": (id) => goAlong(id, "board-end"),
  edit: (id) => setMode({ kind: "editing", id }),
  details: (id) => setMode({ kind: "details", id }),
  add: addBeside,
  heavier: (id) => setWeight(id, (weight) => steppedWeight(weight, KEY_STEP)),
  lighter: (id) => setWeight(id, (weight) => steppedWeight(weight, -KEY_STEP)),
  neutral: (id) => setWeight(id, () => 1),
  pin: togglePin,
  promote: promoteChip,
  exclude: toggleExclude,
  drop: dropChip,
  earlier: (id) => change(id, ({ terms }) => shifting(terms, id, -1)),
  later: (id) => change(id, ({ terms }) => shifting(terms, id, 1)),
  "facet-before": (id) => change(id, ({ terms }) => refaceting(terms, id, -1)),
  "facet-after": (id) => change(id, ({ terms }) => refaceting(terms, id, 1)),
};

/** Does to a chip what a key asks for; `board` is the element that holds all chips. */
export function runCommand(action: ChipAction, id: string, board: Element): void {
  COMMANDS[action](id, board);
}
