import { compileAll } from "../app/compile.js";
import type { StyleSource } from "../app/style.js";
import { DEFAULT_SLOTS, styleOf } from "../app/style.js";
import { ImpromptError } from "../base/error.js";
import { FACETS, isFacet } from "../blueprint/facets.js";
import type { Slot } from "../blueprint/recipe/recipe.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import { EXIT } from "./exit.js";
import type { SourceFlags } from "./language-options.js";
import { parseTargets } from "./language-options.js";
import { openOutput, toJson, writeAtomically } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";

interface StyleFlags extends SourceFlags {
  readonly name: string;
  readonly slot?: readonly string[];
  readonly save?: string;
}

/** "subject" or "place:setting=a quiet street": name, facet when it differs, default. */
function parseSlot(written: string): Slot {
  const match = /^([\p{L}][\p{L}\p{N}_-]*)(?::([a-z]+))?(?:=(.*))?$/su.exec(written.trim());
  const [, name = "", facet = name, fallback] = match ?? [];
  if (match === null || !isFacet(facet)) {
    throw new ImpromptError("invalid-option", `--slot does not take "${written}"`, {
      hint: `Write facet, facet=default, or name:facet=default; the facets are ${FACETS.join(", ")}.`,
    });
  }
  return fallback === undefined
    ? { name, facet, required: true }
    : { name, facet, default: fallback, required: false };
}

export async function runStyle(sources: readonly string[], given: object): Promise<number> {
  const flags = given as StyleFlags;
  const slots = flags.slot?.map(parseSlot) ?? DEFAULT_SLOTS;
  const targets = await parseTargets(flags.target);
  const output = await openOutput(flags, sources);
  const references: StyleSource[] = [];
  const status = await eachInput(sources, async (argument) => {
    const source = await resolveSource(argument, parseGrammar("--from", flags.from), nodeServices({}));
    const { name, blueprint, measurements } = source;
    references.push({ name, blueprint, measurements });
  });
  if (references.length === 0) return EXIT.allFailed;
  const { consensus, recipe, preview } = styleOf(references, slots, flags.name);
  if (flags.save !== undefined) await writeAtomically(flags.save, `${JSON.stringify(recipe, null, 2)}\n`);
  const prompts = await compileAll(preview, targets);
  if (output.json) output.write(toJson({ consensus, recipe, prompts }, false));
  else {
    const { showStyle } = await import("./show/style.js");
    output.write(showStyle(consensus, prompts, flags.save, output));
  }
  await output.close();
  return status;
}
