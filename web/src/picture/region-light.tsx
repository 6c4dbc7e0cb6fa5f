import type { Region, Term } from "imprompt/core";
import type { JSX } from "react";
import { memo, useEffect, useId } from "react";
import { focusTerm, useFocus } from "../state/focus";
import { DoubleStroke, type Extent } from "./overlays/overlay-drawing";

interface RegionsProps {
  readonly terms: readonly Term[];
}

function regionsOf({ evidence }: Term): readonly Region[] {
  return evidence.flatMap(({ region }) => (region === undefined ? [] : [region]));
}

/** Lights the parts of the picture that speak for the phrase in focus: the rest is dimmed, they are outlined. */
export function RegionLight({ terms, width, height }: RegionsProps & Extent): JSX.Element | null {
  const mask = useId();
  const termId = useFocus((focus) => focus.termId);
  const term = termId === null ? undefined : terms.find(({ id }) => id === termId);
  const regions = term === undefined ? [] : regionsOf(term);
  if (regions.length === 0) return null;
  const boxes = regions.map(({ x, y, width: across, height: down }) => {
    const [left, right] = [x * width, (x + across) * width];
    return `M${left} ${y * height}H${right}V${(y + down) * height}H${left}Z`;
  });
  return (
    <svg
      aria-hidden
      data-region-of={termId}
      viewBox={`0 0 ${width} ${height}`}
      className="pointer-events-none absolute inset-0 size-full"
    >
      <mask id={mask}>
        <rect width={width} height={height} fill="#ffffff" />
        <path d={boxes.join("")} fill="#000000" />
      </mask>
      <rect width={width} height={height} fillOpacity={0.6} mask={`url(#${mask})`} />
      <DoubleStroke d={boxes.join("")} width={2} />
    </svg>
  );
}

function leave(): void {
  if (useFocus.getState().from === "picture") focusTerm(null, null);
}

/** Where a pointer over the picture finds the phrases that were seen there; smaller places lie on larger ones. */
export const RegionAreas = memo(function RegionAreas({ terms }: RegionsProps): JSX.Element {
  useEffect(() => leave, []);
  const areas = terms
    .flatMap((term) =>
      regionsOf(term).map((region, index) => ({ key: `${term.id} ${index}`, id: term.id, region })),
    )
    .toSorted((a, b) => b.region.width * b.region.height - a.region.width * a.region.height);
  return (
    <span aria-hidden className="absolute inset-0">
      {areas.map(({ key, id, region }) => (
        <span
          key={key}
          style={{
            left: `${100 * region.x}%`,
            top: `${100 * region.y}%`,
            width: `${100 * region.width}%`,
            height: `${100 * region.height}%`,
          }}
          className="absolute"
          onPointerEnter={({ pointerType }) => {
            if (pointerType === "mouse") focusTerm(id, "picture");
          }}
          onPointerLeave={leave}
        />
      ))}
    </span>
  );
});
