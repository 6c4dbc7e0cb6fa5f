import { translate, translateBlueprint } from "../app/translate.js";
import { ImpromptError } from "../base/error.js";
import { WEIGHT_GRAMMARS } from "../dialects/grammars/weight-syntax.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import { parseNames } from "./language-options.js";
import type { OutputFlags } from "./options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";
import type { VocabularyFlags } from "./vocabulary.js";
import { readVocabulary } from "./vocabulary.js";

interface TranslateFlags extends OutputFlags, VocabularyFlags {
  readonly from?: string;
  readonly to: readonly string[];
  readonly grammar?: string;
  readonly negative?: string;
}

export async function runTranslate(texts: readonly string[], given: object): Promise<number> {
  const flags = given as TranslateFlags;
  const from = parseGrammar("--from", flags.from);
  const to = flags.to.flatMap((names) => names.split(",")).filter((name) => name.trim() !== "");
  if (to.length === 0) throw new ImpromptError("usage", "--to names no target", { hint: "Try --to flux." });
  const [grammar] = parseNames("--grammar", flags.grammar ?? "", WEIGHT_GRAMMARS);
  const vocabulary = await readVocabulary(flags);
  const options = {
    from,
    to,
    ...(grammar === undefined ? {} : { grammar }),
    ...(flags.negative === undefined ? {} : { negative: flags.negative }),
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
  await translate("", options);
  const output = await openOutput(flags, texts);
  const { showTranslation } = await import("./show/translation.js");
  const status = await eachInput(texts, async (argument) => {
    const source = await resolveSource(argument, from, nodeServices({}));
    const translation =
      source.text === undefined
        ? await translateBlueprint(source.blueprint, options)
        : await translate(source.text, options);
    output.write(output.json ? toJson(translation, texts.length > 1) : showTranslation(translation, output));
  });
  await output.close();
  return status;
}
