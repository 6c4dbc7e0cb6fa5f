import type { JSX } from "react";
import { memo } from "react";
import type { Origin } from "../state/board";
import { GRAMMAR_NAMES } from "../state/grammar-names";
import { dispatch, useWorkspace } from "../state/store";
import { Button } from "../ui/button";

/** A board by its id, as a way to it while it is open; what is not a board's id is a name already. */
function BoardLink({ of }: { readonly of: string }): JSX.Element {
  const name = useWorkspace(({ boards }) => boards[of]?.name);
  if (name === undefined) return <strong className="font-medium">{of}</strong>;
  return (
    <Button
      look="quiet"
      size="sm"
      className="!h-6 !px-0 underline underline-offset-2"
      onClick={() => dispatch({ type: "chosen", id: of })}
    >
      {name}
    </Button>
  );
}

function grammarName(grammar: string): string {
  return Object.entries(GRAMMAR_NAMES).find(([id]) => id === grammar)?.[1] ?? grammar;
}

interface OriginNoteProps {
  readonly origin: Origin;
}

/** How a board came to be, in words; nothing for one that its own picture made. */
export const OriginNote = memo(function OriginNote({ origin }: OriginNoteProps): JSX.Element | null {
  switch (origin.kind) {
    case "picture":
      return null;
    case "prompt":
      return <p>Taken apart from a prompt, read as: {grammarName(origin.grammar)}.</p>;
    case "file":
      return <p>Opened from a board file.</p>;
    case "recipe":
      return (
        <p>
          Filled in from the recipe <strong className="font-medium">{origin.of}</strong>.
        </p>
      );
    case "blend":
      return (
        <div>
          <p>Blended from:</p>
          <ul className="flex flex-wrap gap-x-3">
            {origin.of.map((of) => (
              <li key={of}>
                <BoardLink of={of} />
              </li>
            ))}
          </ul>
        </div>
      );
    case "variation":
      return (
        <div>
          <p>
            Variation of <BoardLink of={origin.of} />
            {origin.difference.length === 0 ? ", without a difference." : ". What differs:"}
          </p>
          <ul className="list-disc pl-5">
            {origin.difference.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      );
  }
});
