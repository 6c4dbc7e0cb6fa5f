import type { SvgTag } from "./scan-tags.js";

/** CSS pixels in a unit. @source CSS Values and Units 3, absolute lengths; em and ex at the usual 16 px font */
const PIXELS_IN: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/** Size of a replaced element that states none. @source CSS 2.2, 10.3.2 */
const UNSTATED = { width: 300, height: 150 };

export interface SvgSize {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string | undefined;
}

/**
 * Size in CSS pixels of the drawing that a root tag opens: its width and height; a missing or relative one from
 * the ratio of the view box; both missing, the view box itself; nothing stated, 300 x 150.
 */
export function svgSize(root: SvgTag): SvgSize {
  const value = (name: string) => root.attributes.find((attribute) => attribute.name === name)?.value;
  const width = pixels(value("width"));
  const height = pixels(value("height"));
  const box = (value("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const boxWidth = box[2] ?? Number.NaN;
  const boxHeight = box[3] ?? Number.NaN;
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  const size = { viewBox: ratio === undefined ? undefined : box.slice(0, 4).join(" ") };
  if (width !== undefined && height !== undefined) return { width, height, ...size };
  if (ratio === undefined) {
    return { width: width ?? UNSTATED.width, height: height ?? UNSTATED.height, ...size };
  }
  if (width !== undefined) return { width, height: width / ratio, ...size };
  if (height !== undefined) return { width: height * ratio, height, ...size };
  return { width: boxWidth, height: boxHeight, ...size };
}

function pixels(length: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? "");
  const unit = PIXELS_IN[(match?.[2] ?? "none").toLowerCase()];
  const value = Number(match?.[1]) * (unit ?? Number.NaN);
  return value > 0 ? value : undefined;
}
