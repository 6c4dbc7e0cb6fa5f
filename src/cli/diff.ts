import { describeDiff } from "../blueprint/editing/describe-diff.js";
import { diff } from "../blueprint/editing/diff.js";
import type { Blueprint } from "../blueprint/types.js";
import { nodeServices } from "../runtime/node.js";
import type { SourceFlags } from "./language-options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";

/** What a blueprint says, without how it is known: that differs between sources that say the same. */
function said(blueprint: Blueprint): Blueprint {
  return { ...blueprint, terms: blueprint.terms.map((term) => ({ ...term, evidence: [] })) };
}

/** Status 0 whether or not they differ: the answer is the text, as with every other command. */
export async function runDiff(before: string, after: string, given: object): Promise<number> {
  const flags = given as SourceFlags;
  const grammar = parseGrammar("--from", flags.from);
  const output = await openOutput(flags, [before, after]);
  const services = nodeServices({});
  const [a, b] = [
    await resolveSource(before, grammar, services),
    await resolveSource(after, grammar, services),
  ];
  const words = describeDiff(said(a.blueprint), said(b.blueprint));
  if (output.json) output.write(toJson({ edits: diff(a.blueprint, b.blueprint), words }, false));
  else output.write(words.length === 0 ? "They say the same.\n" : `${words.join("\n")}\n`);
  await output.close();
  return 0;
}
