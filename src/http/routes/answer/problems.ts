import type { createRoute } from "@hono/zod-openapi";
import type { ErrorCode } from "../../../base/error.js";
import { ImpromptError } from "../../../base/error.js";
import { toProblem } from "../../problem.js";
import { problemSchema } from "../../schemas/problem.js";

/** A request that is refused, and how. */
export interface Refusal {
  readonly summary: string;
  /** The request's body. */
  readonly value: unknown;
  readonly error: ImpromptError;
}

export type Responses = Parameters<typeof createRoute>[0]["responses"];

interface Refused {
  readonly name: string;
  readonly summary: string;
  readonly error: ImpromptError;
}

function refused(name: string, summary: string, code: ErrorCode, message: string, hint: string): Refused {
  return { name, summary, error: new ImpromptError(code, message, { hint }) };
}

const LATER = "Send this again in a few seconds.";

/** What the server's guards refuse on every route; `isOpen` of what needs no token. */
const GUARDS: readonly Refused[] = [
  refused(
    "noToken",
    "The token is missing",
    "unauthorised",
    "a token is needed",
    "Send the one that imprompt serve printed, as Authorization: Bearer <token>.",
  ),
  refused(
    "foreignSite",
    "Sent by another site's page",
    "forbidden-origin",
    "another site's page may not use this server",
    "Use the studio's own page, or a tool that is no browser.",
  ),
];

/** What is refused wherever a body is read. */
const BODIES: readonly Refused[] = [
  refused(
    "noJson",
    "The body cannot be parsed",
    "usage",
    "the body is not JSON",
    "Check quotes, commas and brackets.",
  ),
  refused(
    "tooLarge",
    "More than is taken",
    "input-too-large",
    "the request is larger than 1 MiB",
    "Send less, or start the server with a larger --max-bytes.",
  ),
  refused(
    "otherType",
    "Another type of content",
    "input-unsupported",
    "this kind of content is not read",
    "Send application/json, or a picture as multipart/form-data.",
  ),
];

/** What is refused wherever a picture is worked on. */
const PICTURES: readonly Refused[] = [
  refused(
    "rateLimited",
    "One client asks too much at once",
    "rate-limited",
    "too many pictures are under way from here",
    "Wait for some answers, then send this again.",
  ),
  refused("overloaded", "The queue is full", "overloaded", "too many pictures are waiting", LATER),
  refused(
    "tooSlow",
    "The picture took too long",
    "decode-timeout",
    "the picture took longer than it may",
    "Try a smaller one, or ask again: a model's first answer takes longest.",
  ),
];

export type Takes = "nothing" | "text" | "picture";

const REFUSED: { readonly [T in Takes]: readonly Refused[] } = {
  nothing: GUARDS,
  text: [...GUARDS, ...BODIES],
  picture: [...GUARDS, ...BODIES, ...PICTURES],
};

/** Every problem that a route answers with, by status, each with examples; a refused example has its request's name. */
export function problemResponses(
  path: string,
  takes: Takes,
  refusals: { readonly [name: string]: Refusal } = {},
): Responses {
  const all: Refused[] = [
    ...REFUSED[takes],
    ...Object.entries(refusals).map(([name, refusal]) => ({ ...refusal, name })),
  ];
  const problems = all.map(({ name, summary, error }) => ({ name, summary, value: toProblem(error, path) }));
  const statuses = [...new Set(problems.map(({ value }) => value.status))].sort((x, y) => x - y);
  return Object.fromEntries(
    statuses.map((status) => {
      const own = problems.filter(({ value }) => value.status === status);
      const titles = [...new Set(own.map(({ value }) => value.title))];
      const examples = Object.fromEntries(own.map(({ name, summary, value }) => [name, { summary, value }]));
      return [
        String(status),
        {
          description: titles.join("; "),
          content: { "application/problem+json": { schema: problemSchema, examples } },
        },
      ];
    }),
  );
}
