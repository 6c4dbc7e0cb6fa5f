import { FACETS } from "imprompt/core";
import type { DragEvent } from "react";
import { placeChip } from "./actions";
import type { RowId } from "./arrange";
import { boxesIn, chipAt } from "./board-dom";
import { useBoardUi } from "./board-ui";
import { boxAfter } from "./navigate";

const TYPE = "application/x-imprompt-term";

type Over = NonNullable<ReturnType<typeof useBoardUi.getState>["drag"]>["over"];

function rowNamed(name: string | undefined): RowId | undefined {
  return name === "excluded" ? name : FACETS.find((facet) => facet === name);
}

/** Whether what is dragged is of those that are excluded: only these have a place among them. */
function isExcluded(id: string): boolean {
  return (
    document.querySelector(`[role="row"][data-row="excluded"] [data-frame="${CSS.escape(id)}"]`) !== null
  );
}

/** Where the chip would land: beside a chip of a row, at a bucket's leading facet, or in what has no chips. */
function overAt(event: DragEvent, id: string): Over {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
  const row = rowNamed(element?.dataset["row"]);
  if (element === null || row === undefined) return null;
  if (row === "excluded" && !isExcluded(id)) return { row, before: null, after: null };
  const isGroup = "group" in element.dataset;
  const chips = isGroup ? element.querySelector(`[role="row"][data-row="${row}"]`) : element;
  const boxes = chips === null ? [] : boxesIn(chips).filter((box) => box.id !== id);
  const before = isGroup ? null : boxAfter(boxes, event.clientX, event.clientY);
  return { row, before, after: before === null ? (boxes.at(-1)?.id ?? null) : null };
}

function onDragStart(event: DragEvent): void {
  const id = chipAt(event.target);
  if (id === null) return;
  event.dataTransfer.setData(TYPE, id);
  event.dataTransfer.effectAllowed = "move";
  useBoardUi.setState({ drag: { id, over: null } });
}

function onDragOver(event: DragEvent): void {
  const { drag } = useBoardUi.getState();
  if (drag === null) return;
  event.stopPropagation();
  const over = overAt(event, drag.id);
  if (over !== null) event.preventDefault();
  const { over: was } = drag;
  if (over?.row === was?.row && over?.before === was?.before && over?.after === was?.after) return;
  useBoardUi.setState({ drag: { ...drag, over } });
}

function onDrop(event: DragEvent): void {
  const { drag } = useBoardUi.getState();
  useBoardUi.setState({ drag: null });
  if (drag === null || drag.over === null) return;
  event.preventDefault();
  event.stopPropagation();
  const { row, before } = drag.over;
  placeChip(drag.id, { row, before });
}

function onDragEnd(): void {
  useBoardUi.setState({ drag: null });
}

/** Chips dragged by the mouse; touch moves them in their details. */
export const DRAG_EVENTS = { onDragStart, onDragOver, onDrop, onDragEnd };
