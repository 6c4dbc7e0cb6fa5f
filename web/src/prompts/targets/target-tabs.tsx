import { ChevronDown } from "lucide-react";
import type { JSX } from "react";
import { lazy, memo, Suspense, useState } from "react";
import { Button } from "../../ui/button";
import { Popover } from "../../ui/popover";
import { Tabs } from "../../ui/tabs";
import { chooseTargetId, useFavourites } from "./choice";

const TargetFinder = lazy(async () => ({ default: (await import("./target-finder")).TargetFinder }));

interface TargetTabsProps {
  /** The id of the target that is shown. */
  readonly current: string;
  readonly controls: string;
}

/** A tab for each favorite and for the target shown, and the way to all others. */
export const TargetTabs = memo(function TargetTabs({ current, controls }: TargetTabsProps): JSX.Element {
  const favourites = useFavourites();
  const [open, setOpen] = useState(false);
  const shown = favourites.includes(current) ? favourites : [...favourites, current];
  return (
    <div className="flex flex-wrap items-center gap-0.5">
      <Tabs
        label="Targets"
        tabs={shown.map((id) => ({ id, label: id }))}
        current={current}
        onChoose={chooseTargetId}
        controls={controls}
        className="flex-wrap"
      />
      <Popover
        title="Targets"
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button look="quiet">
            More targets
            <ChevronDown aria-hidden className="size-3.5" />
          </Button>
        }
      >
        <Suspense
          fallback={
            <p role="status" className="h-96 w-[min(24rem,calc(100vw-2.5rem))]">
              Loading
            </p>
          }
        >
          <TargetFinder current={current} onDone={() => setOpen(false)} />
        </Suspense>
      </Popover>
    </div>
  );
});
