import { Check, Circle, LoaderCircle } from "lucide-react";
import type { JSX } from "react";
import type { Arrival } from "../state/workspace";
import { classNames } from "../ui/class-names";
import { foundIn, stageNamed, stagesOf, standOf, stepNow, stepsOf } from "./arrival-stages";

/** The stages that a picture goes through, with what each has found. */
export function ArrivalProgress({ arrival }: { readonly arrival: Arrival }): JSX.Element {
  const stages = stagesOf(arrival);
  const next = arrival.state === "working" ? stepNow(stages) : undefined;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className={arrival.state === "waiting" ? "text-md font-medium" : "sr-only"}>
        {standOf(arrival)}
      </p>
      <ol className="flex flex-col gap-1.5" aria-label="Stages">
        {stepsOf(stages).map(({ stage, words }) => {
          const found = stageNamed(stages, stage);
          const now = next?.stage === stage;
          const Icon = now ? LoaderCircle : found !== undefined ? Check : Circle;
          return (
            <li
              key={stage}
              aria-current={now ? "step" : undefined}
              className={classNames(
                "flex items-center gap-2",
                found === undefined && !now ? "text-ink-3" : "text-ink",
              )}
            >
              <Icon
                aria-hidden
                className={classNames(
                  "size-4 shrink-0",
                  found !== undefined && !now && "text-ok",
                  now && "animate-spin text-accent",
                )}
              />
              <span>{words}</span>
              {found === undefined ? null : (
                <span className="ml-auto text-right text-sm text-ink-3">{foundIn(found)}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
