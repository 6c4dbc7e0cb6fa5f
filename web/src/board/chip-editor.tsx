import type { JSX, KeyboardEvent } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import { rewordChip } from "./actions";
import { rest, setMode } from "./board-ui";

interface ChipEditorProps {
  readonly id: string;
  readonly text: string;
}

/** The chip's words as a field of the same size: Enter saves, Escape leaves, no words ask whether it shall go. */
export function ChipEditor({ id, text }: ChipEditorProps): JSX.Element {
  const [words, setWords] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const save = (keepsFocus: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    if (words.trim() === "") {
      setMode({ kind: "dropping", id });
      return;
    }
    rest(keepsFocus ? id : null);
    if (words !== text) rewordChip(id, words);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Enter") {
      event.preventDefault();
      save(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      isDone.current = true;
      rest(id);
    }
  };
  return (
    <span className="relative inline-grid min-w-16 pointer-coarse:text-[1rem]">
      <span aria-hidden className="invisible py-0.5 pr-2 pl-1.5 whitespace-pre-wrap pointer-coarse:py-2">
        {`${words} `}
      </span>
      <textarea
        ref={field}
        rows={1}
        aria-label={`Words of ${text}`}
        value={words}
        onChange={({ target }) => setWords(target.value.replaceAll("\n", " "))}
        onKeyDown={onKeyDown}
        onBlur={() => save(false)}
        spellCheck={false}
        className="absolute inset-0 resize-none overflow-hidden rounded-r-md bg-transparent py-0.5 pr-2 pl-1.5 outline-2 outline-accent pointer-coarse:py-2"
      />
    </span>
  );
}
