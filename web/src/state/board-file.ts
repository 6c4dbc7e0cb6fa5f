import { ImpromptError, parseBlueprint } from "imprompt/core";
import type { Board } from "./board";
import { newId } from "./id";
import { boardOfBlueprint } from "./new-board";
import { parseBoard } from "./parse-board";
import { parseFacts } from "./parse-facts";
import type { Fields } from "./shape";
import { isFields, isText } from "./shape";
import { stemOf } from "./stem";

/** The version of the file that is written; older ones are read for good, newer ones are refused. */
const VERSION = 1;

/** The board as a file's text: `{"imprompt": "board", "version": 1, ...}`. Its id stays behind. */
export function boardToFile(board: Board): string {
  const { id: _, ...rest } = board;
  return `${JSON.stringify({ imprompt: "board", version: VERSION, ...rest }, null, 1)}\n`;
}

/** A name that every file system takes: "neon-street.imprompt.json". */
export function fileNameOf({ name }: Board): string {
  return `${stemOf(name, "board")}.imprompt.json`;
}

function refuse(message: string, hint: string): never {
  throw new ImpromptError("invalid-blueprint", message, { hint });
}

const HINT = "Open a board that was saved here, a blueprint, or what imprompt --json prints.";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("the file is not JSON, or is cut off", HINT);
  }
}

/** What `imprompt --json` prints: the picture itself is not in it. */
function boardOfDocument(document: Fields, name: string): Board {
  const { file } = document;
  const facts = parseFacts(document);
  const named = isText(file) && file.trim() !== "" ? file : name;
  return boardOfBlueprint(parseBlueprint(document["blueprint"]), named, { kind: "file" }, { facts });
}

function boardOfFile(file: Fields, name: string): Board {
  if (file["imprompt"] !== "board") {
    return refuse(`this file of imprompt holds no board but "${String(file["imprompt"])}"`, HINT);
  }
  if (file["version"] !== VERSION) {
    return refuse(
      `the board's file has version ${String(file["version"])}, this page reads version ${VERSION}`,
      "Open it with the imprompt that wrote it, or a newer one.",
    );
  }
  return parseBoard(file, { id: newId(), name, now: Date.now(), replayed: true });
}

/**
 * A board from a file: one that `boardToFile` wrote, a bare blueprint, or a description as `imprompt --json` prints
 * it. A history that does not replay is forgotten, the present kept. It gets an id of its own.
 *
 * @throws ImpromptError `invalid-blueprint`, with what to do
 */
export function boardFromFile(text: string, name = "Board"): Board {
  const value = parseJson(text);
  if (!isFields(value)) return refuse("the file holds no board", HINT);
  if ("imprompt" in value) return boardOfFile(value, name);
  if (isFields(value["blueprint"])) return boardOfDocument(value, name);
  if (Array.isArray(value["slots"])) {
    return refuse("this is a style recipe, not a board", "Open it on the page Style.");
  }
  if (Array.isArray(value["terms"])) return boardOfBlueprint(parseBlueprint(value), name, { kind: "file" });
  return refuse("the file holds no board", HINT);
}
