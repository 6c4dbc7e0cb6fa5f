import { resolve } from "node:path";
import type { Command } from "commander";
import type { DescribeOptions } from "../app/describe.js";
import { parseChoice, refuseOption } from "../app/describe-options.js";
import {
  ARTIST_POLICIES,
  ENGINE_WISHES,
  INTERROGATION_MODES,
  impliedEngine,
  QUALITY_LEVELS,
} from "../app/engine-choice.js";

/** Values of the options that choose and steer an engine, as the command line gives them. */
export interface EngineFlags {
  readonly engine?: string;
  readonly mode?: string;
  readonly compat?: string;
  readonly quality?: string;
  readonly artists?: string;
  readonly lists?: string;
  readonly model?: string;
  readonly captioner?: string;
  readonly caption?: string;
  readonly lowMemory?: boolean;
  readonly detector?: boolean;
}

export function addEngineOptions(command: Command): Command {
  return command
    .option(
      "-e, --engine <name>",
      `what looks at the picture: ${ENGINE_WISHES.join(", ")} (CLIP where its weights are here, unless said)`,
    )
    .option("--detector", "look for people, objects and words even where the file carries its prompt")
    .option("--no-detector", "start no process that looks for people, objects and words")
    .option("--mode <name>", `CLIP: ${INTERROGATION_MODES.join(", ")} (best unless said)`)
    .option("--model <name>", "the model, such as ViT-L-14/openai; the one that suits --target unless said")
    .option(
      "--captioner <name>",
      "what says what is shown, such as blip-large; the best that is here unless said",
    )
    .option("--caption <text>", "say yourself what is shown, in place of a captioner")
    .option("--artists <policy>", `CLIP: ${ARTIST_POLICIES.join(", ")} (suggest unless said)`)
    .option("--lists <folder>", "CLIP: your own .txt lists, one phrase a line, in place of the vocabulary")
    .option("--quality <level>", "CLIP: exact, or turbo, which is faster and approximates")
    .option("--compat <tool>", "CLIP: the very prompts of clip-interrogator")
    .option("--low-memory", "CLIP: one model in memory at a time");
}

function nonEmpty(flag: string, value: string): string {
  const text = value.trim();
  if (text === "") throw refuseOption(flag, value, "Leave it out, or give it some text.");
  return text;
}

/** An option that only one engine has asks for that engine. @throws ImpromptError `invalid-option` */
export function parseEngine(flags: EngineFlags): DescribeOptions {
  const { engine, ...others } = flags;
  const options = parseOthers(others);
  const wish = engine === undefined ? impliedEngine(options) : parseChoice("--engine", engine, ENGINE_WISHES);
  return { ...options, engine: wish };
}

function parseOthers(flags: Omit<EngineFlags, "engine">): Omit<DescribeOptions, "targets"> {
  const { mode, compat, quality, artists, lists, model, captioner, caption } = flags;
  return {
    ...(mode === undefined ? {} : { mode: parseChoice("--mode", mode, INTERROGATION_MODES) }),
    ...(compat === undefined ? {} : { compat: parseChoice("--compat", compat, ["clip-interrogator"]) }),
    ...(quality === undefined ? {} : { quality: parseChoice("--quality", quality, QUALITY_LEVELS) }),
    ...(artists === undefined ? {} : { artists: parseChoice("--artists", artists, ARTIST_POLICIES) }),
    ...(lists === undefined ? {} : { lists: resolve(nonEmpty("--lists", lists)) }),
    ...(model === undefined ? {} : { model: nonEmpty("--model", model) }),
    ...(captioner === undefined ? {} : { captioner: nonEmpty("--captioner", captioner) }),
    ...(caption === undefined ? {} : { caption: nonEmpty("--caption", caption) }),
    ...(flags.lowMemory === true ? { lowMemory: true } : {}),
    ...(flags.detector === undefined ? {} : { detector: flags.detector }),
  };
}
