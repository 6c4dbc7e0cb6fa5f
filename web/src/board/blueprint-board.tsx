import type { Term } from "imprompt/core";
import type { JSX } from "react";
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { usePreferences } from "../state/preferences";
import { Announcer } from "./announcer";
import type { Group as GroupOfRows } from "./arrange";
import { arrange, shownOrder } from "./arrange";
import { chipElement } from "./board-dom";
import { calm, useBoardUi } from "./board-ui";
import { CHIP_EVENTS } from "./chip-events";
import { DRAG_EVENTS } from "./drag-events";
import { EvidenceLine } from "./evidence-line";
import { Group } from "./group";
import { Head } from "./head";
import { saidOf } from "./said";
import { useWheelWeight } from "./use-wheel-weight";

const ChipDetails = lazy(async () => ({ default: (await import("./chip-details")).ChipDetails }));

/** One chip can always be reached by Tab, and the keyboard goes where an edit sends it as soon as that is shown. */
function useRovingFocus(groups: readonly GroupOfRows[]): void {
  const wanted = useBoardUi((ui) => ui.wanted);
  useLayoutEffect(() => {
    const order = shownOrder(groups);
    const { active } = useBoardUi.getState();
    if (active === null || !order.includes(active)) useBoardUi.setState({ active: order[0] ?? null });
  }, [groups]);
  useLayoutEffect(() => {
    if (wanted === null) return;
    useBoardUi.setState({ wanted: null });
    const { mode } = useBoardUi.getState();
    if (mode.kind !== "rest") return;
    // Only where it is not yet: focusing what has the focus makes the browser lay out the page at once.
    const element = chipElement(wanted);
    if (element !== document.activeElement) element?.focus();
  }, [wanted]);
}

function Details(props: {
  readonly terms: readonly Term[];
  readonly out: ReadonlySet<string>;
}): JSX.Element | null {
  const wasOpened = useRef(false);
  const isOpen = useBoardUi(({ mode }) => mode.kind === "details");
  if (isOpen) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense fallback={null}>
      <ChipDetails {...props} />
    </Suspense>
  );
}

/** The recipe as chips, to be edited by pointer and by keyboard. */
export function BlueprintBoard({ board }: { readonly board: Board }): JSX.Element {
  const blueprint = blueprintOf(board);
  const { terms } = blueprint;
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  const groups = useMemo(() => arrange(terms), [terms]);
  const { out } = useMemo(() => saidOf(blueprint, minConfidence), [blueprint, minConfidence]);
  const chips = useRef<HTMLDivElement>(null);
  useRovingFocus(groups);
  useWheelWeight(chips);
  useEffect(() => calm, []);
  return (
    <div className="@container flex min-h-full flex-col gap-2">
      <Head board={board} minConfidence={minConfidence} out={out.size} />
      <div ref={chips} data-board className="flex flex-col gap-2" {...CHIP_EVENTS} {...DRAG_EVENTS}>
        {groups.map((group) => (
          <Group key={group.id} group={group} out={out} />
        ))}
      </div>
      <EvidenceLine terms={terms} out={out} />
      <Announcer history={board.history} />
      <Details terms={terms} out={out} />
    </div>
  );
}
