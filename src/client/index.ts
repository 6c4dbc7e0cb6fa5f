/** The API's typed client: runs in a browser and in Node, brings no more of imprompt than its errors. */
import type { Description } from "../app/describe.js";
import type {
  BlendAnswer,
  BlendRequest,
  CompileAnswer,
  CompileRequest,
  EditAnswer,
  EditRequest,
  FillAnswer,
  FillRequest,
  LintAnswer,
  LintRequest,
  NegativeAnswer,
  NegativeRequest,
  ParseAnswer,
  ParseRequest,
  PictureOptions,
  StyleAnswer,
  StyleRequest,
  TranslateRequest,
  VaryAnswer,
  VaryRequest,
} from "../app/exchange.js";
import type { FileReading } from "../app/read.js";
import type { OnStage } from "../app/stage.js";
import type { ListedTarget } from "../app/targets.js";
import type { Translation } from "../app/translate.js";
import { pictureForm } from "./picture-form.js";
import { readStages } from "./read-stages.js";
import type { ClientOptions } from "./send.js";
import { createSend } from "./send.js";

export type { Description } from "../app/describe.js";
export type * from "../app/exchange.js";
export type { FileReading } from "../app/read.js";
export type { OnStage, Stage } from "../app/stage.js";
export type { ListedTarget } from "../app/targets.js";
export type { Translation } from "../app/translate.js";
export { type ErrorCode, ImpromptError } from "../base/error.js";
export type { ClientOptions } from "./send.js";

/** The picture itself, or an address that the server fetches. */
export type PictureSource = Blob | { readonly url: string };

export interface CallOptions {
  /** Ends the call; it then rejects with `cancelled`, and the server stops working on it. */
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends CallOptions {
  /** What messages call the picture; a `File`'s own name unless said. */
  readonly name?: string | undefined;
}

export interface DescribeOptions extends PictureOptions, ReadOptions {
  /** Told of each stage as it comes. */
  readonly onStage?: OnStage | undefined;
}

type Ask<Request, Answer> = (request: Request, options?: CallOptions) => Promise<Answer>;

/** A method for each route; each rejects with an `ImpromptError` alone, that of the server or of the way to it. */
export interface Client {
  readonly describe: (picture: PictureSource, options?: DescribeOptions) => Promise<Description>;
  /** Only what the file itself carries. */
  readonly read: (picture: PictureSource, options?: ReadOptions) => Promise<FileReading>;
  /** What targets take; every one where none is named. */
  readonly targets: (names?: readonly string[], options?: CallOptions) => Promise<readonly ListedTarget[]>;
  readonly compile: Ask<CompileRequest, CompileAnswer>;
  readonly parse: Ask<ParseRequest, ParseAnswer>;
  readonly translate: Ask<TranslateRequest, Translation>;
  readonly lint: Ask<LintRequest, LintAnswer>;
  readonly blend: Ask<BlendRequest, BlendAnswer>;
  readonly vary: Ask<VaryRequest, VaryAnswer>;
  readonly negative: Ask<NegativeRequest, NegativeAnswer>;
  readonly edit: Ask<EditRequest, EditAnswer>;
  readonly style: Ask<StyleRequest, StyleAnswer>;
  readonly fill: Ask<FillRequest, FillAnswer>;
}

function bodyOf(picture: PictureSource, name: string | undefined, options: PictureOptions): unknown {
  return picture instanceof Blob ? pictureForm(picture, name, options) : { url: picture.url, ...options };
}

export function createClient(options: ClientOptions): Client {
  const send = createSend(options);
  const ask =
    <Request, Answer>(path: string): Ask<Request, Answer> =>
    async (body, { signal } = {}) =>
      (await (await send({ method: "POST", path, body, signal })).json()) as Answer;
  return {
    describe: async (picture, { onStage, signal, name, ...how } = {}) => {
      const call = {
        method: "POST",
        path: "/api/v1/describe",
        body: bodyOf(picture, name, how),
        signal,
      } as const;
      if (onStage === undefined) return (await (await send(call)).json()) as Description;
      return readStages(await send({ ...call, accept: "text/event-stream" }), onStage, signal);
    },
    read: (picture, { name, signal } = {}) =>
      ask<unknown, FileReading>("/api/v1/read")(bodyOf(picture, name, {}), { signal }),
    targets: async (names = [], { signal } = {}) => {
      const query = names.length === 0 ? "" : `?names=${names.map(encodeURIComponent).join(",")}`;
      const answer = await send({ method: "GET", path: `/api/v1/targets${query}`, signal });
      return (await answer.json()) as readonly ListedTarget[];
    },
    compile: ask("/api/v1/compile"),
    parse: ask("/api/v1/parse"),
    translate: ask("/api/v1/translate"),
    lint: ask("/api/v1/lint"),
    blend: ask("/api/v1/blend"),
    vary: ask("/api/v1/vary"),
    negative: ask("/api/v1/negative"),
    edit: ask("/api/v1/edit"),
    style: ask("/api/v1/style"),
    fill: ask("/api/v1/fill"),
  };
}
