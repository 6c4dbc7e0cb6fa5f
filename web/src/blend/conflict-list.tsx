import type { Blended, BlendInput, BlendMode } from "imprompt/core";
import { ArrowRightLeft, Info } from "lucide-react";
import type { JSX } from "react";
import { useMemo } from "react";
import { Button } from "../ui/button";
import { LETTERS } from "./blend-state";
import { changeBlend } from "./blend-store";
import type { Conflict, Turn } from "./outcome";
import { turnFor } from "./outcome";

const WAY_OUT: { readonly [K in BlendMode["mode"]]: string } = {
  facets: "The surer phrase stands.",
  weight: "The surer phrase stands; a larger share makes a picture's phrases surer.",
  auto: "The surer phrase stands. To decide it yourself, blend by facets.",
};

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

interface ConflictListProps {
  readonly blended: Blended;
  readonly inputs: readonly BlendInput[];
  readonly mode: BlendMode;
  /** The sources' board ids. */
  readonly sources: readonly string[];
}

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly turn: Turn | undefined;
  readonly sources: readonly string[];
}

function ConflictItem({ conflict, turn, sources }: ConflictItemProps): JSX.Element {
  const id = turn === undefined ? undefined : sources[turn.index];
  const Icon = conflict.lost.length === 0 ? Info : ArrowRightLeft;
  return (
    <li className="flex gap-2 rounded-md border border-line p-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="min-w-0">
        <p>{sentence(conflict.message)}</p>
        {turn === undefined || id === undefined ? null : (
          <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
            <Button
              size="sm"
              aria-label={`Keep the other: ${conflict.lost[0]?.text ?? ""}`}
              onClick={() => changeBlend({ type: "taken", facets: [turn.facet], id })}
            >
              Keep the other
            </Button>
            <span className="text-sm text-ink-3">
              takes {turn.facet} from {LETTERS[turn.index]}
            </span>
          </div>
        )}
      </div>
    </li>
  );
}

/** Where the sources contradict each other, in words, and what can be done about it. */
export function ConflictList({ blended, inputs, mode, sources }: ConflictListProps): JSX.Element {
  const { conflicts } = blended;
  const turns = useMemo(
    () => conflicts.map((conflict) => turnFor(conflict, blended, inputs, mode)),
    [conflicts, blended, inputs, mode],
  );
  if (conflicts.length === 0) return <p className="text-ink-2">Nothing contradicts anything.</p>;
  return (
    <>
      <ul className="flex flex-col gap-2">
        {conflicts.map((conflict, index) => (
          <ConflictItem key={conflict.message} conflict={conflict} turn={turns[index]} sources={sources} />
        ))}
      </ul>
      {conflicts.some(({ lost }) => lost.length > 0) ? (
        <p className="mt-2 text-sm text-ink-3">{WAY_OUT[mode.mode]}</p>
      ) : null}
    </>
  );
}
