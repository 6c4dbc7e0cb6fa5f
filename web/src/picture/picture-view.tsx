import type { Term } from "imprompt/core";
import { Maximize2 } from "lucide-react";
import type { JSX } from "react";
import type { BoardPicture } from "../state/board";
import type { OverlayStates } from "./overlays/overlay";
import type { Extent } from "./overlays/overlay-drawing";
import { OverlayLayer } from "./overlays/overlay-layer";
import { RegionAreas, RegionLight } from "./region-light";

/** What is shown of a board's picture, small in the pane and large in the dialog. */
export interface Shown {
  readonly name: string;
  readonly picture: BoardPicture;
  readonly states: OverlayStates;
  readonly terms: readonly Term[];
}

interface PictureViewProps extends Shown {
  /** The greatest height, as a length of CSS; the width follows, and nothing is cropped. */
  readonly maxHeight: string;
  readonly onEnlarge?: () => void;
}

/** The long side is 1000 units, so that strokes and crosses are alike on any picture. */
function extentOf({ width, height }: BoardPicture): Extent {
  const scale = 1000 / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

/** The picture with what is drawn over it. Its place is reserved before it is decoded. */
export function PictureView(props: PictureViewProps): JSX.Element {
  const { name, picture, states, terms, maxHeight, onEnlarge } = props;
  const { width, height, preview } = picture;
  const extent = extentOf(picture);
  return (
    <div
      style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(${maxHeight} * ${width / height})` }}
      className="relative mx-auto w-full overflow-hidden rounded-lg bg-s2"
    >
      <img
        src={preview}
        alt={name}
        width={width}
        height={height}
        draggable={false}
        className="absolute inset-0 size-full object-contain"
      />
      <OverlayLayer states={states} {...extent} />
      <RegionLight terms={terms} {...extent} />
      {onEnlarge === undefined ? (
        <RegionAreas terms={terms} />
      ) : (
        <button
          type="button"
          aria-label="Larger view"
          aria-haspopup="dialog"
          onClick={onEnlarge}
          className="group absolute inset-0 cursor-zoom-in rounded-lg -outline-offset-2"
        >
          <RegionAreas terms={terms} />
          <span className="pointer-events-none absolute right-2 bottom-2 rounded-md bg-black/70 p-1.5 text-white">
            <Maximize2 aria-hidden className="size-4" />
          </span>
        </button>
      )}
    </div>
  );
}
