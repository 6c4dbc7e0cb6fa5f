import { compileAll } from "../app/compile.js";
import { whyIneffective } from "../app/lint/ineffective.js";
import { ImpromptError } from "../base/error.js";
import type { Edit } from "../blueprint/edit.js";
import { complete } from "../blueprint/editing/complete.js";
import { exclude } from "../blueprint/editing/exclude.js";
import { perform, startHistory } from "../blueprint/editing/history.js";
import { pin } from "../blueprint/editing/pin.js";
import { promote } from "../blueprint/editing/promote.js";
import { prune } from "../blueprint/editing/prune.js";
import { retitle } from "../blueprint/editing/retitle.js";
import type { Swappable } from "../blueprint/editing/swap.js";
import { swap } from "../blueprint/editing/swap.js";
import { weigh } from "../blueprint/editing/weigh.js";
import type { Facet } from "../blueprint/facets.js";
import { FACETS } from "../blueprint/facets.js";
import type { Blueprint } from "../blueprint/types.js";
import { repertoire } from "../blueprint/vary/repertoire.js";
import { nodeServices } from "../runtime/node.js";
import type { SourceFlags } from "./language-options.js";
import { parseNames, parseTargets } from "./language-options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";

interface EditFlags extends SourceFlags {
  readonly prune?: boolean;
  readonly subject?: string;
  readonly swap?: readonly string[];
  readonly weigh?: readonly string[];
  readonly promote?: readonly string[];
  readonly pin?: readonly string[];
  readonly exclude?: readonly string[];
  readonly ar?: string;
}

/** What a prompt is the better for saying, whatever the target. */
const WISHES: readonly Facet[] = ["subject", "setting", "lighting", "medium", "composition", "palette"];
const SWAPPABLE: readonly Swappable[] = [...FACETS, "time of day", "season"];

type Step = (blueprint: Blueprint) => Edit;

/** "a=b" in its two parts. @throws ImpromptError `invalid-option` */
function parsePair(flag: string, written: string, example: string): readonly [string, string] {
  const at = written.lastIndexOf("=");
  const pair = [written.slice(0, at).trim(), written.slice(at + 1).trim()] as const;
  if (at > 0 && pair[0] !== "") return pair;
  throw new ImpromptError("invalid-option", `${flag} does not take "${written}"`, {
    hint: `Try ${flag} "${example}".`,
  });
}

function swapping(written: string): Step {
  const [what, texts] = parsePair("--swap", written, "time of day=night");
  const [known] = parseNames("--swap", what, SWAPPABLE);
  const phrases = texts.split(",").filter((text) => text.trim() !== "");
  return (blueprint) => swap(blueprint, known ?? "medium", phrases);
}

function weighing(written: string): Step {
  const [name, weight] = parsePair("--weigh", written, "neon lights=1.3");
  return (blueprint) => weigh(blueprint, name, weight === "" ? Number.NaN : Number(weight));
}

function framing(ratio: string): Step {
  const [width = 0, height = 0] = ratio.split(/[:x]/u).map(Number);
  if (!(width > 0 && height > 0)) {
    throw new ImpromptError("invalid-option", `--ar does not take "${ratio}"`, { hint: "Try --ar 16:9." });
  }
  const long = Math.max(width, height);
  const side = (part: number): number => Math.max(1, Math.round((1536 * part) / long));
  return () => ({ kind: "frame", frame: { width: side(width), height: side(height) } });
}

/** Each by what stands on the command line, pruning first, so that nothing that the user asks for is pruned. */
function stepsOf(flags: EditFlags): Step[] {
  const { subject } = flags;
  return [
    ...(flags.prune === true
      ? [(blueprint: Blueprint): Edit => prune(blueprint, { weak: (term) => whyIneffective(term) })]
      : []),
    ...(subject === undefined ? [] : [(blueprint: Blueprint): Edit => retitle(blueprint, subject)]),
    ...(flags.swap ?? []).map(swapping),
    ...(flags.exclude ?? []).map((name) => (blueprint: Blueprint) => exclude(blueprint, name)),
    ...(flags.weigh ?? []).map(weighing),
    ...(flags.promote ?? []).map((name) => (blueprint: Blueprint) => promote(blueprint, name)),
    ...(flags.pin ?? []).map((name) => (blueprint: Blueprint) => pin(blueprint, name)),
    ...(flags.ar === undefined ? [] : [framing(flags.ar)]),
  ];
}

export async function runEdit(argument: string, given: object): Promise<number> {
  const flags = given as EditFlags;
  const steps = stepsOf(flags);
  const targets = await parseTargets(flags.target);
  const output = await openOutput(flags, [argument]);
  const source = await resolveSource(argument, parseGrammar("--from", flags.from), nodeServices({}));
  let history = startHistory(source.blueprint);
  for (const step of steps) history = perform(history, step(history.present));
  const { past, present: blueprint } = history;
  const suggestions = complete(blueprint, WISHES, repertoire, { examples: 3 });
  const prompts = await compileAll(blueprint, targets);
  if (output.json) output.write(toJson({ blueprint, history: past, suggestions, prompts }, false));
  else {
    const { showOutcome } = await import("./show/outcome.js");
    const done = past.map(({ words }) => words);
    const offers = suggestions.map(({ facet, examples }) => {
      const texts = examples.map(({ text }) => `"${text}"`).join(", ");
      return `nothing is said of the ${facet}${texts === "" ? "" : `; ${texts}, say`}`;
    });
    output.write(
      showOutcome(
        { title: done.join("\n") || "Nothing was changed", blueprint, prompts, notes: offers },
        output,
      ),
    );
  }
  await output.close();
  return 0;
}
