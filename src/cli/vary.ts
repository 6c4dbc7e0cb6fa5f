import { compileAll } from "../app/compile.js";
import type { VaryWishes } from "../app/vary.js";
import { permutationsOf, variationsOf } from "../app/vary.js";
import { FACETS } from "../blueprint/facets.js";
import { VARIATION_AXES } from "../blueprint/vary/axis.js";
import { nodeServices } from "../runtime/node.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { SourceFlags } from "./language-options.js";
import { parseNames, parseTargets, parseWhole } from "./language-options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";
import type { VocabularyFlags } from "./vocabulary.js";
import { readVocabulary } from "./vocabulary.js";

interface VaryFlags extends SourceFlags, VocabularyFlags {
  readonly count: string;
  readonly axes: string;
  readonly seed: string;
  readonly keep?: string;
}

function parseVary(flags: VaryFlags, vocabulary: Vocabulary | undefined): VaryWishes {
  return {
    count: parseWhole("--count", flags.count, 1, 64),
    axes: parseNames("--axes", flags.axes, VARIATION_AXES),
    seed: parseWhole("--seed", flags.seed, 0, 4294967295),
    keep: parseNames("--keep", flags.keep ?? "", FACETS),
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
}

export async function runVary(argument: string, given: object): Promise<number> {
  const flags = given as VaryFlags;
  const vocabulary = await readVocabulary(flags);
  const options = parseVary(flags, vocabulary);
  const targets = await parseTargets(flags.target);
  const output = await openOutput(flags, [argument]);
  const source = await resolveSource(
    argument,
    parseGrammar("--from", flags.from),
    nodeServices({}),
    vocabulary,
  );
  const found = variationsOf(source.blueprint, options, source.name);
  const variations = [];
  for (const variation of found) {
    variations.push({ ...variation, prompts: await compileAll(variation.blueprint, targets) });
  }
  const sets = permutationsOf(source.blueprint, options);
  if (output.json) output.write(toJson({ file: source.name, variations, permutations: sets }, false));
  else {
    const { showVariations } = await import("./show/variations.js");
    output.write(showVariations(variations, sets, options.count ?? found.length, output));
  }
  await output.close();
  return 0;
}
