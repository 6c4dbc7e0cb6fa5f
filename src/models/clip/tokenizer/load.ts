import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { ImpromptError } from "../../../base/error.js";
import { type ClipTokenizer, createClipTokenizer } from "./tokenizer.js";
import {
  type ClipVocabulary,
  pairOf,
  parseMerges,
  vocabularyOfIds,
  vocabularyOfMerges,
} from "./vocabulary.js";

const MERGES = "merges.txt";
const IDS = "vocab.json";
const WHOLE = "tokenizer.json";
const PACKED = "bpe_simple_vocab_16e6.txt.gz";
/** Bytes that a packed list may have unpacked; the published one has 3.2 million. */
const MOST_UNPACKED = 32 * 2 ** 20;

const idsSchema = z.record(z.string(), z.int().nonnegative());
const wholeSchema = z.object({
  model: z.object({
    type: z.literal("BPE").optional(),
    vocab: idsSchema,
    merges: z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])),
  }),
});

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new ImpromptError("model-missing", "this tokenizer file cannot be read", {
      where: path,
      cause: error,
    });
  }
}

function corrupt(where: string, cause: unknown): ImpromptError {
  return new ImpromptError("model-corrupt", "this file is not what a CLIP tokenizer has by this name", {
    where,
    hint: "Pull the model again, or import its tokenizer files as they are published.",
    cause,
  });
}

function parse<T>(schema: z.ZodType<T>, bytes: Buffer, where: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    throw corrupt(where, error);
  }
}

async function readVocabulary(folder: string): Promise<ClipVocabulary> {
  const at = (name: string): string => join(folder, name);
  const rows = await readIfThere(at(MERGES));
  if (rows !== undefined) {
    const merges = parseMerges(rows.toString("utf8"), at(MERGES));
    const ids = await readIfThere(at(IDS));
    return ids === undefined
      ? vocabularyOfMerges(merges)
      : vocabularyOfIds(merges, parse(idsSchema, ids, at(IDS)), at(IDS));
  }
  const whole = await readIfThere(at(WHOLE));
  if (whole !== undefined) {
    const { model } = parse(wholeSchema, whole, at(WHOLE));
    const merges = model.merges.map((pair) => (typeof pair === "string" ? pairOf(pair, at(WHOLE)) : pair));
    return vocabularyOfIds(merges, model.vocab, at(WHOLE));
  }
  const packed = await readIfThere(at(PACKED));
  if (packed === undefined) {
    throw new ImpromptError("model-missing", "there is no CLIP tokenizer in this folder", {
      where: folder,
      hint: `It takes ${MERGES}, ${WHOLE} or ${PACKED}; imprompt models pull brings them along.`,
    });
  }
  const text = await promisify(gunzip)(packed, { maxOutputLength: MOST_UNPACKED }).catch((error: unknown) => {
    throw corrupt(at(PACKED), error);
  });
  return vocabularyOfMerges(parseMerges(text.toString("utf8"), at(PACKED)));
}

/**
 * The tokenizer of a model's folder, from `merges.txt` (with `vocab.json` where it is), `tokenizer.json`, or
 * open_clip's `bpe_simple_vocab_16e6.txt.gz`, whichever is there first.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`
 */
export async function loadClipTokenizer(folder: string): Promise<ClipTokenizer> {
  return createClipTokenizer(await readVocabulary(folder));
}
