import { APICallError, RetryError } from "ai";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import { redact } from "./redact.js";
import type { Resolved } from "./settings.js";
import { keyVariable } from "./settings.js";

/** A server's own words, where it says them in one of the usual forms: one line, without any key. */
const Said = z.union([
  z.looseObject({ error: z.looseObject({ message: z.string() }) }).transform(({ error }) => error.message),
  z.looseObject({ error: z.string() }).transform(({ error }) => error),
  z.looseObject({ message: z.string() }).transform(({ message }) => message),
  z.looseObject({ detail: z.string() }).transform(({ detail }) => detail),
]);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf(body: unknown, apiKey: string | undefined): string {
  const value = typeof body === "string" ? json(body) : body;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const said = Said.safeParse(first);
  if (!said.success) return "";
  const line = said.data
    .replace(/[\p{C}\s]+/gu, " ")
    .replace(/https?:\/\/\S+/gu, "")
    .trim();
  const short = line.length > 160 ? `${line.slice(0, 160)}…` : line;
  return redact(short, apiKey).replace(/[.\s]+$/u, "");
}

interface Sentence {
  readonly message: string;
  readonly hint: string;
}

/** What a server answers with instead. */
interface Turned {
  readonly status: number;
  readonly words: string;
  readonly retryAfter: string | undefined;
}

function missingModel(settings: Resolved): Sentence {
  const { id, model, host } = settings;
  return {
    message: `${host} has no model "${model}"`,
    hint:
      id === "ollama"
        ? `Get it with "ollama pull ${model}", or see "ollama list" for those that are there.`
        : "Check the model's name, and that the address ends as the server's API does, mostly in /v1.",
  };
}

/** Words that servers say when a model, or how it was started, takes no pictures. */
const PICTURES = /\b(?:vision|image_?url|images?|multimodal|mmproj)\b/iu;

function aboutPictures({ model, host }: Resolved): Sentence {
  return {
    message: `"${model}" at ${host} takes no pictures`,
    hint: "Choose a model that sees, such as qwen2.5vl, gemma3 or llava; llama.cpp needs its --mmproj file as well.",
  };
}

function ofStatus({ status, words, retryAfter }: Turned, settings: Resolved): Sentence {
  const { host, model, apiKey } = settings;
  const quoted = words === "" ? "" : `: ${words}`;
  if (status >= 300 && status < 400) {
    return { message: `${host} sends its callers elsewhere`, hint: "Give the address that it is really at." };
  }
  if (status === 401 || status === 403 || /\bapi[ _]?key\b/iu.test(words)) {
    const key = keyVariable(settings);
    return apiKey === undefined
      ? { message: `${host} asks for a key`, hint: `Set ${key} in the environment.` }
      : { message: `${host} refuses the key`, hint: `Check ${key}, and that it may use ${model}.` };
  }
  const unpaid = status === 402 || /insufficient.quota|billing|credit/iu.test(words);
  if (unpaid) {
    return { message: `${host} asks to be paid first`, hint: "Add credit there, or use a local model." };
  }
  if (status === 429) {
    const wait = /^\d{1,5}$/u.test(retryAfter ?? "") ? `${retryAfter ?? ""} s` : "a while";
    return { message: `${host} is asked too much at once`, hint: `Try again in ${wait}.` };
  }
  const ofPictures = PICTURES.test(words);
  if (
    status === 413 ||
    (ofPictures && /\b(?:large|size|exceeds?|dimensions?|pixels|bytes)\b/iu.test(words))
  ) {
    return {
      message: `the picture does not suit ${host}${quoted}`,
      hint: "Give it a smaller one, or another model.",
    };
  }
  if (ofPictures && status !== 404) return aboutPictures(settings);
  if (status === 404) return missingModel(settings);
  if (/context|too many tokens|n_ctx|maximum.*length/iu.test(words)) {
    return {
      message: `the picture does not fit what "${model}" can hold at ${host}`,
      hint: "Give the model a longer context in the server's settings.",
    };
  }
  return status >= 500
    ? { message: `${host} failed (status ${status}${quoted})`, hint: "Try again, or look into its log." }
    : {
        message: `${host} did not take the request (status ${status}${quoted})`,
        hint: "Check the model's name.",
      };
}

function unreachable({ id, provider, host }: Resolved): Sentence {
  return {
    message: `nothing answers at ${host}`,
    hint:
      id === "ollama"
        ? 'Start Ollama with "ollama serve".'
        : provider.protocol === "chat"
          ? `Start ${provider.title}, or check its address.`
          : "Check the network, or use a local model.",
  };
}

/** Node's fetch waits 300 s for the first word of an answer, whatever it is told. */
function isSilence(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code: unknown = Reflect.get(cause, "code");
  return (
    (typeof code === "string" && /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/u.test(code)) || isSilence(cause.cause)
  );
}

/** What went wrong between us and the server, in our words. Nothing of the request is kept: it holds the key. */
export function failureOf(error: unknown, settings: Resolved, where: string): ImpromptError {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (last instanceof ImpromptError) return last;
  const made = ({ message, hint }: Sentence): ImpromptError =>
    new ImpromptError("engine-failed", message, { where, hint });
  if (APICallError.isInstance(last)) {
    const { statusCode: status, responseBody, responseHeaders } = last;
    if (status === undefined) {
      return isSilence(last.cause) ? tooSlow(settings, where) : made(unreachable(settings));
    }
    if (status >= 300) {
      const words = wordsOf(responseBody, settings.apiKey);
      return made(ofStatus({ status, words, retryAfter: responseHeaders?.["retry-after"] }, settings));
    }
  }
  const words = wordsOf(last, settings.apiKey);
  if (words !== "" && !(last instanceof Error)) {
    const broke = {
      message: `${settings.host} broke off (${words})`,
      hint: "Try again, or look into its log.",
    };
    return made(PICTURES.test(words) ? aboutPictures(settings) : broke);
  }
  return made({
    message: `${settings.host} did not answer as ${settings.provider.title} does`,
    hint: "Check the address, which mostly ends in /v1, and try again.",
  });
}

/** Whether a server turned the request away for the form of answer that was asked for. */
export function knowsNoForm(error: unknown): boolean {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (!APICallError.isInstance(last) || last.statusCode === undefined) return false;
  return (
    last.statusCode >= 400 &&
    !/^(?:401|402|403|404|408|413|429)$/u.test(String(last.statusCode)) &&
    /response_?format|json_?schema|response_?schema|structured|output_?config|grammar|guided|text\.format/iu.test(
      last.responseBody ?? "",
    )
  );
}

export function cancelled(where: string): ImpromptError {
  return new ImpromptError("cancelled", "asking the vision model was cancelled", { where });
}

/** The answer took longer than it may. */
export function tooSlow({ host, model, timeoutMs, provider }: Resolved, where: string): ImpromptError {
  const hint =
    provider.protocol === "chat"
      ? "The first answer of a model is slow because it is loaded: try again, take a smaller one, or raise IMPROMPT_LLM_TIMEOUT."
      : "Try again, or raise IMPROMPT_LLM_TIMEOUT.";
  return new ImpromptError(
    "engine-failed",
    `"${model}" at ${host} gave no answer within ${Math.round(timeoutMs / 1000)} s`,
    { where, hint },
  );
}
