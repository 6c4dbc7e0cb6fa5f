import { ImpromptError } from "../base/error.js";
import type { Warning } from "../base/warning.js";
import { atLeast } from "../blueprint/select.js";
import type { Blueprint } from "../blueprint/types.js";
import type { Capabilities } from "../dialects/capabilities.js";
import { chooseFrame } from "../dialects/families/frame.js";
import { grammarCapabilities, UNLIMITED } from "../dialects/grammars/capabilities.js";
import type { Carried } from "../dialects/grammars/carry.js";
import { carrySettings } from "../dialects/grammars/carry.js";
import { loraWarnings, printLoras } from "../dialects/grammars/loras.js";
import { printGrammar } from "../dialects/grammars/print-grammar.js";
import type { WeightGrammar } from "../dialects/grammars/weight-syntax.js";
import { WEIGHT_GRAMMARS } from "../dialects/grammars/weight-syntax.js";
import { loadTarget, TARGET_IDS } from "../dialects/registry.js";
import type { ParameterSettings, Prompt } from "../dialects/types.js";
import type { GrammarId } from "../language/syntax/tree.js";
import { GRAMMARS } from "../language/syntax/tree.js";
import { countText } from "../layout/count.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { mergeRepeats } from "./understand/merge-repeats.js";
import type { Understood } from "./understand.js";
import { understand } from "./understand.js";

export interface PrintAllOptions {
  /**
   * Targets ("name", "name@version", "all") and grammars. A name that is both means the target; "grammar:midjourney"
   * means the grammar.
   */
  readonly to: readonly string[];
  /** Whose weight syntax a target takes that several tools run; AUTOMATIC1111's unless said. */
  readonly grammar?: WeightGrammar;
  /** Settings by the targets' parameter names; they outrank what the text states. */
  readonly parameters?: ParameterSettings;
}

export interface TranslateOptions extends PrintAllOptions {
  /** The grammar of the text; detected unless said. */
  readonly from?: GrammarId | "auto";
  /** What stands in the negative prompt's field beside the text. */
  readonly negative?: string;
  /** Phrases and their facets; the standard ones unless said. */
  readonly vocabulary?: Vocabulary;
  /** Captions in one phrase become their parts, each in its own facet; else phrases stay as they are written. */
  readonly divide?: boolean;
}

/** A prompt in other words; what `imprompt translate --json` prints. */
export interface Translation {
  readonly from: GrammarId | "blueprint";
  readonly blueprint: Blueprint;
  readonly prompts: readonly Prompt[];
  /** What was lost on the way in; each prompt has its own for the way out. */
  readonly warnings: readonly Warning[];
}

const PREFIX = "grammar:";

/** The grammar that a name of `to` means; undefined where it means a target. */
function grammarNamed(name: string): GrammarId | undefined {
  const bare = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  if (bare === name && TARGET_IDS.includes(name)) return undefined;
  return GRAMMARS.find((grammar) => grammar === bare);
}

/** Warnings about a term or a link, with its place in the source. */
function placed(warnings: readonly Warning[], { places }: Pick<Understood, "places">): Warning[] {
  const links = Object.entries(places.references);
  return warnings.map((warning) => {
    const span =
      warning.termId === undefined
        ? links.find(([url]) => warning.message.includes(url))?.[1]
        : places.terms[warning.termId];
    return span === undefined || warning.span !== undefined ? warning : { ...warning, span };
  });
}

type Read = Pick<Understood, "blueprint" | "parameters" | "loras" | "places">;

interface Job {
  readonly read: Read;
  readonly options: PrintAllOptions;
  /** The frame is the picture's own, not one that we assumed. */
  readonly framed: boolean;
}

function carry(
  { read, options }: Job,
  capabilities: Capabilities,
  siblings: readonly Capabilities[],
  where: string,
  grammar: WeightGrammar,
  keepSize = false,
): Carried {
  const carried = carrySettings(read.parameters, read.blueprint.frame, capabilities, {
    where,
    siblings,
    grammar,
    keepSize,
    places: read.places.parameters,
  });
  return { ...carried, parameters: { ...carried.parameters, ...options.parameters } };
}

function isWeightGrammar(grammar: GrammarId): grammar is WeightGrammar {
  return (WEIGHT_GRAMMARS as readonly string[]).includes(grammar);
}

const FRAME_NAMES: readonly string[] = ["aspect-ratio", "width", "height"];

/** The settings of a prompt for no target: the frame only where the source states one. */
function settingsFor(job: Job, grammar: GrammarId, name: string): Carried {
  const capabilities = grammarCapabilities(grammar);
  const own = isWeightGrammar(grammar) ? grammar : "a1111";
  const carried = carry(job, capabilities, [], name, own, true);
  if (!job.framed || FRAME_NAMES.some((frame) => frame in carried.parameters)) return carried;
  const framed = chooseFrame(job.read.blueprint.frame, capabilities.frame, name);
  return {
    parameters: { ...framed.parameters, ...carried.parameters },
    warnings: [...carried.warnings, ...framed.warnings],
  };
}

function toGrammar(job: Job, grammar: GrammarId, name: string): Prompt {
  const { blueprint, loras } = job.read;
  const { parameters, warnings } = settingsFor(job, grammar, name);
  const printed = printGrammar(blueprint, grammar, { parameters, loras });
  return {
    target: name,
    text: printed.text,
    negative: printed.negative,
    parameters,
    warnings: placed([...printed.warnings, ...warnings], job.read),
    budget: { unit: "character", used: countText(printed.text, "character"), max: UNLIMITED },
    spans: printed.spans,
  };
}

async function toTarget(job: Job, name: string): Promise<Prompt> {
  const { read, options } = job;
  const { dialect, version } = await loadTarget(name);
  const capabilities = dialect.capabilities(version);
  const siblings = dialect.versions.map((known) => dialect.capabilities(known));
  const where = version === dialect.defaultVersion ? dialect.id : `${dialect.id}@${version}`;
  const grammar = options.grammar ?? "a1111";
  const { parameters, warnings } = carry(job, capabilities, siblings, where, grammar);
  const merged = mergeRepeats(read.blueprint, where);
  const printed = dialect.print(merged.blueprint, { version, parameters, grammar });
  const calls = capabilities.weights.kind === "a1111" && grammar === "a1111" ? printLoras(read.loras) : "";
  const gap = printed.text === "" || calls === "" ? "" : ", ";
  return {
    ...printed,
    text: `${printed.text}${gap}${calls}`,
    warnings: placed(
      [
        ...merged.warnings,
        ...printed.warnings,
        ...warnings,
        ...(calls === "" ? loraWarnings(read.loras, where) : []),
      ],
      read,
    ),
  };
}

/** The targets and grammars meant, "all" spread out to every target, each once. */
export function expandNames(names: readonly string[]): string[] {
  const clean = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== "");
  return [...new Set(clean.flatMap((name) => (name === "all" ? TARGET_IDS : [name])))];
}

async function printAll(job: Job): Promise<Prompt[]> {
  const prompts: Prompt[] = [];
  for (const name of expandNames(job.options.to)) {
    const grammar = grammarNamed(name);
    if (grammar !== undefined) prompts.push(toGrammar(job, grammar, name));
    else if (name.startsWith(PREFIX)) {
      throw new ImpromptError("unknown-target", `no grammar is called "${name.slice(PREFIX.length)}"`, {
        hint: `Choose among ${GRAMMARS.join(", ")}.`,
      });
    } else prompts.push(await toTarget(job, name));
  }
  return prompts;
}

/**
 * A prompt of one grammar as prompts for targets, or in other grammars: taken apart, each phrase put in its facet,
 * printed anew. Settings go along where the target knows them; weights become numbers of its own, or order and
 * wording. Whatever is dropped or bent is a warning, with its place in the source where it has one.
 *
 * @throws ImpromptError `unknown-target`
 */
export async function translate(text: string, options: TranslateOptions): Promise<Translation> {
  const { from, negative, vocabulary, divide } = options;
  const read = understand(text, from ?? "auto", {
    ...(negative === undefined ? {} : { negative }),
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(divide === undefined ? {} : { divide }),
  });
  return translateUnderstood(read, options);
}

/** `translate` of a prompt that has been taken apart. @throws ImpromptError `unknown-target` */
export async function translateUnderstood(read: Understood, options: PrintAllOptions): Promise<Translation> {
  const framed = FRAME_NAMES.some((name) => name in read.parameters);
  const prompts = await printAll({ read, options, framed });
  return { from: read.grammar, blueprint: read.blueprint, prompts, warnings: read.warnings };
}

/** Terms below it are left out of prompts unless pinned, as where pictures are described. */
const SURE = 0.5;

/**
 * A blueprint as prompts for targets and in grammars.
 *
 * @throws ImpromptError `unknown-target`
 */
export async function translateBlueprint(
  blueprint: Blueprint,
  options: PrintAllOptions,
): Promise<Translation> {
  const read: Read = {
    blueprint: atLeast(blueprint, SURE),
    parameters: {},
    loras: [],
    places: { terms: {}, parameters: {}, references: {} },
  };
  const prompts = await printAll({ read, options, framed: true });
  return { from: "blueprint", blueprint, prompts, warnings: [] };
}
