import type { Target } from "imprompt/core";
import { TARGET_IDS, UNIT_NAMES } from "imprompt/core";
import type { JSX } from "react";
import { useEffect, useId, useState } from "react";
import type { Board } from "../state/board";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { Tabs } from "../ui/tabs";
import { pastedFor } from "./export/prompts-of";
import { nameOfId, useFavourites } from "./targets/choice";
import { capabilitiesOf } from "./targets/groups";
import { targetsOf } from "./targets/loaded";
import { StatusBadge } from "./targets/status-badge";

type Scope = "favorites" | "all";

const SCOPES = [
  { id: "favorites", label: "Favorites" },
  { id: "all", label: "All targets" },
] as const;

function TargetRow({ board, target }: { readonly board: Board; readonly target: Target }): JSX.Element {
  const { title, prompt, pasted } = pastedFor(board, target);
  const { budget, negative } = prompt;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{title}</h3>
        <StatusBadge status={capabilitiesOf(target).status} />
        <span className="text-sm text-ink-3 tabular-nums">
          {budget.used} of {budget.max.toLocaleString("en-US")} {UNIT_NAMES[budget.unit]}
        </span>
        <span className="ml-auto flex gap-1">
          <CopyButton
            size="sm"
            label="Copy"
            aria-label={`Copy the ${title} prompt`}
            text={() => prompt.text}
          />
          {pasted === prompt.text ? null : (
            <CopyButton size="sm" label="Copy all" aria-label={`Copy all for ${title}`} text={() => pasted} />
          )}
        </span>
      </div>
      <p className="mt-1 break-words whitespace-pre-wrap">
        {prompt.text === "" ? "Nothing to say yet." : prompt.text}
      </p>
      {negative === null || negative === "" ? null : (
        <p className="mt-1 text-ink-2">
          <span className="font-medium">Negative: </span>
          {negative}
        </p>
      )}
    </li>
  );
}

interface CompareDialogProps {
  readonly board: Board;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The board's prompts one under the other, so that a person sees how the targets differ. */
export function CompareDialog({ board, open, onOpenChange }: CompareDialogProps): JSX.Element {
  const favourites = useFavourites();
  const [scope, setScope] = useState<Scope>(favourites.length === 0 ? "all" : "favorites");
  const [targets, setTargets] = useState<readonly Target[]>([]);
  const panel = useId();
  const ids = (scope === "all" ? TARGET_IDS : favourites).join(" ");
  useEffect(() => {
    let current = true;
    const names = ids
      .split(" ")
      .filter((id) => id !== "")
      .map(nameOfId);
    void targetsOf(names).then((found) => {
      if (current) setTargets(found);
    });
    return () => {
      current = false;
    };
  }, [ids]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      wide
      title="Compare prompts"
      description="The same board, as each target wants it said."
    >
      <Tabs label="Targets to compare" tabs={SCOPES} current={scope} onChoose={setScope} controls={panel} />
      <div id={panel} role="tabpanel" aria-label="Prompts" tabIndex={0} className="min-h-[50vh]">
        <ul className="divide-y divide-line">
          {targets.map((target) => (
            <TargetRow key={target.dialect.id} board={board} target={target} />
          ))}
        </ul>
        {scope === "favorites" && favourites.length === 0 ? (
          <p className="py-6 text-ink-2">Mark targets with the star to compare them here.</p>
        ) : null}
      </div>
    </Dialog>
  );
}
