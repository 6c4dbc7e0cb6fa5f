import type { LanguageModel } from "ai";
import { Output, streamText } from "ai";
import { ANSWER_SCHEMA } from "./answer-schema.js";
import { cancelled, tooSlow } from "./failure.js";
import { loopStart } from "./repetition.js";
import type { PictureType, Resolved } from "./settings.js";

/** Characters of an answer, about 20 times what is asked for; more is no answer. */
const MOST_LETTERS = 60_000;
/** Characters of thinking before it. */
const MOST_THINKING = 400_000;
/** Characters at the end of its thinking by which a model is seen to go round in circles. */
const THINKING_SEEN = 4000;

/** Why an answer ended: by itself, or what ended it. */
export type Ending = "whole" | "length" | "filtered" | "broken" | "slow" | "loop";

export interface Reply {
  readonly text: string;
  readonly ending: Ending;
}

export interface Question {
  /** What messages call the picture. */
  readonly where: string;
  readonly instruction: string;
  readonly picture: Uint8Array;
  readonly mediaType: PictureType;
  /** Whether the server is told the schema. */
  readonly structured: boolean;
}

type TextOutput = ReturnType<typeof Output.text>;

/** The text as it comes, with the schema told to the server: what comes is read by us, since it may come by half. */
async function formOf(structured: boolean): Promise<TextOutput> {
  if (!structured) return Output.text();
  const { responseFormat } = Output.object({ schema: ANSWER_SCHEMA, name: "picture" });
  return { ...Output.text(), responseFormat: Promise.resolve(await responseFormat) };
}

function isFiltered(reason: string, raw: string | undefined): boolean {
  return reason === "content-filter" || /refus|safety|block|prohibit|recitation|spii/iu.test(raw ?? "");
}

interface Heard {
  text: string;
  thinking: string;
  thought: number;
  ending: Ending | undefined;
  failed: { readonly error: unknown } | undefined;
}

/** Cuts what goes round in circles, or on and on. */
function judge(heard: Heard): void {
  const start = loopStart(heard.text);
  if (start !== undefined || heard.text.length > MOST_LETTERS) {
    heard.text = heard.text.slice(0, start ?? MOST_LETTERS);
    heard.ending = "loop";
  }
  if (loopStart(heard.thinking) !== undefined) heard.ending = "loop";
  if (heard.thought > MOST_THINKING) heard.ending = "length";
}

async function listen(
  stream: ReturnType<typeof streamText>["fullStream"],
  heard: Heard,
  stop: () => void,
): Promise<void> {
  let unjudged = 0;
  for await (const part of stream) {
    if (part.type === "error") heard.failed ??= { error: part.error };
    if (part.type === "finish-step") {
      if (isFiltered(part.finishReason, part.rawFinishReason)) heard.ending = "filtered";
      else if (part.finishReason === "length") heard.ending = "length";
    }
    if (part.type === "reasoning-delta") {
      heard.thinking = (heard.thinking + part.text).slice(-THINKING_SEEN);
      heard.thought += part.text.length;
      unjudged += part.text.length;
    }
    if (part.type === "text-delta") {
      heard.text += part.text;
      unjudged += part.text.length;
    }
    if (unjudged < 64) continue;
    unjudged = 0;
    judge(heard);
    if (heard.ending !== undefined) {
      stop();
      return;
    }
  }
}

/**
 * One question and its answer, listened to as it comes: one that goes round in circles is not waited for, and of one
 * that breaks off, or is too slow, what came is answered.
 * @throws ImpromptError `engine-failed` where nothing came, `cancelled` when the signal says so; and as it is, what
 * `knowsNoForm` knows
 */
export async function ask(
  model: LanguageModel,
  question: Question,
  settings: Resolved,
  signal: AbortSignal,
): Promise<Reply> {
  const { where, instruction, picture, mediaType, structured } = question;
  if (signal.aborted) throw cancelled(where);
  const own = new AbortController();
  let slow = false;
  const timer = setTimeout(() => {
    slow = true;
    own.abort();
  }, settings.timeoutMs);
  const heard: Heard = { text: "", thinking: "", thought: 0, ending: undefined, failed: undefined };
  try {
    const { fullStream } = streamText({
      model,
      output: await formOf(structured),
      maxRetries: settings.retries,
      maxOutputTokens: settings.maxOutputTokens,
      abortSignal: AbortSignal.any([signal, own.signal]),
      onError: () => undefined,
      providerOptions: { openai: { store: false } },
      ...(settings.provider.protocol === "chat" ? { temperature: 0.2 } : {}),
      messages: [
        {
          role: "user",
          content: [
            { type: "file", mediaType, data: picture },
            { type: "text", text: instruction },
          ],
        },
      ],
    });
    await listen(fullStream, heard, () => own.abort());
  } catch (error) {
    heard.failed ??= { error };
  } finally {
    clearTimeout(timer);
  }
  if (signal.aborted) throw cancelled(where);
  if (heard.ending !== undefined) return { text: heard.text, ending: heard.ending };
  if (heard.text.trim() !== "" && (slow || heard.failed !== undefined)) {
    return { text: heard.text, ending: slow ? "slow" : "broken" };
  }
  if (slow) throw tooSlow(settings, where);
  if (heard.failed !== undefined) throw heard.failed.error;
  return { text: heard.text, ending: "whole" };
}
