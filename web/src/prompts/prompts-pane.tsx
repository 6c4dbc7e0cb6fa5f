import { ClipboardPaste, Rows3 } from "lucide-react";
import type { JSX } from "react";
import { lazy, memo, Suspense, useId, useState } from "react";
import type { Board } from "../state/board";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Panel } from "../ui/panel";
import { ExportMenu } from "./export/export-menu";
import { PromptView } from "./prompt-view";
import { useChosen } from "./targets/choice";
import { fetchTarget, idOf, useTarget } from "./targets/loaded";
import { TargetTabs } from "./targets/target-tabs";

const CompareDialog = lazy(async () => ({ default: (await import("./compare-dialog")).CompareDialog }));
const PasteDialog = lazy(async () => ({ default: (await import("./paste/paste-dialog")).PasteDialog }));

type Opened = "compare" | "paste" | null;

interface ActionsProps {
  /** The target shown. */
  readonly targetId: string;
  readonly onOpen: (opened: Opened) => void;
}

/** Not drawn anew with each edit. */
const Actions = memo(function Actions({ targetId, onOpen }: ActionsProps): JSX.Element {
  return (
    <>
      <IconButton icon={ClipboardPaste} label="Paste a prompt" onClick={() => onOpen("paste")} />
      <IconButton icon={Rows3} label="Compare targets" onClick={() => onOpen("compare")} />
      <ExportMenu targetId={targetId} />
    </>
  );
});

/** The board as a prompt for a target that the user chooses. */
export function PromptsPane({ board }: { readonly board: Board }): JSX.Element {
  const name = useChosen();
  const { target, state } = useTarget(name);
  const [opened, setOpened] = useState<Opened>(null);
  const panel = useId();
  const close = (open: boolean): void => setOpened(open ? opened : null);
  return (
    <Panel title="Prompt" actions={<Actions targetId={idOf(name)} onOpen={setOpened} />}>
      <TargetTabs current={idOf(name)} controls={panel} />
      <div
        id={panel}
        role="tabpanel"
        aria-label={`Prompt for ${idOf(name)}`}
        aria-busy={state === "loading"}
        className="mt-2"
      >
        {target === undefined && state === "loading" ? (
          <p role="status" className="min-h-40 text-ink-3">
            Loading
          </p>
        ) : null}
        {state === "failed" ? (
          <div role="alert" className="flex flex-wrap items-center gap-2 text-bad">
            <p>This target could not be loaded. Check that the server still runs.</p>
            <Button size="sm" onClick={() => void fetchTarget(name)}>
              Try again
            </Button>
          </div>
        ) : null}
        {target === undefined ? null : <PromptView board={board} target={target} />}
      </div>
      <Suspense fallback={null}>
        {opened === "compare" ? <CompareDialog board={board} open onOpenChange={close} /> : null}
        {opened === "paste" ? <PasteDialog board={board} open onOpenChange={close} /> : null}
      </Suspense>
    </Panel>
  );
}
