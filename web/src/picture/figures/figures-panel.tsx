import type { JSX } from "react";
import { lazy, memo, Suspense } from "react";
import type { Facts } from "../../state/board";
import { Disclosure } from "../disclosure";

const FiguresList = lazy(async () => ({ default: (await import("./figures-list")).FiguresList }));

interface FiguresPanelProps {
  readonly measurements: Facts["measurements"];
}

/** The measured numbers, closed until they are asked for. */
export const FiguresPanel = memo(function FiguresPanel({
  measurements,
}: FiguresPanelProps): JSX.Element | null {
  const count = Object.keys(measurements).length;
  if (count === 0) return null;
  return (
    <section aria-label="Figures" className="rounded-lg border border-line bg-s1">
      <Disclosure title="Figures" aside={`${count} measurements`} level={2}>
        {() => (
          <Suspense fallback={<p className="px-3 pb-3 text-ink-3">Loading</p>}>
            <FiguresList measurements={measurements} />
          </Suspense>
        )}
      </Disclosure>
    </section>
  );
});
