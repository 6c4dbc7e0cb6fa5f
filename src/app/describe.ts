import { ImpromptError, toImpromptError } from "../base/error.js";
import type { Warning } from "../base/warning.js";
import type { Facet } from "../blueprint/facets.js";
import { fuse } from "../blueprint/fuse.js";

import { dropFacets, setFacet, styleOnly } from "../blueprint/select.js";
import type { Blueprint } from "../blueprint/types.js";
import type { Prompt } from "../dialects/types.js";
import type { Seen } from "../engines/embedded/index.js";
import { observe } from "../engines/embedded/index.js";
import type { EngineAnswer, EngineId, EngineOptions, Rankings } from "../engines/types.js";
import type { DecodedImage } from "../image/decoded.js";
import { Picture } from "../image/picture.js";
import type { Provenance, Reading, Recovered } from "../metadata/types.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { compileAll, expandTargets } from "./compile.js";
import type { Seeing } from "./describe-eyes.js";
import { openEyes } from "./describe-eyes.js";
import { namesSomething, sentenceOf } from "./describe-sentence.js";
import { sourcesOf } from "./describe-sources.js";
import type { EngineChoice, EngineWish } from "./engine-choice.js";
import { chooseEngine } from "./engine-choice.js";
import type { LookWork } from "./engine-look.js";
import { engineOptionsOf, lookAt } from "./engine-look.js";
import type { ImageInput, OpenedInput, Services } from "./ports.js";

import type { OnStage } from "./stage.js";

export interface DescribeOptions extends Omit<EngineOptions, "targets"> {
  /** Target names, "name" or "name@version"; "all" stands for every one. */
  readonly targets?: readonly string[];
  /** What looks at the picture beside the measurements; "auto" unless said. */
  readonly engine?: EngineWish;
  /** Those of the targets that choose the engine's model; the best that is there unless said. */
  readonly modelFor?: readonly string[];
  /** What the picture shows, in the user's words: outranks everything. */
  readonly subject?: string;
  /** Leaves out subject, action and setting. */
  readonly styleOnly?: boolean;
  /** The user's words for a facet, in place of what was found. */
  readonly set?: readonly { readonly facet: Facet; readonly text: string }[];
  readonly drop?: readonly Facet[];
  /** Terms below it stay in the blueprint and out of the prompts; 0..1, 0.5 unless said. */
  readonly minConfidence?: number;
  /**
   * Whether people, objects and words in the picture are looked for, in a process of its own, where the optional
   * packages for it are installed: unless said, where the file carries no prompt. False starts no process.
   */
  readonly detector?: boolean;
  /** Phrases and their facets; the standard ones unless said. */
  readonly vocabulary?: Vocabulary;
}

/** What looked at the picture, and why it was that. */
export interface EngineReport {
  /** "embedded" is the measurements alone. */
  readonly id: EngineId;
  /** Half a sentence. */
  readonly why: string;
  /** A sentence: how to get more, where there is more to get. */
  readonly hint?: string;
  /** As evidence names it: "analysis", "clip:ViT-L-14/openai". */
  readonly source: string;
  /** The engine's own string, as its mode asks for it. */
  readonly prompt?: string;
  readonly caption?: string;
  readonly rankings?: Rankings;
}

/** All that imprompt says of one picture; what `--json` prints. */
export interface Description {
  readonly file: string;
  readonly image: { readonly width: number; readonly height: number; readonly format: string };
  /** What is sure of it in one breath: "A photograph of two people on a city street at night.". */
  readonly summary: string;
  readonly recovered: Recovered | null;
  readonly provenance: Provenance | null;
  readonly engine: EngineReport;
  readonly blueprint: Blueprint;
  readonly measurements: { readonly [id: string]: unknown };
  readonly prompts: readonly Prompt[];
  readonly warnings: readonly Warning[];
}

function edit(blueprint: Blueprint, options: DescribeOptions): Blueprint {
  let edited = blueprint;
  if (options.subject !== undefined) edited = setFacet(edited, "subject", [options.subject]);
  for (const facet of new Set((options.set ?? []).map((setting) => setting.facet))) {
    const texts = (options.set ?? []).filter((setting) => setting.facet === facet);
    edited = setFacet(
      edited,
      facet,
      texts.map(({ text }) => text),
    );
  }
  edited = dropFacets(edited, options.drop ?? []);
  return options.styleOnly === true ? styleOnly(edited) : edited;
}

async function decodeOr(opened: OpenedInput, reading: Reading, services: Services): Promise<DecodedImage> {
  try {
    return await services.decode(opened);
  } catch (error) {
    const known = toImpromptError(error, opened.name);
    if (reading.recovered === null) throw known;
    throw new ImpromptError(known.code, known.message, {
      where: opened.name,
      hint: "Its metadata is readable all the same: imprompt read prints the prompt that it carries.",
      cause: error,
    });
  }
}

/** A picture that is read, decoded and measured. */
interface Prepared {
  readonly opened: OpenedInput;
  readonly reading: Reading;
  readonly decoded: DecodedImage;
  readonly seen: Seen;
  readonly seeing: Seeing;
}

async function prepare(
  input: ImageInput,
  options: DescribeOptions,
  services: Services,
  { signal, onStage }: LookWork,
): Promise<Prepared> {
  const opened = await services.open(input);
  const reading = await services.readMetadata(opened);
  const { recovered, provenance } = reading;
  onStage({ stage: "read", file: opened.name, recovered, provenance, warnings: reading.warnings });
  const decoded = await decodeOr(opened, reading, services);
  const { width, height, format } = decoded;
  onStage({ stage: "decoded", image: { width, height, format } });
  const picture = new Picture(decoded.raster, decoded);
  const eyes = openEyes(picture, decoded, services, options, { recovered: tellsPrompt(reading), signal });
  await eyes.begun;
  const seen = observe(picture);
  onStage({ stage: "measured", palette: seen.palette, terms: seen.observations.length });
  return { opened, reading, decoded, seen, seeing: await eyes.seeing() };
}

function reportOf(choice: EngineChoice, answer: EngineAnswer | undefined): EngineReport {
  return {
    ...choice,
    source: answer?.source ?? "analysis",
    ...(answer?.prompt === undefined ? {} : { prompt: answer.prompt }),
    ...(answer?.caption === undefined ? {} : { caption: answer.caption }),
    ...(answer?.rankings === undefined ? {} : { rankings: answer.rankings }),
  };
}

async function finish(
  prepared: Prepared,
  choice: EngineChoice,
  answer: EngineAnswer | undefined,
  options: DescribeOptions,
  onStage: OnStage,
): Promise<Description> {
  const { opened, reading, decoded, seen, seeing } = prepared;
  const { recovered, provenance } = reading;
  const { width, height, format } = decoded;
  const fused = fuse(sourcesOf(prepared, answer, options), {
    frame: { width, height },
    palette: seen.palette,
    ...(recovered === null ? {} : { recovered: essence(recovered) }),
  });
  const blueprint = edit(fused.blueprint, options);
  onStage({ stage: "fused", terms: blueprint.terms.length });
  const prompts = await compileAll(
    blueprint,
    expandTargets(options.targets ?? []),
    options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence },
  );
  return {
    file: opened.name,
    image: { width, height, format },
    summary: sentenceOf(blueprint),
    recovered,
    provenance,
    engine: reportOf(choice, answer),
    blueprint,
    measurements: seen.measurements,
    prompts,
    warnings: [
      ...reading.warnings,
      ...decoded.warnings,
      ...seeing.warnings,
      ...(answer?.warnings ?? []),
      ...fused.warnings,
      ...unnamed(blueprint, options),
    ],
  };
}

/** That nothing says what is shown, and what to do; not where it was left out on purpose. */
function unnamed(blueprint: Blueprint, { styleOnly, drop = [] }: DescribeOptions): Warning[] {
  if (styleOnly === true || drop.includes("subject") || namesSomething(blueprint)) return [];
  const message = "nothing that is shown could be named, so the prompts leave it open; give a subject";
  return [{ code: "subject-unknown", message, where: "subject" }];
}

function tellsPrompt({ recovered }: Pick<Reading, "recovered">): boolean {
  return recovered !== null && recovered.prompt !== "";
}

/** Nobody asks a model what the file itself says, unless told to. */
function choiceFor(
  choice: EngineChoice,
  { reading: { recovered } }: Prepared,
  options: DescribeOptions,
): EngineChoice {
  const asked = (options.engine ?? "auto") !== "auto";
  if (asked || !tellsPrompt({ recovered })) return choice;
  return { id: "embedded", why: "the file carries its own prompt" };
}

/**
 * One picture, described: the true prompt if the file carries it, what was measured and what the engine saw, and a
 * prompt for each target.
 *
 * @throws ImpromptError `input-*` when it cannot be read, `unknown-target`, `model-*` and `engine-failed` from the
 *   engine that was asked for, `cancelled`
 */
export async function describe(
  input: ImageInput,
  options: DescribeOptions,
  services: Services,
  onStage: OnStage = () => {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Description> {
  const wished = await chooseEngine(options.engine ?? "auto", engineOptionsOf(options), services.engines);
  const work = { signal, onStage };
  const prepared = await prepare(input, options, services, work);
  const choice = choiceFor(wished, prepared, options);
  const [answer] = await lookAt([prepared], choice, options, services, work);
  return finish(prepared, choice, answer, options, onStage);
}

/** Pictures that an engine sees at a time: more where a model is read anew for each batch, fewer of whole pixels. */
function batchOf({ id }: EngineChoice, { compat, lowMemory }: DescribeOptions): number {
  if (id !== "clip") return 1;
  if (compat !== undefined) return 4;
  return lowMemory === true ? 64 : 16;
}

export interface DescribeEvents {
  /** In the order of the inputs, as is `onFailed`; the next ones wait for it. */
  readonly onDescribed: (description: Description, index: number) => void | Promise<void>;
  readonly onFailed: (error: unknown, index: number) => void;
  /** How far an engine with a model is. */
  readonly onStage?: OnStage;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** The pictures of a batch that an engine can look at are shown to it together. */
async function answersOf(
  batch: readonly Outcome<Prepared>[],
  choice: EngineChoice,
  options: DescribeOptions,
  services: Services,
  work: LookWork,
): Promise<readonly Outcome<EngineAnswer | undefined>[]> {
  const shown = batch.flatMap((each) =>
    "value" in each && choiceFor(choice, each.value, options).id !== "embedded" ? [each.value] : [],
  );
  const looked = await outcomeOf(() => lookAt(shown, choice, options, services, work));
  return batch.map((each) => {
    if ("error" in each) return each;
    const at = shown.indexOf(each.value);
    if (at < 0) return { value: undefined };
    return "error" in looked ? looked : { value: looked.value[at] };
  });
}

/**
 * Several pictures, described as `describe` does, so that an engine with a model sees many at a time. What fails
 * for one picture is told, and the others go on.
 *
 * @throws ImpromptError what `describe` throws of the engine before a picture is opened, `cancelled`
 */
export async function describeMany(
  inputs: readonly ImageInput[],
  options: DescribeOptions,
  services: Services,
  events: DescribeEvents,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { onDescribed, onFailed, onStage = () => {} } = events;
  const wished = await chooseEngine(options.engine ?? "auto", engineOptionsOf(options), services.engines);
  const size = batchOf(wished, options);
  for (let start = 0; start < inputs.length; start += size) {
    const batch: Outcome<Prepared>[] = [];
    for (const input of inputs.slice(start, start + size)) {
      batch.push(await outcomeOf(() => prepare(input, options, services, { signal, onStage: () => {} })));
    }
    const answers = await answersOf(batch, wished, options, services, { signal, onStage });
    if (signal.aborted) throw new ImpromptError("cancelled", "the run was cancelled");
    for (const [at, answer] of answers.entries()) {
      const prepared = batch[at] as Outcome<Prepared>;
      const outcome = await outcomeOf(async () => {
        if ("error" in prepared) throw prepared.error;
        if ("error" in answer) throw answer.error;
        const choice = choiceFor(wished, prepared.value, options);
        const description = await finish(prepared.value, choice, answer.value, options, () => {});
        await onDescribed(description, start + at);
      });
      if ("error" in outcome) onFailed(outcome.error, start + at);
    }
  }
}

function essence({ tool, prompt, negative, parameters, confidence }: Recovered): Blueprint["recovered"] & {} {
  return { tool, prompt, negative, parameters, confidence };
}
