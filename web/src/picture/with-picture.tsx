import type { JSX } from "react";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { Board, BoardPicture } from "../state/board";
import { blueprintOf } from "../state/board";
import type { Overlay } from "../state/preferences";
import { EvidenceLine } from "./evidence-line";
import { formatWords, megapixelWords, ratioWords, sizeWords } from "./frame-words";
import { lightConfidence, overlayStates } from "./overlays/overlay";
import { OverlayBar, OverlayWords } from "./overlays/overlay-bar";
import { useOverlayKeys } from "./picture-keys";
import { PictureView } from "./picture-view";

const LargerView = lazy(async () => ({ default: (await import("./larger-view")).LargerView }));

/** "1344 × 768 px · 1.0 MP · nearly 16:9 landscape · JPEG". */
export function PictureFacts({ picture }: { readonly picture: BoardPicture }): JSX.Element {
  const facts = [
    `${sizeWords(picture)} px`,
    megapixelWords(picture),
    ratioWords(picture),
    formatWords(picture.format),
  ];
  return (
    <ul aria-label="About the picture" className="flex flex-wrap gap-x-3 text-sm text-ink-2 tabular-nums">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

interface WithPictureProps {
  readonly board: Board;
  readonly picture: BoardPicture;
}

/** The picture, what is drawn over it, and where the phrase in focus comes from. */
export function WithPicture({ board, picture }: WithPictureProps): JSX.Element {
  const { facts, name } = board;
  const { terms } = blueprintOf(board);
  const [large, setLarge] = useState<"never" | "open" | "closed">("never");
  const sure = lightConfidence(terms);
  const states = useMemo(() => overlayStates(facts, sure), [facts, sure]);
  useOverlayKeys(useCallback((id: Overlay) => states[id].has, [states]));
  const shown = { name, picture, states, terms };
  return (
    <>
      <PictureView {...shown} maxHeight="52dvh" onEnlarge={() => setLarge("open")} />
      <EvidenceLine
        terms={terms}
        idle="Point at a phrase, or go to it with the keyboard, to see where it comes from."
      />
      <OverlayBar states={states} />
      <OverlayWords states={states} />
      {large === "never" ? null : (
        <Suspense fallback={null}>
          <LargerView
            {...shown}
            open={large === "open"}
            onOpenChange={(open) => setLarge(open ? "open" : "closed")}
          />
        </Suspense>
      )}
    </>
  );
}
