import { Keyboard, Monitor, Moon, Redo2, Sun, Undo2 } from "lucide-react";
import type { JSX, MouseEvent } from "react";
import { lazy, Suspense, useCallback, useState } from "react";
import { BoardsMenu } from "../bring/boards-menu";
import { prefer, usePreferences } from "../state/preferences";
import { currentBoard, dispatch, useCurrentBoard } from "../state/store";
import { classNames } from "../ui/class-names";
import { IconButton } from "../ui/icon-button";
import { useKey } from "./keys";
import type { Screen } from "./route";
import { goTo, pathOf } from "./route";

const KeyMap = lazy(async () => ({ default: (await import("./key-map")).KeyMap }));

const NAMES: { readonly [S in Screen]: string } = { board: "Board", blend: "Blend", style: "Style" };

function Place({ screen, current }: { readonly screen: Screen; readonly current: Screen }): JSX.Element {
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(screen);
  };
  return (
    <a
      href={pathOf(screen)}
      onClick={go}
      aria-current={screen === current ? "page" : undefined}
      className={classNames(
        "rounded-md px-2 py-1 text-base font-medium sm:px-3",
        screen === current ? "bg-accent-soft text-accent-strong" : "text-ink-2 hover:bg-s2 hover:text-ink",
      )}
    >
      {NAMES[screen]}
    </a>
  );
}

function undo(): void {
  const board = currentBoard();
  if (board !== undefined) dispatch({ type: "undone", id: board.id });
}

function redo(): void {
  const board = currentBoard();
  if (board !== undefined) dispatch({ type: "redone", id: board.id });
}

function UndoRedo(): JSX.Element | null {
  const board = useCurrentBoard();
  useKey("Ctrl+Z", undo);
  useKey("Ctrl+Shift+Z", redo);
  useKey("Ctrl+Y", redo);
  if (board === undefined) return null;
  const { past, future } = board.history;
  const last = past.at(-1);
  const next = future[0];
  return (
    <>
      <IconButton
        icon={Undo2}
        label={last === undefined ? "Undo" : `Undo: ${last.words}`}
        keys="Ctrl+Z"
        disabled={last === undefined}
        onClick={undo}
      />
      <IconButton
        icon={Redo2}
        label={next === undefined ? "Redo" : `Redo: ${next.words}`}
        keys="Ctrl+Shift+Z"
        disabled={next === undefined}
        onClick={redo}
      />
    </>
  );
}

const THEMES = ["system", "light", "dark"] as const;
const THEME_ICON = { system: Monitor, light: Sun, dark: Moon } as const;

function ThemeButton(): JSX.Element {
  const theme = usePreferences((preferences) => preferences.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <IconButton
      icon={THEME_ICON[theme]}
      label={`Theme: ${theme}. Change to ${next}`}
      onClick={() => prefer({ theme: next })}
    />
  );
}

export function TopBar({ screen }: { readonly screen: Screen }): JSX.Element {
  const [keysOpen, setKeysOpen] = useState(false);
  useKey(
    "?",
    useCallback(() => setKeysOpen(true), []),
  );
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-s1 px-2 sm:gap-4 sm:px-4">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="imprompt, home">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span className="hidden text-md font-semibold tracking-tight sm:inline">imprompt</span>
      </a>
      <nav aria-label="Screens" className="flex gap-0.5">
        <Place screen="board" current={screen} />
        <Place screen="blend" current={screen} />
        <Place screen="style" current={screen} />
      </nav>
      <div className="ml-auto flex items-center gap-0.5">
        {screen === "board" ? <UndoRedo /> : null}
        <BoardsMenu />
        <span className="hidden sm:contents">
          <IconButton icon={Keyboard} label="Keys" keys="?" onClick={() => setKeysOpen(true)} />
        </span>
        <ThemeButton />
      </div>
      {keysOpen ? (
        <Suspense fallback={null}>
          <KeyMap open onOpenChange={setKeysOpen} />
        </Suspense>
      ) : null}
    </header>
  );
}
