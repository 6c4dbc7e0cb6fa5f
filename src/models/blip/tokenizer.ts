import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";

export interface BlipTokenizer {
  /** A caption of ids; special tokens and ids that the vocabulary lacks are left out. */
  readonly decode: (ids: readonly number[]) => string;
}

/** Tokens that are no part of a caption. */
const SPECIAL: ReadonlySet<string> = new Set([
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "[MASK]",
  "[DEC]",
  "[ENC]",
]);
/** What marks a piece that goes on with the word before it. */
const INSIDE = "##";

const wholeSchema = z.object({
  model: z.object({ vocab: z.record(z.string(), z.int().nonnegative()) }),
  added_tokens: z.array(z.object({ id: z.int().nonnegative(), content: z.string() })).default([]),
});
const configSchema = z.object({ clean_up_tokenization_spaces: z.boolean().nullish() });

/** Takes out the spaces that stand before punctuation and within short forms because each is a token of its own. */
function closeUp(text: string): string {
  return text
    .replace(/ ([.?!,])/g, "$1")
    .replaceAll(" ' ", "'")
    .replace(/ (n't|'m|'s|'ve|'re)/g, "$1");
}

/**
 * BERT's word pieces back into text, as `decode(ids, skip_special_tokens=True)` of transformers does.
 *
 * @param pieces piece of each id; only where `shortForms` is "whole" are "man ' s" and "can ' t" closed up, too
 * @source https://huggingface.co/docs/tokenizers/api/decoders#tokenizers.decoders.WordPiece; compared by
 * tools/golden/tokenizer/word_pieces.py
 */
function createBlipTokenizer(
  pieces: ReadonlyMap<number, string>,
  shortForms: "whole" | "apart",
): BlipTokenizer {
  return {
    decode: (ids) => {
      const shown = ids
        .map((id) => pieces.get(id))
        .filter((piece) => piece !== undefined && !SPECIAL.has(piece));
      const text = shown
        .map((piece, i) => {
          if (piece === undefined || i === 0) return piece;
          return closeUp(piece.startsWith(INSIDE) ? piece.slice(INSIDE.length) : ` ${piece}`);
        })
        .join("");
      return shortForms === "whole" ? closeUp(text) : text;
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new ImpromptError("model-missing", "this tokenizer file cannot be read", {
      where: path,
      cause: error,
    });
  }
}

function parse<T>(schema: z.ZodType<T>, text: string, where: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new ImpromptError("model-corrupt", "this file is not what a BLIP tokenizer has by this name", {
      where,
      hint: "Pull the model again, or import its tokenizer files as they are published.",
      cause: error,
    });
  }
}

async function readPieces(folder: string): Promise<Map<number, string>> {
  const whole = join(folder, "tokenizer.json");
  const json = await readIfThere(whole);
  if (json !== undefined) {
    const { model, added_tokens: added } = parse(wholeSchema, json, whole);
    const pieces = new Map(Object.entries(model.vocab).map(([piece, id]) => [id, piece]));
    for (const { id, content } of added) pieces.set(id, content);
    return pieces;
  }
  const rows = await readIfThere(join(folder, "vocab.txt"));
  if (rows === undefined) {
    throw new ImpromptError("model-missing", "there is no BLIP tokenizer in this folder", {
      where: folder,
      hint: "It takes tokenizer.json or vocab.txt; imprompt models pull brings them along.",
    });
  }
  const pieces = rows.split(/\r?\n/).map((piece, id): [number, string] => [id, piece]);
  return new Map(pieces.filter(([, piece]) => piece !== ""));
}

/**
 * The tokenizer of a BLIP folder, from `tokenizer.json` or `vocab.txt`. Short forms are closed up unless
 * `tokenizer_config.json` says otherwise: transformers did so until 4.47 where it says nothing, and later leaves
 * "man ' s" apart.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`
 */
export async function loadBlipTokenizer(folder: string): Promise<BlipTokenizer> {
  const where = join(folder, "tokenizer_config.json");
  const [pieces, config] = await Promise.all([readPieces(folder), readIfThere(where)]);
  const closed =
    config === undefined ? undefined : parse(configSchema, config, where).clean_up_tokenization_spaces;
  return createBlipTokenizer(pieces, (closed ?? true) ? "whole" : "apart");
}
