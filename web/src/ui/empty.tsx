import type { LucideIcon } from "lucide-react";
import type { JSX, ReactNode } from "react";

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do about it. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** Where there is nothing yet: what belongs here and how it comes. */
export function Empty({ icon: Icon, title, text, children }: EmptyProps): JSX.Element {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <Icon aria-hidden className="size-6 text-ink-3" />
      <p className="text-md font-medium">{title}</p>
      <p className="max-w-md text-base text-ink-2">{text}</p>
      {children}
    </div>
  );
}
