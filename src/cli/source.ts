import { stat } from "node:fs/promises";
import type { Services } from "../app/ports.js";
import type { Source } from "../app/source.js";
import { sourceOfFile, sourceOfText } from "../app/source.js";
import { ImpromptError } from "../base/error.js";
import type { GrammarId } from "../language/syntax/tree.js";
import { GRAMMARS } from "../language/syntax/tree.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

const FILE_NAME = /^\S+\.(?:png|jpe?g|webp|avif|heic|heif|gif|tiff?|bmp|svg|json|txt)$/iu;

/** @throws ImpromptError `invalid-option` for a name that is no grammar's */
export function parseGrammar(flag: string, name: string | undefined): GrammarId | "auto" {
  if (name === undefined || name === "auto") return "auto";
  const grammar = GRAMMARS.find((known) => known === name.trim().toLowerCase());
  if (grammar !== undefined) return grammar;
  throw new ImpromptError("invalid-option", `${flag} does not take "${name}"`, {
    hint: `The grammars are ${GRAMMARS.join(", ")}.`,
  });
}

/**
 * What an argument means: standard input for "-", an existing file, a `data:` URL, else the words themselves. A
 * missing file that is clearly meant as one is an error, not a prompt.
 */
export async function resolveSource(
  argument: string,
  grammar: GrammarId | "auto",
  services: Services,
  vocabulary?: Vocabulary,
): Promise<Source> {
  const options = vocabulary === undefined ? {} : { vocabulary };
  const isFile =
    argument.length < 4096 &&
    (await stat(argument).then(
      () => true,
      () => false,
    ));
  if (isFile || argument === "-" || argument.startsWith("data:") || FILE_NAME.test(argument)) {
    return sourceOfFile(await services.open(argument), grammar, services, options);
  }
  return sourceOfText(argument, grammar, options);
}
