import type { Blueprint } from "imprompt/core";

type Frame = Blueprint["frame"];

/** What people ask for, from upright to wide. */
export const FRAME_PRESETS = [
  "9:21",
  "9:16",
  "2:3",
  "3:4",
  "4:5",
  "1:1",
  "5:4",
  "4:3",
  "3:2",
  "16:9",
  "2:1",
  "21:9",
] as const;

/** A frame of exactly the ratio "w:h" and nearly the area of `frame`. */
export function reframe(frame: Frame, ratio: string): Frame {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  const scale = Math.max(1, Math.round(Math.sqrt((frame.width * frame.height) / (across * down))));
  return { width: across * scale, height: down * scale };
}

/** The preset that the frame has to the pixel; undefined where it has none of them. */
export function presetOf({ width, height }: Frame): string | undefined {
  return FRAME_PRESETS.find((ratio) => {
    const [across = 1, down = 1] = ratio.split(":").map(Number);
    return width * down === height * across;
  });
}
