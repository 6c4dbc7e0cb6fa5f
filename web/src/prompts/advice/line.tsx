import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { useId } from "react";
import { focusTerm } from "../../state/focus";
import { currentBoard, dispatch, edit } from "../../state/store";
import { Button, buttonClass } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import type { Fix } from "./fixes";

const TONES = {
  /** Something asked for is not in the prompt as it was meant. */
  lost: { icon: TriangleAlert, color: "text-warn" },
  told: { icon: Info, color: "text-ink-3" },
  wording: { icon: CircleAlert, color: "text-accent" },
} as const;

export type Tone = keyof typeof TONES;

function run(fix: Fix, target: string): void {
  const board = currentBoard();
  if (fix.kind === "edit") edit(fix.edit);
  else if (board !== undefined) {
    dispatch({ type: "parameters-set", id: board.id, target, parameters: fix.settings });
  }
}

interface LineProps {
  readonly tone: Tone;
  /** Lights up with the line. */
  readonly termId: string | undefined;
  readonly fixes: readonly Fix[];
  /** Labels of buttons that may come, so that nothing moves when they do. */
  readonly expected?: readonly string[];
  /** The target whose settings a fix may change. */
  readonly target: string;
  readonly children: ReactNode;
}

/** One thing to know about a prompt, with what mends it. */
export function Line({ tone, termId, fixes, expected = [], target, children }: LineProps): JSX.Element {
  const { icon: Icon, color } = TONES[tone];
  const words = useId();
  return (
    <div
      className="flex flex-wrap items-start gap-x-2 gap-y-1 py-1.5"
      onPointerEnter={() => termId !== undefined && focusTerm(termId, "prompt")}
      onPointerLeave={() => focusTerm(null, null)}
    >
      <span className="flex min-w-40 flex-1 gap-2">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${color}`} />
        <span id={words}>{children}</span>
      </span>
      <span className="ml-6 flex flex-wrap gap-1">
        {fixes.map((fix) => (
          <Button
            key={fix.label}
            size="sm"
            className="max-lg:h-8"
            aria-describedby={words}
            onClick={() => run(fix, target)}
          >
            {fix.label}
          </Button>
        ))}
        {expected.map((label) => (
          <span
            key={label}
            aria-hidden
            className={classNames(buttonClass("plain", "sm"), "invisible max-lg:h-8")}
          >
            {label}
          </span>
        ))}
      </span>
    </div>
  );
}
