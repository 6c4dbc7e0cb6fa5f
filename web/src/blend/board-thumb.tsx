import { FileText } from "lucide-react";
import type { JSX } from "react";
import type { Board } from "../state/board";
import { classNames } from "../ui/class-names";

/** A board's picture, cropped to the box that the class names give; a sheet where it has none. Its name stands beside. */
export function BoardThumb({
  board,
  className,
}: {
  readonly board: Board;
  readonly className: string;
}): JSX.Element {
  const box = classNames("shrink-0 overflow-hidden rounded bg-s3", className);
  if (board.picture === null) {
    return (
      <span className={classNames(box, "inline-flex items-center justify-center")}>
        <FileText aria-hidden className="size-5 text-ink-3" />
      </span>
    );
  }
  return (
    <img src={board.picture.preview} alt="" draggable={false} className={classNames(box, "object-cover")} />
  );
}
