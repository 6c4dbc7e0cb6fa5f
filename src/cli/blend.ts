import { compileAll } from "../app/compile.js";
import { ImpromptError } from "../base/error.js";
import type { BlendMode } from "../blueprint/blend/blend.js";
import { blend } from "../blueprint/blend/blend.js";
import type { FacetChoice } from "../blueprint/blend/choose-facets.js";
import { FACETS } from "../blueprint/facets.js";
import { nodeServices } from "../runtime/node.js";
import type { SourceFlags } from "./language-options.js";
import { parseNames, parseTargets } from "./language-options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";

interface BlendFlags extends SourceFlags {
  readonly take?: readonly string[];
  readonly weights?: string;
}

const LETTERS = "ABCDE";

/** "subject,lighting=A" as a choice of sources by facet. @throws ImpromptError `invalid-option` */
function parseTake(takes: readonly string[]): FacetChoice {
  const choice: { [facet: string]: number } = {};
  for (const take of takes) {
    const [names = "", letter = ""] = take.split("=", 2);
    const index = LETTERS.indexOf(letter.trim().toUpperCase());
    if (index < 0 || letter.trim() === "") {
      throw new ImpromptError("invalid-option", `--take does not take "${take}"`, {
        hint: "Write it as facets=LETTER: --take subject,lighting=A, the first source being A.",
      });
    }
    for (const facet of parseNames("--take", names, FACETS)) choice[facet] = index;
  }
  return choice;
}

function modeOf(flags: BlendFlags): BlendMode {
  if (flags.take !== undefined && flags.weights !== undefined) {
    throw new ImpromptError("usage", "--take and --weights exclude each other", {
      hint: "Choose facets from each source, or weigh all of all.",
    });
  }
  if (flags.take !== undefined) return { mode: "facets", from: parseTake(flags.take) };
  return { mode: flags.weights === undefined ? "auto" : "weight" };
}

function weightsOf(flags: BlendFlags, count: number): (number | undefined)[] {
  const weights = flags.weights?.split(",").map(Number) ?? [];
  if (flags.weights !== undefined && weights.length !== count) {
    throw new ImpromptError("usage", `--weights gives ${weights.length} numbers for ${count} sources`, {
      hint: "Give one number a source: --weights 2,1.",
    });
  }
  return weights;
}

export async function runBlend(sources: readonly string[], given: object): Promise<number> {
  const flags = given as BlendFlags;
  const [mode, weights] = [modeOf(flags), weightsOf(flags, sources.length)];
  const targets = await parseTargets(flags.target);
  const output = await openOutput(flags, sources);
  const inputs = [];
  for (const [index, argument] of sources.entries()) {
    const { blueprint } = await resolveSource(argument, parseGrammar("--from", flags.from), nodeServices({}));
    const weight = weights[index];
    inputs.push({ blueprint, ...(weight === undefined ? {} : { weight }) });
  }
  const { blueprint, conflicts } = blend(inputs, mode);
  const prompts = await compileAll(blueprint, targets);
  if (output.json) output.write(toJson({ blueprint, conflicts, prompts }, false));
  else {
    const { showOutcome } = await import("./show/outcome.js");
    const notes = conflicts.map((conflict) => conflict.message);
    output.write(showOutcome({ title: "Blend", blueprint, prompts, notes }, output));
  }
  await output.close();
  return 0;
}
