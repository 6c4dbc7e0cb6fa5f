import type { Blueprint } from "imprompt/core";
import { ImageOff } from "lucide-react";
import type { JSX } from "react";
import { ratioWords, sizeWords } from "./frame-words";

/** The frame of a board that has no picture, at its own shape. */
export function NoPicture({ frame }: { readonly frame: Blueprint["frame"] }): JSX.Element {
  const { width, height } = frame;
  return (
    <div className="flex h-56 items-center justify-center rounded-lg bg-s2 p-3">
      <div
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `min(100%, ${(12.5 * width) / height}rem)` }}
        className="flex max-h-full w-full flex-col items-center justify-center gap-1 overflow-hidden rounded-md border-2 border-dashed border-line-strong p-1 text-center"
      >
        <ImageOff aria-hidden className="size-5 text-ink-3" />
        <p className="font-medium">{ratioWords(frame)}</p>
        <p className="text-sm text-ink-2">{sizeWords(frame)} px, no picture</p>
      </div>
    </div>
  );
}
