import { compileAll } from "../app/compile.js";
import { DEFAULT_PURPOSES, negativeOf } from "../app/negative.js";
import { PURPOSES } from "../blueprint/negate/purposes.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import type { SourceFlags } from "./language-options.js";
import { parseNames, parseTargets } from "./language-options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";
import type { VocabularyFlags } from "./vocabulary.js";
import { readVocabulary } from "./vocabulary.js";

interface NegativeFlags extends SourceFlags, VocabularyFlags {
  readonly for?: string;
  readonly derive: boolean;
}

export async function runNegative(sources: readonly string[], given: object): Promise<number> {
  const flags = given as NegativeFlags;
  const purposes = flags.for === undefined ? DEFAULT_PURPOSES : parseNames("--for", flags.for, PURPOSES);
  const targets = await parseTargets(flags.target);
  const vocabulary = await readVocabulary(flags);
  const output = await openOutput(flags, sources);
  const { showOutcome } = await import("./show/outcome.js");
  const status = await eachInput(sources, async (argument) => {
    const source = await resolveSource(
      argument,
      parseGrammar("--from", flags.from),
      nodeServices({}),
      vocabulary,
    );
    const { blueprint, added } = negativeOf(source.blueprint, {
      purposes,
      derive: flags.derive,
      ...(vocabulary === undefined ? {} : { vocabulary }),
    });
    const prompts = await compileAll(blueprint, targets);
    const title = `${source.name}: ${added.length} exclusions added`;
    output.write(
      output.json
        ? toJson({ file: source.name, blueprint, added, prompts }, sources.length > 1)
        : showOutcome({ title, blueprint, prompts, notes: [] }, output),
    );
  });
  await output.close();
  return status;
}
