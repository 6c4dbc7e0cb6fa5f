import type { GrammarId } from "imprompt/core";
import type { Board } from "../state/board";
import { boardFromFile } from "../state/board-file";
import { boardOfBlueprint } from "../state/new-board";
import { notify } from "../state/notices";
import { dispatch } from "../state/store";
import { bringUrl } from "./bring-picture";
import { remoteTrouble } from "./remote-trouble";
import { settingsByTarget } from "./settings-by-target";

const LONGEST_NAME = 48;

/** The first words, whole. */
export function nameOfText(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  if (plain.length <= LONGEST_NAME) return plain;
  const cut = plain.slice(0, LONGEST_NAME);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_NAME / 2)).replace(/[\s,;:(]+$/u, "")}…`;
}

async function boardOfPrompt(text: string, grammar: GrammarId | "auto"): Promise<Board> {
  const { understand } = await import("imprompt/language");
  const {
    blueprint,
    grammar: read,
    parameters: stated,
    warnings,
  } = understand(text, grammar, { divide: true });
  const parameters = await settingsByTarget(stated, blueprint.frame);
  const facts = { recovered: null, provenance: null, measurements: {}, warnings };
  return boardOfBlueprint(
    blueprint,
    nameOfText(text),
    { kind: "prompt", grammar: read },
    { facts, parameters },
  );
}

function tell(error: unknown): undefined {
  const { message, hint } = remoteTrouble(error);
  notify({ tone: "bad", text: hint === undefined ? message : `${message} ${hint}` });
}

/** Parses a prompt onto a board of its own and shows it. False where it has no phrase, and where that fails. */
export async function bringPrompt(text: string, grammar: GrammarId | "auto" = "auto"): Promise<boolean> {
  const board = await boardOfPrompt(text, grammar).catch(tell);
  if (board === undefined) return false;
  if (board.history.present.terms.length === 0) {
    notify({
      tone: "bad",
      text: "No phrase was found in the prompt. Paste its words as well as its settings.",
    });
    return false;
  }
  dispatch({ type: "opened", board });
  return true;
}

function isBoardText(text: string): boolean {
  return /^\s*\{/u.test(text) && /"(?:imprompt|blueprint|terms)"\s*:/u.test(text);
}

/** A text of unknown kind: the address of a picture, a board's JSON, else a prompt. */
export async function bringText(text: string): Promise<void> {
  const trimmed = text.trim();
  if (trimmed === "") return;
  if (!/\s/u.test(trimmed) && bringUrl(trimmed)) return;
  if (!isBoardText(trimmed)) {
    await bringPrompt(trimmed);
    return;
  }
  try {
    dispatch({ type: "opened", board: boardFromFile(trimmed, "Pasted board") });
  } catch (error) {
    tell(error);
  }
}
