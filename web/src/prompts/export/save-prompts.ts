import { TARGET_IDS } from "imprompt/core";
import { saveText } from "../../effects/save-text";
import type { Board } from "../../state/board";
import { stemOf } from "../../state/stem";
import { nameOfId } from "../targets/choice";
import { targetsOf } from "../targets/loaded";
import { pastedFor } from "./prompts-of";
import type { ExportFormat } from "./write-prompts";
import { writePrompts } from "./write-prompts";

/** Targets by id, or every one. */
export type ExportScope = readonly string[] | "all";

const TYPES: { readonly [F in ExportFormat]: string } = {
  txt: "text/plain;charset=utf-8",
  json: "application/json",
  csv: "text/csv;charset=utf-8",
};

/** Saves the board's prompts for these targets as a file. */
export async function savePrompts(board: Board, scope: ExportScope, format: ExportFormat): Promise<void> {
  const targets = await targetsOf((scope === "all" ? TARGET_IDS : scope).map(nameOfId));
  const exported = targets.map((target) => pastedFor(board, target));
  saveText(writePrompts(exported, format), `${stemOf(board.name, "board")}-prompts.${format}`, TYPES[format]);
}
