import { ChevronRight } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { useId, useState } from "react";
import { classNames } from "../ui/class-names";

interface DisclosureProps {
  readonly title: string;
  /** At the right of the title, quietly. */
  readonly aside: string;
  readonly level: 2 | 3;
  readonly startsOpen?: boolean;
  /** Made only once it is open. */
  readonly children: () => ReactNode;
}

/** A heading that opens and closes what stands under it. */
export function Disclosure({
  title,
  aside,
  level,
  startsOpen = false,
  children,
}: DisclosureProps): JSX.Element {
  const [isOpen, setOpen] = useState(startsOpen);
  const content = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Heading>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={content}
          onClick={() => setOpen(!isOpen)}
          className={classNames(
            "flex w-full items-center gap-2 rounded-lg px-3 py-1 text-left text-base font-semibold hover:bg-s2",
            level === 2 ? "min-h-10" : "min-h-8 max-lg:min-h-10",
          )}
        >
          <ChevronRight
            aria-hidden
            className={classNames("size-4 transition-transform", isOpen && "rotate-90")}
          />
          {title}
          <span className="ml-auto text-sm font-normal text-ink-2">{aside}</span>
        </button>
      </Heading>
      <div id={content}>{isOpen ? children() : null}</div>
    </>
  );
}
