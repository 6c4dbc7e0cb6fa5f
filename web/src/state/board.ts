import type { Description } from "imprompt/client";
import type { Blueprint, History, ParameterSettings } from "imprompt/core";

/** How a board came to be; told to a person beside its name. */
export type Origin =
  | { readonly kind: "picture" }
  | { readonly kind: "prompt"; readonly grammar: string }
  | { readonly kind: "variation"; readonly of: string; readonly difference: readonly string[] }
  | { readonly kind: "blend"; readonly of: readonly string[] }
  | { readonly kind: "recipe"; readonly of: string }
  | { readonly kind: "file" };

/** The picture as the page shows it: re-encoded by the server, never the file itself. */
export interface BoardPicture {
  /** A `data:` URL, at most 768 px a side. */
  readonly preview: string;
  /** Pixels of the file's own picture. */
  readonly width: number;
  readonly height: number;
  readonly format: string;
}

/** What was found beside the phrases; edits never change it. */
export type Facts = Pick<Description, "recovered" | "provenance" | "measurements" | "warnings">;

/** One recipe being worked on, with all that was done to it. Saved whole; `board-file.ts` has its published form. */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly origin: Origin;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly picture: BoardPicture | null;
  readonly facts: Facts | null;
  readonly history: History;
  /** What the user set, by target id and parameter name; the rest is the target's default. */
  readonly parameters: { readonly [target: string]: ParameterSettings };
}

export function blueprintOf(board: Board): Blueprint {
  return board.history.present;
}
