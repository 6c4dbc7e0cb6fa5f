import { ChevronRight } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { useId } from "react";
import { create } from "zustand";
import { classNames } from "../ui/class-names";

/** Ids of what is open, over all boards, until the page is closed. */
const useOpen = create<{ readonly ids: readonly string[] }>()(() => ({ ids: [] }));

function toggle(id: string): void {
  useOpen.setState(({ ids }) => ({
    ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id],
  }));
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Beside the title: a count. */
  readonly aside?: string;
  readonly children: () => ReactNode;
}

/** A part of the pane that opens; what is in it is made only then. */
export function Section({ id, title, aside, children }: SectionProps): JSX.Element {
  const open = useOpen(({ ids }) => ids.includes(id));
  const content = useId();
  return (
    <section className="border-t border-line">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={content}
          onClick={() => toggle(id)}
          className="flex h-10 w-full items-center gap-1 rounded-md text-left text-base font-semibold hover:text-accent-strong"
        >
          <ChevronRight
            aria-hidden
            className={classNames("size-4 transition-transform", open && "rotate-90")}
          />
          {title}
          {aside === undefined ? null : (
            <span className="ml-auto text-sm font-normal text-ink-3">{aside}</span>
          )}
        </button>
      </h3>
      <div id={content} hidden={!open} className="pb-3">
        {open ? children() : null}
      </div>
    </section>
  );
}
