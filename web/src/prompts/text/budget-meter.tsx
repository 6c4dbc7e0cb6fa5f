import type { BudgetUnit, Capabilities, Prompt } from "imprompt/core";
import { countText, ESTIMATED_UNITS, UNIT_NAMES } from "imprompt/core";
import type { JSX } from "react";
import { classNames } from "../../ui/class-names";

interface BarProps {
  readonly label: string;
  readonly used: number;
  readonly max: number;
  readonly unit: BudgetUnit;
  /** Drawn on the bar where it lies within. */
  readonly mark?: number;
  readonly note?: string;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}

function Bar({ label, used, max, unit, mark, note }: BarProps): JSX.Element {
  const over = used > max;
  const words = `${number(used)} of ${number(max)} ${UNIT_NAMES[unit]}${over ? ", more than advised" : ""}`;
  const share = Math.min(1, used / max);
  return (
    <div className="flex flex-col gap-0.5">
      <div className="flex items-baseline justify-between gap-2 text-sm text-ink-2">
        <span>{label}</span>
        <span className={classNames("tabular-nums", over && "font-medium text-warn")}>
          {words}
          {note === undefined ? null : <span className="text-ink-3">{note}</span>}
        </span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(used, max)}
        aria-valuetext={words}
        className="relative h-1.5 overflow-hidden rounded-full bg-s3"
      >
        <div
          className={classNames("h-full origin-left rounded-full", over ? "bg-warn" : "bg-accent")}
          style={{ transform: `scaleX(${share})` }}
        />
        {mark === undefined || mark >= max ? null : (
          <div className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `${(mark / max) * 100}%` }} />
        )}
      </div>
    </div>
  );
}

/** How much of the target's room the prompt takes, and of what its makers or users advise. */
export function BudgetMeter(props: {
  readonly prompt: Prompt;
  readonly capabilities: Capabilities;
}): JSX.Element {
  const { prompt, capabilities } = props;
  const { unit, used, max } = prompt.budget;
  const { recommended } = capabilities.budget;
  const same = recommended?.unit === unit;
  const start = Math.min(...prompt.spans.map((span) => span.start));
  const end = Math.max(...prompt.spans.map((span) => span.end));
  return (
    <div className="flex flex-col gap-2">
      <Bar
        label="Length"
        used={used}
        max={max}
        unit={unit}
        {...(ESTIMATED_UNITS.includes(unit) ? { note: ", estimated" } : {})}
        {...(same ? { mark: recommended.max } : {})}
      />
      {recommended === undefined || same ? null : (
        <Bar
          label="Advised"
          used={prompt.spans.length === 0 ? 0 : countText(prompt.text.slice(start, end), recommended.unit)}
          max={recommended.max}
          unit={recommended.unit}
        />
      )}
    </div>
  );
}
