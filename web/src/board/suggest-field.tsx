import type { Facet } from "imprompt/core";
import type { JSX, KeyboardEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { classNames } from "../ui/class-names";
import { TextInput } from "../ui/field";
import type { Suggested } from "./suggest";
import { withSuggestion } from "./suggest";

interface SuggestFieldProps {
  readonly label: string;
  readonly typed: string;
  readonly suggestions: readonly Suggested[];
  readonly onType: (typed: string) => void;
  /** The facet is that of a suggestion; null where the words are the person's own. */
  readonly onAdd: (typed: string, facet: Facet | null) => void;
  readonly onClose: () => void;
}

interface ListProps extends Pick<SuggestFieldProps, "label" | "suggestions"> {
  readonly id: string;
  readonly at: number;
  readonly onTake: (suggested: Suggested) => void;
}

function SuggestionList({ id, label, suggestions, at, onTake }: ListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={`Suggestions: ${label}`}
      className="absolute inset-x-0 top-9 z-20 rounded-lg border border-line bg-s1 py-1 shadow-float"
    >
      {suggestions.map((suggested, index) => (
        <div
          key={`${suggested.facet} ${suggested.text}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggested)}
          className={classNames(
            "flex min-h-7 cursor-default items-center justify-between gap-4 px-3 hover:bg-s2 pointer-coarse:min-h-10",
            index === at && "bg-accent-soft",
          )}
        >
          <span>{suggested.text}</span>
          <span className="text-sm text-ink-3">{suggested.facet}</span>
        </div>
      ))}
    </div>
  );
}

/** A field with suggestions under it: arrows choose, Enter adds, Tab takes one into the field, Escape closes. */
export function SuggestField(props: SuggestFieldProps): JSX.Element {
  const { label, typed, suggestions, onType, onAdd, onClose } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(-1);
  const [hasFocus, setHasFocus] = useState(false);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const isOpen = hasFocus && suggestions.length > 0;
  const chosen = isOpen ? suggestions[at] : undefined;
  const add = (suggested: Suggested | undefined): void => {
    setAt(-1);
    if (suggested === undefined) onAdd(typed, null);
    else onAdd(withSuggestion(typed, suggested.text), typed.includes(",") ? null : suggested.facet);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const steps = suggestions.length + 1;
    if (event.key === "ArrowDown") setAt((now) => ((now + 2) % steps) - 1);
    else if (event.key === "ArrowUp") setAt((now) => ((now + 1 + steps - 1) % steps) - 1);
    else if (event.key === "Enter") add(chosen);
    else if (event.key === "Escape") onClose();
    else if (event.key === "Tab" && chosen !== undefined) onType(withSuggestion(typed, chosen.text));
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative min-w-48 flex-1">
      <TextInput
        ref={field}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        {...(chosen === undefined ? {} : { "aria-activedescendant": `${id}-list-${at}` })}
        placeholder={label}
        value={typed}
        onChange={({ target }) => {
          setAt(-1);
          onType(target.value);
        }}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <SuggestionList id={`${id}-list`} label={label} suggestions={suggestions} at={at} onTake={add} />
      ) : null}
    </div>
  );
}
