import { Pencil } from "lucide-react";
import type { JSX, KeyboardEvent } from "react";
import { memo, useEffect, useRef, useState } from "react";
import { dispatch } from "../state/store";
import { TextInput } from "../ui/field";
import { IconButton } from "../ui/icon-button";

interface BoardNameProps {
  readonly id: string;
  readonly name: string;
}

/** The board's name, renamed in place: Enter and leaving keep it, Escape does not. */
export const BoardName = memo(function BoardName({ id, name }: BoardNameProps): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    if (draft !== null || !isDone.current) return;
    isDone.current = false;
    pencil.current?.focus();
  }, [draft]);
  const keep = (): void => {
    const next = draft?.trim() ?? "";
    if (next !== "" && next !== name) dispatch({ type: "renamed", id, name: next });
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    isDone.current = true;
    if (event.key === "Enter") keep();
    else setDraft(null);
  };
  if (draft !== null) {
    return (
      <TextInput
        aria-label="Name of the board"
        value={draft}
        autoFocus
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
        className="text-md font-semibold"
      />
    );
  }
  return (
    <div className="flex min-h-8 items-center gap-1">
      <h2 className="min-w-0 text-md font-semibold">{name}</h2>
      <IconButton
        ref={pencil}
        icon={Pencil}
        label="Rename the board"
        size="sm"
        className="max-lg:size-10"
        onClick={() => setDraft(name)}
      />
    </div>
  );
});
