import type { LanguageModel } from "ai";
import { ImpromptError } from "../../base/error.js";
import type { Warning } from "../../base/warning.js";
import type { ArtistPolicy, EngineAnswer, EngineInput, InterrogationMode } from "../types.js";
import type { Ending, Question, Reply } from "./ask.js";
import { ask } from "./ask.js";
import { cleanCaption } from "./clean-phrase.js";
import { failureOf, knowsNoForm } from "./failure.js";
import { instructionFor } from "./instruction.js";
import { observe } from "./observe.js";
import { openModel } from "./open-model.js";
import type { Answer } from "./read-answer.js";
import { readAnswer } from "./read-answer.js";
import type { PictureType, Resolved, VisionLlmPorts } from "./settings.js";

export interface Looking {
  readonly mode: InterrogationMode;
  readonly artists: ArtistPolicy;
  readonly signal: AbortSignal;
}

export type Look = (input: EngineInput, looking: Looking) => Promise<EngineAnswer>;

/** Taken by every server, those with a small picture reader of their own included. */
const MEDIA_TYPE: PictureType = "image/jpeg";

const ENDINGS: { readonly [E in Exclude<Ending, "whole">]: string } = {
  length: "the answer reached its longest and broke off; what came whole is kept",
  filtered: "a filter of the server ended the answer; what came whole is kept",
  broken: "the connection broke in the middle of the answer; what came whole is kept",
  slow: "the time was up in the middle of the answer; what came whole is kept",
  loop: "the model went round in circles and was stopped; what came whole before is kept",
};

function refused(kind: "refused" | "blind", { model, host }: Resolved, where: string): ImpromptError {
  return kind === "blind"
    ? new ImpromptError("engine-failed", `"${model}" at ${host} says that it was shown no picture`, {
        where,
        hint: "Choose a model that sees, such as qwen2.5vl, gemma3 or llava.",
      })
    : new ImpromptError("engine-failed", `"${model}" at ${host} refused to describe the picture`, {
        where,
        hint: "Use another model; imprompt's own measurements need none.",
      });
}

function unusable(fault: string, ending: Ending, { model, host }: Resolved, where: string): ImpromptError {
  if (ending === "filtered") {
    return new ImpromptError("engine-failed", `a content filter of ${host} held the answer back`, {
      where,
      hint: "Use another model; imprompt's own measurements need none.",
    });
  }
  if (ending === "length") {
    return new ImpromptError(
      "engine-failed",
      `"${model}" at ${host} used up its answer before it said anything`,
      {
        where,
        hint: "It thinks too long: switch its thinking off, or choose a model that does not think.",
      },
    );
  }
  return new ImpromptError(
    "engine-failed",
    `the answer of "${model}" at ${host} cannot be used: it ${fault}`,
    {
      where,
      hint: "Try again, or choose a larger model.",
    },
  );
}

type Said = Extract<Answer, { kind: "said" }>;

/** Whether there is a point in asking the same again. */
function mayRetry({ ending }: Reply): boolean {
  return ending !== "filtered" && ending !== "slow";
}

/** Looks at pictures with one model. What is learnt of its server, such as that it knows no schema, is kept. */
export async function createLook(settings: Resolved, ports: VisionLlmPorts): Promise<Look> {
  const model: LanguageModel = await openModel(settings, ports);
  const source = `vision-llm:${settings.model}`;
  let structured = true;

  const put = async (question: Omit<Question, "structured">, signal: AbortSignal): Promise<Reply> => {
    const { where } = question;
    const once = (): Promise<Reply> => ask(model, { ...question, structured }, settings, signal);
    try {
      return await once().catch((error: unknown) => {
        if (!structured || !knowsNoForm(error)) throw error;
        structured = false;
        return once();
      });
    } catch (error) {
      throw failureOf(error, settings, where);
    }
  };

  const listen = async (
    question: Omit<Question, "structured" | "instruction">,
    { mode, artists, signal }: Looking,
  ): Promise<{ said: Said; reply: Reply }> => {
    let fault: string | undefined;
    for (;;) {
      const wishes = { mode, artists: artists !== "off", ...(fault === undefined ? {} : { fault }) };
      const reply = await put({ ...question, instruction: instructionFor(wishes) }, signal);
      const answer = readAnswer(reply.text);
      if (answer.kind === "said") return { said: answer, reply };
      if (answer.kind !== "malformed") throw refused(answer.kind, settings, question.where);
      if (fault !== undefined || !mayRetry(reply)) {
        throw unusable(answer.fault, reply.ending, settings, question.where);
      }
      fault = reply.ending === "loop" ? "repeated itself without end" : answer.fault;
    }
  };

  return async (input, looking) => {
    const picture = await ports.encode(input.raster, { maxSide: settings.maxSide, mediaType: MEDIA_TYPE });
    const { said, reply } = await listen({ where: input.name, picture, mediaType: MEDIA_TYPE }, looking);
    const { mode, artists } = looking;
    const seen = observe(said.facets, { source, mode, artists });
    const ending = reply.ending === "whole" && said.cut ? "broken" : reply.ending;
    const partial: Warning[] =
      ending === "whole" ? [] : [{ code: "engine-limited", message: ENDINGS[ending], where: source }];
    const caption = cleanCaption(said.caption);
    if (caption === undefined && seen.observations.length === 0) {
      throw unusable("said nothing of the picture", reply.ending, settings, input.name);
    }
    return {
      source,
      observations: seen.observations,
      ...(caption === undefined ? {} : { caption }),
      warnings: [...partial, ...seen.warnings],
    };
  };
}
