import type { JSX } from "react";
import { goTo } from "../shell/route";
import { dispatch, useWorkspace } from "../state/store";
import { Button } from "../ui/button";

/** Pictures that are still being described, and those that failed, in words; nothing where there are none. */
export function OnTheirWay(): JSX.Element {
  const arrivals = useWorkspace((workspace) => workspace.arrivals);
  const all = Object.values(arrivals);
  const failed = all.filter(({ state }) => state === "failed");
  const coming = all.length - failed.length;
  const [first] = failed;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2 empty:hidden"
    >
      {coming === 0 ? null : (
        <span>{coming === 1 ? "One picture is" : `${coming} pictures are`} being described.</span>
      )}
      {first === undefined ? null : (
        <span className="flex items-center gap-1 text-bad">
          {failed.length === 1
            ? `${first.name} could not be described.`
            : `${failed.length} pictures could not be described.`}
          <Button
            size="sm"
            look="quiet"
            onClick={() => {
              dispatch({ type: "chosen", id: first.id });
              goTo("board");
            }}
          >
            See why
          </Button>
        </span>
      )}
    </div>
  );
}
