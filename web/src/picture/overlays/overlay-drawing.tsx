import type { JSX } from "react";
import { memo } from "react";
import { arrowEnds } from "./arrow-ends";
import { areaOf, contours, smooth } from "./contours";
import type { Drawing } from "./overlay";

/** The picture's sides in units of the drawing. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

interface StrokeProps {
  readonly d: string;
  readonly width?: number;
  readonly dash?: string;
}

/** A light stroke on a dark one: seen on any picture. Widths are screen pixels at any size of the picture. */
export function DoubleStroke({ d, width = 1.5, dash }: StrokeProps): JSX.Element {
  const line = {
    d,
    fill: "none",
    vectorEffect: "non-scaling-stroke",
    strokeLinejoin: "round",
    strokeLinecap: "round",
  } as const;
  return (
    <>
      <path {...line} stroke="#000000" strokeOpacity={0.7} strokeWidth={width + 2.5} />
      <path
        {...line}
        stroke="#ffffff"
        strokeWidth={width}
        {...(dash === undefined ? {} : { strokeDasharray: dash })}
      />
    </>
  );
}

function Cross({
  x,
  y,
  size,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): JSX.Element {
  return <DoubleStroke d={`M${x - size} ${y}H${x + size}M${x} ${y - size}V${y + size}`} />;
}

type Of<Kind extends Drawing["kind"]> = Extent & { readonly drawing: Drawing & { readonly kind: Kind } };

function Thirds({ width, height }: Extent): JSX.Element {
  const lines = [1 / 3, 2 / 3].map((at) => `M${width * at} 0V${height}M0 ${height * at}H${width}`);
  return <DoubleStroke d={lines.join("")} width={1} />;
}

/** The outlines at half and at three quarters of the peak; what lies outside the wider one is dimmed. */
function AttentionMap({ width, height, drawing: { grid, peak, x, y } }: Of<"map">): JSX.Element {
  const speck = 0.3 / grid.flat().length;
  const loopsAt = (level: number): string =>
    contours(grid, level)
      .filter((loop) => areaOf(loop) > speck)
      .map(
        (loop) =>
          `M${smooth(loop)
            .map((point) => `${(point.x * width).toFixed(1)} ${(point.y * height).toFixed(1)}`)
            .join("L")}Z`,
      )
      .join("");
  const wide = loopsAt(0.5 * peak);
  return (
    <>
      <path d={`M0 0H${width}V${height}H0Z${wide}`} fill="#000000" fillOpacity={0.4} fillRule="evenodd" />
      <DoubleStroke d={wide} />
      <DoubleStroke d={loopsAt(0.75 * peak)} dash="3 3" />
      <Cross x={x * width} y={y * height} size={14} />
    </>
  );
}

/** Corner brackets, so that the box hides little of what it frames. */
function SubjectBox({ width, height, drawing: { box, x, y } }: Of<"box">): JSX.Element {
  const left = box.x * width + 3;
  const top = box.y * height + 3;
  const right = (box.x + box.width) * width - 3;
  const bottom = (box.y + box.height) * height - 3;
  const arm = Math.min(60, (right - left) / 3, (bottom - top) / 3);
  const corners = [
    `M${left} ${top + arm}V${top}H${left + arm}`,
    `M${right - arm} ${top}H${right}V${top + arm}`,
    `M${right} ${bottom - arm}V${bottom}H${right - arm}`,
    `M${left + arm} ${bottom}H${left}V${bottom - arm}`,
  ];
  return (
    <>
      <DoubleStroke d={corners.join("")} width={2.5} />
      <Cross x={x * width} y={y * height} size={14} />
    </>
  );
}

function HorizonLine({ width, height, drawing: { y, tilt, sure } }: Of<"line">): JSX.Element {
  const rise = (Math.tan((tilt * Math.PI) / 180) * width) / 2;
  const d = `M0 ${y * height - rise}L${width} ${y * height + rise}`;
  return <DoubleStroke d={d} width={2} {...(sure ? {} : { dash: "8 6" })} />;
}

function LightArrow({ drawing, ...extent }: Of<"arrow">): JSX.Element {
  const { dx, dy, sure } = drawing;
  const { from, to } = arrowEnds(drawing, extent);
  const head = 0.06 * Math.min(extent.width, extent.height);
  const wing = (side: number): string =>
    `M${to.x - head * (dx + side * 0.6 * dy)} ${to.y - head * (dy - side * 0.6 * dx)}L${to.x} ${to.y}`;
  return (
    <>
      <DoubleStroke
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        width={2.5}
        {...(sure ? {} : { dash: "8 6" })}
      />
      <DoubleStroke d={`${wing(1)}${wing(-1)}`} width={2.5} />
      <DoubleStroke d={`M${from.x} ${from.y}h0.01`} width={14} />
    </>
  );
}

interface OverlayDrawingProps extends Extent {
  readonly drawing: Drawing;
}

/** One overlay, in the units of the picture's extent. */
export const OverlayDrawing = memo(function OverlayDrawing({
  drawing,
  ...extent
}: OverlayDrawingProps): JSX.Element {
  switch (drawing.kind) {
    case "thirds":
      return <Thirds {...extent} />;
    case "map":
      return <AttentionMap {...extent} drawing={drawing} />;
    case "box":
      return <SubjectBox {...extent} drawing={drawing} />;
    case "line":
      return <HorizonLine {...extent} drawing={drawing} />;
    case "arrow":
      return <LightArrow {...extent} drawing={drawing} />;
  }
});
