import type { Board } from "../state/board";
import { boardToFile, fileNameOf } from "../state/board-file";
import { saveText } from "./save-text";

export function saveBoard(board: Board): void {
  saveText(boardToFile(board), fileNameOf(board), "application/json");
}
