import type { Blueprint, Edit, Swatch } from "imprompt/core";
import { Copy } from "lucide-react";
import type { JSX } from "react";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import { blueprintOf } from "../../state/board";
import { notify } from "../../state/notices";
import { currentBoard, edit } from "../../state/store";
import { Button } from "../../ui/button";
import { copyText } from "../../ui/copy-button";
import { Menu } from "../../ui/menu";
import { Panel } from "../../ui/panel";
import { asCssVariables, asHexList, asJson, shareWords } from "./palette-text";
import { adding, dropping, isSaid, renaming } from "./swatch-edits";
import { SwatchRow } from "./swatch-row";

/** An edit that depends on what stands on the board by then. */
function editBy(make: (blueprint: Blueprint) => Edit | undefined): void {
  const board = currentBoard();
  const change = board === undefined ? undefined : make(blueprintOf(board));
  if (change !== undefined) edit(change);
}

function add(swatch: Swatch): void {
  editBy((blueprint) => adding(blueprint, swatch));
  notify({ tone: "ok", text: `Added ${swatch.name} to the board.` });
}

function rename(index: number, name: string): void {
  editBy(({ palette }) => renaming(palette, index, name));
}

interface PaletteProps {
  readonly palette: readonly Swatch[];
}

const FORMS = [
  { label: "As a list of hex values", write: asHexList },
  { label: "As CSS variables", write: asCssVariables },
  { label: "As JSON", write: asJson },
] as const;

const CopyAll = memo(function CopyAll({ palette }: PaletteProps): JSX.Element {
  const copy = async (text: string): Promise<void> => {
    if (await copyText(text)) notify({ tone: "ok", text: `Copied ${palette.length} colors.` });
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" size="sm" className="max-lg:h-10">
          <Copy aria-hidden className="size-3.5" />
          Copy all
        </Button>
      }
      items={FORMS.map(({ label, write }) => ({ label, run: () => void copy(write(palette)) }))}
    />
  );
});

/** The colors by their shares, as one bar. */
const Bar = memo(function Bar({ palette }: PaletteProps): JSX.Element {
  const told = palette.map(({ name, share }) => `${name} ${shareWords(share)}`).join(", ");
  return (
    <div
      role="img"
      aria-label={`Shares: ${told}`}
      className="flex h-6 overflow-hidden rounded-md border border-line"
    >
      {palette.map(({ hex, share }, index) => (
        <span key={`${hex} ${index}`} style={{ backgroundColor: hex, flexGrow: Math.max(share, 0.01) }} />
      ))}
    </div>
  );
});

/** The palette of a board: copied, named, thinned out, said. */
export function PalettePanel({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const { palette } = blueprint;
  const list = useRef<HTMLUListElement>(null);
  const [dropped, setDropped] = useState<number | null>(null);
  useEffect(() => {
    if (dropped === null) return;
    const rows = list.current?.children;
    const next = rows?.item(Math.min(dropped, rows.length - 1));
    next?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.focus();
    setDropped(null);
  }, [dropped]);
  const drop = useCallback((index: number): void => {
    editBy((now) => dropping(now.palette, index));
    setDropped(index);
  }, []);
  if (palette.length === 0) {
    return (
      <Panel title="Palette">
        <p className="text-ink-2">No colors. A board that comes from a picture or a style has a palette.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Palette" actions={<CopyAll palette={palette} />} className="@container">
      <Bar palette={palette} />
      <ul ref={list} className="mt-2 flex flex-col">
        {palette.map((swatch, index) => (
          <SwatchRow
            key={`${swatch.hex} ${index}`}
            swatch={swatch}
            said={isSaid(blueprint, swatch)}
            index={index}
            onAdd={add}
            onRename={rename}
            onDrop={drop}
          />
        ))}
      </ul>
    </Panel>
  );
}
