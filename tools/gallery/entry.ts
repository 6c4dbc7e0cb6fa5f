import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Description } from "../../src/index.js";
import { describe } from "../../src/index.js";

/** A picture and what imprompt says of it. */
export interface Entry {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Empty where nothing can be said in a sentence. */
  readonly sentence: string;
  /** Phrases sure enough to stand in a prompt, surest first, with their confidence. */
  readonly spoken: readonly string[];
  /** The SDXL prompt. */
  readonly prompt: string;
}

export interface EntryOptions {
  /** Let the file's name count as a hint; without it only pixels and metadata are seen. */
  readonly named?: boolean;
}

/** As `minConfidence` of describe, unless it is told otherwise. */
const SPOKEN = 0.5;

function spokenOf({ blueprint: { terms } }: Description): string[] {
  return terms
    .filter(({ confidence, polarity }) => confidence >= SPOKEN && polarity === "include")
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ text, confidence }) => `${text} ${Math.round(confidence * 100)} %`);
}

/** @throws ImpromptError what describe throws */
export async function entryOf(path: string, { named = false }: EntryOptions = {}): Promise<Entry> {
  const bytes = readFileSync(path);
  const description = await describe(named ? path : bytes, { targets: ["sdxl"] });
  const { summary, prompts } = description;
  return {
    file: basename(path),
    bytes,
    sentence: summary,
    spoken: spokenOf(description),
    prompt: prompts.map(({ text }) => text).join("\n"),
  };
}
