import { X } from "lucide-react";
import type { JSX } from "react";
import { dismiss, useNotices } from "../state/notices";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";

const TONE = { plain: "border-line", ok: "border-ok", bad: "border-bad" } as const;

/** The messages at the page's foot, read out as they come. */
export function Notices(): JSX.Element {
  const list = useNotices((notices) => notices.list);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-2 lg:bottom-4"
    >
      {list.map(({ id, tone, text, action }) => (
        <div
          key={id}
          className={`pointer-events-auto flex max-w-xl items-center gap-2 rounded-lg border-l-4 bg-s1 py-1 pr-1 pl-3 shadow-float ${TONE[tone]}`}
        >
          <p className="py-1">{text}</p>
          {action === undefined ? null : (
            <Button
              look="quiet"
              size="sm"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon={X} label="Dismiss" size="sm" onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
