import type { CSSProperties, JSX } from "react";
import { memo } from "react";
import { usePreferences } from "../../state/preferences";
import { arrowEnds } from "./arrow-ends";
import type { Drawing, OverlayStates } from "./overlay";
import { OVERLAYS } from "./overlay";
import type { Extent } from "./overlay-drawing";
import { OverlayDrawing } from "./overlay-drawing";

const percent = (share: number): string => `${100 * share}%`;

/** Where a drawing's label stands: beside it, inside the picture. */
function labelPlace(drawing: Drawing, { width, height }: Extent): CSSProperties {
  switch (drawing.kind) {
    case "line": {
      const end = drawing.y - (Math.tan((drawing.tilt * Math.PI) / 180) * width) / height / 2;
      return end > 0.15
        ? { left: 6, bottom: percent(1 - end + 0.015) }
        : { left: 6, top: percent(end + 0.015) };
    }
    case "box":
      return {
        left: percent(Math.min(0.8, drawing.box.x + 0.015)),
        top: percent(Math.min(0.9, drawing.box.y + 0.02)),
      };
    case "arrow": {
      const { from } = arrowEnds(drawing, { width, height });
      const [x, y] = [from.x / width, from.y / height];
      return {
        left: percent(x),
        top: percent(y),
        translate: `${-100 * x}% ${y < 0.5 ? "12px" : "calc(-100% - 12px)"}`,
      };
    }
    case "thirds":
    case "map":
      return {};
  }
}

interface OverlayLayerProps extends Extent {
  readonly states: OverlayStates;
}

/** The chosen overlays over the picture; decoration to assistive technology, which is told in words. */
export const OverlayLayer = memo(function OverlayLayer(props: OverlayLayerProps): JSX.Element | null {
  const { states, width, height } = props;
  const active = usePreferences(({ overlays }) => overlays);
  const shown = OVERLAYS.flatMap(({ id }) => {
    const state = states[id];
    return state.has && active.includes(id) ? [{ id, ...state }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <svg viewBox={`0 0 ${width} ${height}`} className="absolute inset-0 size-full">
        {shown.map(({ id, drawing }) => (
          <OverlayDrawing key={id} drawing={drawing} width={width} height={height} />
        ))}
      </svg>
      {shown.map(({ id, label, drawing }) =>
        label === "" ? null : (
          <span
            key={id}
            style={labelPlace(drawing, { width, height })}
            className="absolute rounded bg-black/75 px-1.5 text-xs font-medium whitespace-nowrap text-white"
          >
            {label}
          </span>
        ),
      )}
    </div>
  );
});
