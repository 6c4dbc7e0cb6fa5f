import type { JSX } from "react";
import { useState } from "react";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import type { Range } from "./figures";
import { numberOf, placeOf } from "./figures";

const FIRST = 6;

function percent(place: number): string {
  return `${Math.round(place * 1000) / 10}%`;
}

/** The figure's scale, the stretch that the references lie in, and a line for each of them. */
function Track({ range }: { readonly range: Range }): JSX.Element {
  const { figure, spread, values } = range;
  const [from, to] = [placeOf(figure, spread.min), placeOf(figure, spread.max)];
  return (
    <div aria-hidden className="relative h-4">
      <div className="absolute inset-x-0 top-1.5 h-1 rounded-full bg-s3" />
      <div
        className="absolute top-1.5 h-1 min-w-px rounded-full bg-accent"
        style={{ left: percent(from), width: percent(to - from) }}
      />
      {values.map(({ name, value }, at) => (
        <div
          key={`${name} ${at}`}
          title={`${name}: ${numberOf(figure, value)}`}
          className="absolute top-0.5 h-3 w-0.5 -translate-x-1/2 rounded-full bg-ink"
          style={{ left: percent(placeOf(figure, value)) }}
        />
      ))}
    </div>
  );
}

function RangeItem({ range }: { readonly range: Range }): JSX.Element {
  const { figure, spread, values } = range;
  const [lowest, highest] = [values[0], values.at(-1)];
  const apart = spread.max > spread.min && lowest !== undefined && highest !== undefined;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">{figure.title}</h3>
        <p className="text-sm text-ink-2 tabular-nums">
          {apart
            ? `${numberOf(figure, spread.min)} to ${numberOf(figure, spread.max)} ${figure.unit}, middle ${numberOf(figure, spread.median)}`
            : `${numberOf(figure, spread.min)} ${figure.unit} in all`}
        </p>
      </div>
      <Track range={range} />
      {apart ? (
        <p className="text-sm text-ink-3">
          least in {lowest.name}, most in {highest.name}
        </p>
      ) : null}
    </li>
  );
}

/** How far the references differ in what was measured, most first. */
export function SpreadPanel({ ranges }: { readonly ranges: readonly Range[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? ranges : ranges.slice(0, FIRST);
  return (
    <Panel
      title="Spread"
      actions={
        ranges.length <= FIRST ? null : (
          <Button size="sm" look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Only the widest" : `All ${ranges.length} figures`}
          </Button>
        )
      }
    >
      {ranges.length === 0 ? (
        <p className="text-ink-2">Nothing was measured on two of these boards: only pictures have figures.</p>
      ) : (
        <ul aria-label="Figures that vary" className="divide-y divide-line">
          {shown.map((range) => (
            <RangeItem key={range.figure.id} range={range} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
