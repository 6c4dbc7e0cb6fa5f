import type { JSX } from "react";
import { BOARD_KEYS } from "../board/board-keys";
import { PICTURE_KEYS } from "../picture/picture-keys";
import { PROMPT_KEYS } from "../prompts/prompt-keys";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import type { KeyGroup } from "./keys";

const PAGE_KEYS: KeyGroup = {
  title: "Everywhere",
  bindings: [
    { keys: "Ctrl+Z", what: "Undo" },
    { keys: "Ctrl+Shift+Z", what: "Redo" },
    { keys: "Ctrl+Y", what: "Redo" },
    { keys: "Ctrl+V", what: "Bring a picture or a prompt from the clipboard" },
    { keys: "Ctrl+Enter", what: "Make a board of the prompt that is being written" },
    { keys: "?", what: "This map" },
  ],
};

const STRIP_KEYS: KeyGroup = {
  title: "The strip of boards",
  bindings: [
    { keys: "←", what: "The board before" },
    { keys: "→", what: "The next board" },
    { keys: "Home", what: "The first board" },
    { keys: "End", what: "The last board" },
    { keys: "Delete", what: "Close the board" },
  ],
};

interface KeyMapProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every key that the studio listens to. */
export function KeyMap({ open, onOpenChange }: KeyMapProps): JSX.Element {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="Ctrl is the command key on a Mac."
      wide
    >
      {/* Holds the keyboard, so that it can be scrolled by it. */}
      <div role="group" aria-label="All keys" tabIndex={0} className="grid gap-6 rounded-md sm:grid-cols-2">
        {[PAGE_KEYS, STRIP_KEYS, PICTURE_KEYS, ...BOARD_KEYS, PROMPT_KEYS].map(({ title, bindings }) => (
          <section key={title}>
            <h3 className="mb-1 text-sm font-semibold text-ink-2">{title}</h3>
            <dl className="divide-y divide-line">
              {bindings.map(({ keys, what }) => (
                <div key={keys} className="flex items-center justify-between gap-4 py-1">
                  <dd>{what}</dd>
                  <dt>
                    <Kbd keys={keys} />
                  </dt>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
