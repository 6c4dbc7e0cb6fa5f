import type { JSX } from "react";
import { useState } from "react";
import { focusTerm } from "../../state/focus";
import { edit } from "../../state/store";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/field";
import type { Change } from "./change";
import { together } from "./findings";

interface ChangeListProps {
  readonly changes: readonly Change[];
  /** Names the one step of the history. */
  readonly label: string;
  /** What is said when there is nothing to change. */
  readonly none: string;
}

function ChangeItem(props: {
  readonly change: Change;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}): JSX.Element {
  const { change, isChosen, onToggle } = props;
  const light = (id: string | undefined): void => focusTerm(id ?? null, id === undefined ? null : "prompt");
  return (
    <li>
      <label
        className="flex min-h-7 items-start gap-2 rounded-md px-1 py-1 hover:bg-s2 pointer-coarse:min-h-10"
        onPointerEnter={() => light(change.termId)}
        onPointerLeave={() => light(undefined)}
      >
        <Checkbox
          checked={isChosen}
          onChange={onToggle}
          onFocus={() => light(change.termId)}
          onBlur={() => light(undefined)}
          className="mt-0.5"
        />
        <span>
          {change.words}
          {change.why === undefined ? null : <span className="text-ink-2">: {change.why}</span>}
        </span>
      </label>
    </li>
  );
}

/** Changes with a box each, and a button that does the chosen ones as one step. */
export function ChangeList({ changes, label, none }: ChangeListProps): JSX.Element {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isChosen = ({ key, isDoubtful = false }: Change): boolean => turned.has(key) === isDoubtful;
  const chosen = changes.filter(isChosen);
  const toggle = (key: string): void => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const apply = (): void => {
    edit(together(label, chosen));
    focusTerm(null, null);
  };
  if (changes.length === 0) {
    return (
      <p role="status" className="text-ink-2">
        {none}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <ul className="max-h-80 overflow-y-auto">
        {changes.map((change) => (
          <ChangeItem
            key={change.key}
            change={change}
            isChosen={isChosen(change)}
            onToggle={() => toggle(change.key)}
          />
        ))}
      </ul>
      <div className="flex items-center gap-2">
        <Button look="primary" disabled={chosen.length === 0} className="pointer-coarse:h-10" onClick={apply}>
          {chosen.length === 1 ? "Apply 1 change" : `Apply ${chosen.length} changes`}
        </Button>
        <span className="text-sm text-ink-3">One step; Ctrl+Z takes it back.</span>
      </div>
    </div>
  );
}
