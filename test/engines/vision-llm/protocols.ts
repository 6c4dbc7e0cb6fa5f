import type { Protocol } from "../../../src/engines/vision-llm/providers.js";

/** How an answer ends, in a word that each protocol says in its own way. */
export type Finish = "stop" | "length" | "filtered" | "refusal";

/** One event of a stream, as it goes over the wire. */
type Event = string;

const event = (data: unknown, name?: string): Event =>
  `${name === undefined ? "" : `event: ${name}\n`}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;

/** A text in the pieces in which a model says it. */
function tokens(text: string): string[] {
  return text.match(/[^]{1,7}/gu) ?? [];
}

function chat(text: string, finish: Finish): Event[] {
  const chunk = (delta: unknown, reason: string | null): Event =>
    event({
      id: "chatcmpl-421",
      object: "chat.completion.chunk",
      created: 1_763_700_000,
      model: "seer:7b",
      system_fingerprint: "fp_ollama",
      choices: [{ index: 0, delta, finish_reason: reason }],
    });
  const reasons = { stop: "stop", length: "length", filtered: "content_filter", refusal: "stop" } as const;
  return [
    chunk({ role: "assistant", content: "" }, null),
    ...tokens(text).map((content) => chunk({ role: "assistant", content }, null)),
    chunk({ role: "assistant", content: "" }, reasons[finish]),
    event("[DONE]"),
  ];
}

function responses(text: string, finish: Finish): Event[] {
  let sequence = 0;
  const say = (type: string, rest: object): Event =>
    event({ type, sequence_number: sequence++, ...rest }, type);
  const refuses = finish === "refusal";
  const part = refuses ? { type: "refusal", refusal: text } : { type: "output_text", text, annotations: [] };
  const item = { id: "msg_1", type: "message", role: "assistant" };
  const response = {
    id: "resp_1",
    object: "response",
    created_at: 1_763_700_000,
    status: "in_progress",
    model: "gpt-seer",
    output: [],
    error: null,
    incomplete_details: null,
  };
  const usage = {
    input_tokens: 900,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 120,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 1020,
  };
  const reason =
    finish === "length" ? "max_output_tokens" : finish === "filtered" ? "content_filter" : undefined;
  const where = { item_id: "msg_1", output_index: 0, content_index: 0 };
  return [
    say("response.created", { response }),
    say("response.in_progress", { response }),
    say("response.output_item.added", {
      output_index: 0,
      item: { ...item, status: "in_progress", content: [] },
    }),
    say("response.content_part.added", {
      ...where,
      part: refuses ? { type: "refusal", refusal: "" } : { type: "output_text", text: "", annotations: [] },
    }),
    ...tokens(text).map((delta) =>
      say(refuses ? "response.refusal.delta" : "response.output_text.delta", {
        ...where,
        delta,
        ...(refuses ? {} : { logprobs: [] }),
      }),
    ),
    say(
      refuses ? "response.refusal.done" : "response.output_text.done",
      refuses ? { ...where, refusal: text } : { ...where, text, logprobs: [] },
    ),
    say("response.content_part.done", { ...where, part }),
    say("response.output_item.done", {
      output_index: 0,
      item: { ...item, status: "completed", content: [part] },
    }),
    reason === undefined
      ? say("response.completed", { response: { ...response, status: "completed", usage } })
      : say("response.incomplete", {
          response: { ...response, status: "incomplete", incomplete_details: { reason }, usage },
        }),
  ];
}

/** Anthropic's older models are given the form as a tool that they have to call. */
export function messagesWithTool(text: string): string[] {
  const events = messages("", "stop");
  const say = (type: string, rest: object): Event => event({ type, ...rest }, type);
  return [
    ...events.slice(0, 1),
    say("content_block_start", {
      index: 0,
      content_block: { type: "tool_use", id: "toolu_1", name: "json", input: {} },
    }),
    ...tokens(text).map((piece) =>
      say("content_block_delta", { index: 0, delta: { type: "input_json_delta", partial_json: piece } }),
    ),
    say("content_block_stop", { index: 0 }),
    say("message_delta", {
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { output_tokens: 120 },
    }),
    say("message_stop", {}),
  ];
}

function messages(text: string, finish: Finish): Event[] {
  const say = (type: string, rest: object): Event => event({ type, ...rest }, type);
  const reasons = {
    stop: "end_turn",
    length: "max_tokens",
    filtered: "refusal",
    refusal: "refusal",
  } as const;
  return [
    say("message_start", {
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "claude-seer",
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 900, output_tokens: 1 },
      },
    }),
    say("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    say("ping", {}),
    ...tokens(text).map((piece) =>
      say("content_block_delta", { index: 0, delta: { type: "text_delta", text: piece } }),
    ),
    say("content_block_stop", { index: 0 }),
    say("message_delta", {
      delta: { stop_reason: reasons[finish], stop_sequence: null },
      usage: { output_tokens: 120 },
    }),
    say("message_stop", {}),
  ];
}

function gemini(text: string, finish: Finish): Event[] {
  const usageMetadata = { promptTokenCount: 900, candidatesTokenCount: 120, totalTokenCount: 1020 };
  if (finish === "filtered" || finish === "refusal") {
    return [event({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata })];
  }
  const pieces = tokens(text);
  return pieces.map((piece, index) =>
    event({
      candidates: [
        {
          content: { parts: [{ text: piece }], role: "model" },
          index: 0,
          ...(index === pieces.length - 1
            ? { finishReason: finish === "length" ? "MAX_TOKENS" : "STOP" }
            : {}),
        },
      ],
      usageMetadata,
      modelVersion: "gemini-seer",
    }),
  );
}

/** An answer as the server of a protocol streams it. */
export const STREAMS: { readonly [P in Protocol]: (text: string, finish: Finish) => string[] } = {
  chat,
  responses,
  messages,
  gemini,
};

/** A refusal to work as the server of a protocol says it. */
export function errorBody(protocol: Protocol, status: number, message: string): string {
  const bodies: { readonly [P in Protocol]: unknown } = {
    chat: { error: { message, type: "api_error", param: null, code: null } },
    responses: { error: { message, type: "invalid_request_error", param: null, code: "invalid_api_key" } },
    messages: { type: "error", error: { type: "api_error", message }, request_id: "req_1" },
    gemini: { error: { code: status, message, status: "FAILED" } },
  };
  return JSON.stringify(bodies[protocol]);
}
