import type { Term } from "imprompt/core";
import type { JSX, KeyboardEvent } from "react";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { dropChip } from "./actions";
import { rest } from "./board-ui";

/** Stands in a chip's place when its words were deleted. */
export function DropQuestion({ term }: { readonly term: Term }): JSX.Element {
  const drop = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    drop.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    rest(term.id);
  };
  return (
    <span
      role="gridcell"
      onKeyDown={onKeyDown}
      className="inline-flex min-h-7 max-w-full flex-wrap items-center gap-1 rounded-md border border-accent bg-s1 pl-2 text-base"
    >
      <span>Drop “{term.text}”?</span>
      <Button ref={drop} look="danger" size="sm" onClick={() => dropChip(term.id)}>
        Drop
      </Button>
      <Button look="quiet" size="sm" onClick={() => rest(term.id)}>
        Keep
      </Button>
    </span>
  );
}
