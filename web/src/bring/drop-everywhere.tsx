import { ImagePlus } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { lazy, Suspense } from "react";
import { useBringing } from "./bringing";
import { useDrop } from "./use-drop";
import { usePaste } from "./use-paste";

const BringDialog = lazy(async () => ({ default: (await import("./bring-dialog")).BringDialog }));

/** Lies over the page while files are dragged; what lies under it still gets the drop. */
function DropOverlay(): JSX.Element {
  return (
    <div className="pointer-events-none fixed inset-0 z-60 bg-s0/85 p-3">
      <div className="flex h-full w-full items-center justify-center rounded-2xl border-2 border-dashed border-accent p-4">
        <div className="flex flex-col items-center gap-2 rounded-xl bg-s1 px-8 py-6 text-center shadow-float">
          <ImagePlus aria-hidden className="size-8 text-accent" />
          <p className="text-lg font-semibold">Drop to bring it here</p>
          <p className="text-base text-ink-2">
            Pictures become boards; a board&rsquo;s file opens as it was saved.
          </p>
        </div>
      </div>
    </div>
  );
}

/** Takes files and pasted things wherever on the page they come. */
export function DropEverywhere({ children }: { readonly children: ReactNode }): JSX.Element {
  const over = useDrop();
  usePaste();
  const bringing = useBringing();
  return (
    <>
      {children}
      {bringing ? (
        <Suspense fallback={null}>
          <BringDialog />
        </Suspense>
      ) : null}
      {over ? <DropOverlay /> : null}
    </>
  );
}
