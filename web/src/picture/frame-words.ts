import type { Blueprint } from "imprompt/core";
import { snapRatio } from "imprompt/core";

type Frame = Blueprint["frame"];

/** Beyond this a frame has a shape of its own: 3 %. */
const NEAR = 0.03;

/** "16:9 landscape", "nearly 16:9 landscape", "1:2.9 portrait": the shape as a photographer says it. */
export function ratioWords({ width, height }: Frame): string {
  const { ratio, exact, error } = snapRatio(width, height);
  if (ratio === "1:1" && Math.abs(error) < NEAR) return exact ? "1:1 square" : "nearly square";
  const orientation = width > height ? "landscape" : "portrait";
  if (exact) return `${ratio} ${orientation}`;
  if (Math.abs(error) <= NEAR) return `nearly ${ratio} ${orientation}`;
  const long = (Math.max(width, height) / Math.min(width, height)).toFixed(2).replace(/\.?0+$/u, "");
  return `${width > height ? `${long}:1` : `1:${long}`} ${orientation}`;
}

/** "1344 × 768". */
export function sizeWords({ width, height }: Frame): string {
  return `${width} × ${height}`;
}

/** "1.0 MP", "24 MP", "0.04 MP". */
export function megapixelWords({ width, height }: Frame): string {
  const millions = (width * height) / 1e6;
  return `${millions.toFixed(millions >= 10 ? 0 : millions >= 0.1 ? 1 : 2)} MP`;
}

/** "JPEG", "PNG", "HEIC". */
export function formatWords(format: string): string {
  return format.toUpperCase();
}
