import type { Warning } from "../../base/warning.js";
import type { Blueprint } from "../../blueprint/types.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import type { Span } from "../../layout/piece.js";
import { spansOfPieces, textOfPieces } from "../../layout/piece.js";
import { selectTerms } from "../families/select.js";
import type { ParameterSettings } from "../types.js";
import { writeFluxJson, writeIdeogramJson } from "./json.js";
import type { PlacedLora } from "./loras.js";
import { writeMidjourney } from "./midjourney.js";
import type { Writer } from "./page.js";
import { writeDanbooru, writeProse, writeTags } from "./plain.js";
import { readBack } from "./read-back.js";
import { weightedWriter } from "./weighted.js";

export interface GrammarPrint {
  readonly text: string;
  /** The negative prompt's field; null where the grammar has none. */
  readonly negative: string | null;
  readonly warnings: readonly Warning[];
  /** Which run of `text` says which term. */
  readonly spans: readonly Span[];
}

export interface GrammarOptions {
  /** Midjourney's text holds its flags; other grammars have no place for settings in the text. */
  readonly parameters?: ParameterSettings;
  /** Adapters that AUTOMATIC1111's text calls by name. */
  readonly loras?: readonly PlacedLora[];
}

const WRITERS: { readonly [G in GrammarId]: Writer } = {
  a1111: weightedWriter("a1111"),
  comfyui: weightedWriter("comfyui"),
  compel: weightedWriter("compel"),
  novelai: weightedWriter("novelai"),
  midjourney: writeMidjourney,
  prose: writeProse,
  tags: writeTags,
  danbooru: writeDanbooru,
  "ideogram-json": writeIdeogramJson,
  "flux-json": writeFluxJson,
};

/**
 * A blueprint in a grammar, for no target in particular: no budget, nothing left out for length. Comma grammars keep
 * the blueprint's order; prose and JSON have an order of their own. Weights are written flat, as the number that the
 * phrase comes to; where a grammar has none they become order or wording, with a warning. What would be read
 * otherwise than it was meant is told.
 */
export function printGrammar(
  blueprint: Blueprint,
  grammar: GrammarId,
  options: GrammarOptions = {},
): GrammarPrint {
  const { spoken, excluded, warnings } = selectTerms(blueprint, grammar);
  const { palette, references } = blueprint;
  const written = WRITERS[grammar]({
    spoken,
    excluded,
    palette,
    references,
    loras: options.loras ?? [],
    parameters: options.parameters ?? {},
  });
  const text = textOfPieces(written.pieces);
  const spans = spansOfPieces(written.pieces);
  const negative = written.negative;
  return {
    text,
    negative: negative === null ? null : textOfPieces(negative),
    warnings: [
      ...warnings,
      ...written.warnings,
      ...readBack(text, spans, written.said, grammar, false),
      ...(negative === null
        ? []
        : readBack(textOfPieces(negative), spansOfPieces(negative), written.said, grammar, true)),
      ...(grammar === "midjourney" ? [] : referenceWarnings(blueprint, grammar)),
    ],
    spans,
  };
}

function referenceWarnings({ references }: Blueprint, where: string): Warning[] {
  return references.map(({ role, url }) => ({
    code: "parameter-dropped",
    message: `the ${role} reference ${url} has no place in this grammar; attach it where the tool takes pictures`,
    where,
  }));
}
