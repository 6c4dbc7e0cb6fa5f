import type { JSX } from "react";

/** A run of the source: UTF-16 offsets, end exclusive. */
export interface Marked {
  readonly start: number;
  readonly end: number;
}

/** The source as it was pasted, with the run that a warning is about marked. */
export function SourceText({
  text,
  marked,
}: {
  readonly text: string;
  readonly marked: Marked | null;
}): JSX.Element {
  const start = marked?.start ?? text.length;
  const end = marked?.end ?? text.length;
  return (
    <section aria-label="Source">
      <h3 className="mb-1 text-sm font-medium text-ink-2">Source</h3>
      <p
        className="max-h-32 overflow-y-auto rounded-md border border-line bg-s0 px-3 py-2 whitespace-pre-wrap"
        tabIndex={0}
      >
        {text.slice(0, start)}
        {marked === null ? null : (
          <mark className="rounded-sm bg-warn-soft text-warn outline outline-warn">
            {text.slice(start, end)}
          </mark>
        )}
        {text.slice(end)}
      </p>
    </section>
  );
}
