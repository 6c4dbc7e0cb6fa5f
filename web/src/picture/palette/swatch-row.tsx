import type { Swatch } from "imprompt/core";
import { Check, Ellipsis } from "lucide-react";
import type { JSX, KeyboardEvent } from "react";
import { memo, useEffect, useRef, useState } from "react";
import { copyText } from "../../ui/copy-button";
import { TextInput } from "../../ui/field";
import { Hint } from "../../ui/hint";
import { IconButton } from "../../ui/icon-button";
import type { MenuItem } from "../../ui/menu";
import { Menu } from "../../ui/menu";
import { shareWords } from "./palette-text";
import { inkOn } from "./swatch-ink";

interface SwatchRowProps {
  readonly swatch: Swatch;
  /** The board says the color already. */
  readonly said: boolean;
  /** The index is the swatch's place in the palette. */
  readonly index: number;
  readonly onRename: (index: number, name: string) => void;
  readonly onAdd: (swatch: Swatch) => void;
  readonly onDrop: (index: number) => void;
}

/** Copies a text; true for a moment after it has. */
function useCopied(): readonly [string | null, (text: string) => void] {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return undefined;
    const timer = setTimeout(() => setCopied(null), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, (text) => void copyText(text).then((done) => setCopied(done ? text : null))];
}

interface NameInputProps {
  readonly swatch: Swatch;
  readonly onDone: (name: string | null) => void;
}

function NameInput({ swatch: { hex, name }, onDone }: NameInputProps): JSX.Element {
  const [draft, setDraft] = useState(name);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    onDone(event.key === "Enter" ? draft : null);
  };
  return (
    <TextInput
      aria-label={`Name of ${hex}`}
      value={draft}
      autoFocus
      maxLength={80}
      className="!h-7"
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => onDone(draft)}
      onKeyDown={onKeyDown}
    />
  );
}

interface CopiedProps {
  readonly swatch: Swatch;
  readonly copied: string | null;
  readonly copy: (text: string) => void;
}

function HexButton({ swatch: { hex }, copied, copy }: CopiedProps): JSX.Element {
  const isCopied = copied === hex;
  return (
    <Hint text="Copy the hex value">
      <button
        type="button"
        aria-label={`Copy ${hex}`}
        onClick={() => copy(hex)}
        style={{ backgroundColor: hex, color: inkOn(hex) }}
        className="flex h-7 w-20 @max-[16rem]:w-[4.25rem] @max-[16rem]:text-xs shrink-0 items-center justify-center gap-1 rounded-md border border-line font-mono text-sm max-lg:h-10"
      >
        {isCopied ? <Check aria-hidden className="size-3.5" /> : null}
        {isCopied ? "Copied" : hex}
      </button>
    </Hint>
  );
}

function NameButton({ swatch: { name }, copied, copy }: CopiedProps): JSX.Element {
  const isCopied = copied === name;
  return (
    <Hint text="Copy the name">
      <button
        type="button"
        aria-label={`Copy the name ${name}`}
        onClick={() => copy(name)}
        className="flex min-h-7 max-w-full items-center gap-1 rounded-md px-1 text-left hover:bg-s2 max-lg:min-h-10"
      >
        {isCopied ? "Copied" : name}
        {isCopied ? <Check aria-hidden className="size-3.5 shrink-0" /> : null}
      </button>
    </Hint>
  );
}

/** A color: its hex value and its name, each copied by a click, its share, and what can be done with it. */
export const SwatchRow = memo(function SwatchRow(props: SwatchRowProps): JSX.Element {
  const { swatch, said, index, onRename, onAdd, onDrop } = props;
  const [isRenaming, setRenaming] = useState(false);
  const [copied, copy] = useCopied();
  const more = useRef<HTMLButtonElement>(null);
  const done = (name: string | null): void => {
    setRenaming(false);
    if (name !== null) onRename(index, name);
    more.current?.focus();
  };
  const items: readonly MenuItem[] = [
    {
      label: said ? "On the board already" : "Add to the board as a phrase",
      run: () => onAdd(swatch),
      disabled: said,
    },
    { label: "Rename", run: () => setRenaming(true) },
    "separator",
    { label: "Drop from the palette", run: () => onDrop(index), danger: true },
  ];
  const label = `More for ${swatch.name}`;
  return (
    <li className="relative flex min-h-8 items-center gap-2 @max-[16rem]:gap-1 max-lg:min-h-11">
      <HexButton swatch={swatch} copied={copied} copy={copy} />
      <div className="min-w-0 flex-1">
        {isRenaming ? (
          <NameInput swatch={swatch} onDone={done} />
        ) : (
          <NameButton swatch={swatch} copied={copied} copy={copy} />
        )}
      </div>
      <span className="shrink-0 text-sm text-ink-2 tabular-nums">{shareWords(swatch.share)}</span>
      <span role="status" className="sr-only">
        {copied === null ? "" : `Copied ${copied}`}
      </span>
      <Menu
        align="end"
        trigger={<IconButton ref={more} icon={Ellipsis} label={label} size="sm" className="max-lg:size-10" />}
        items={items}
      />
    </li>
  );
});
