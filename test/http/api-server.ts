import { describe } from "../../src/app/describe.js";
import type { Describer, FetchPicture, Upload } from "../../src/app/describer.js";
import { read } from "../../src/app/read.js";
import type { HttpLimits } from "../../src/http/context.js";
import { mountApi } from "../../src/http/routes/index.js";
import { PICTURE } from "../../src/http/schemas/example.js";
import type { RunningServer } from "../../src/http/server.js";
import { startServer } from "../../src/http/server.js";
import { createFetchPicture } from "../../src/runtime/fetch/fetch-picture.js";
import { openEngines } from "../../src/runtime/models/engines.js";
import { nodeServices } from "../../src/runtime/node.js";

export const PICTURE_BYTES: Uint8Array<ArrayBuffer> = new Uint8Array(Buffer.from(PICTURE, "base64"));

const LIMITS: HttpLimits = { maxBytes: 2 ** 24, concurrency: 2, queue: 16, perClient: 16, timeoutMs: 20_000 };

/** Describes within this process, so that a test of a route starts no other. */
export function inProcess(): Describer {
  const engines = openEngines();
  const services = { ...nodeServices({}), engines };
  const opened = ({ name, bytes }: Upload): typeof services => ({
    ...services,
    open: () => Promise.resolve({ name, bytes }),
  });
  return {
    describe: (picture, { preview, ...options }, { onStage }) =>
      describe(picture.bytes, options, opened(picture), (stage) =>
        onStage?.(
          stage.stage === "decoded" && preview === true
            ? { ...stage, preview: "data:image/webp;base64,AAAA" }
            : stage,
        ),
      ),
    read: (picture) => read(picture.bytes, opened(picture)),
    close: engines.close,
  };
}

const guarded = createFetchPicture({ maxBytes: 2 ** 20, timeoutMs: 2000 });

/** The web as far as the tests need it: one picture; all else is refused, or looked for in vain. */
const fetchPicture: FetchPicture = (url, signal) =>
  url === "https://example.org/harbour.png"
    ? Promise.resolve({ name: "harbour.png", bytes: PICTURE_BYTES })
    : guarded(url, signal);

export interface ApiServer extends RunningServer {
  readonly post: (path: string, body: unknown, headers?: { [name: string]: string }) => Promise<Response>;
  /** What met a defect of ours. */
  readonly defects: readonly unknown[];
}

export async function startApi(
  options: {
    readonly describer?: Describer;
    readonly limits?: Partial<HttpLimits>;
    readonly token?: string;
    /** CLIP models that are said to be here. */
    readonly models?: readonly string[];
  } = {},
): Promise<ApiServer> {
  const defects: unknown[] = [];
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    limits: { ...LIMITS, ...options.limits },
    describer: options.describer ?? inProcess(),
    fetchPicture,
    studio: null,
    mount: mountApi,
    onDefect: (error) => defects.push(error),
    ...(options.token === undefined ? {} : { token: options.token }),
    ...(options.models === undefined ? {} : { models: () => Promise.resolve(options.models ?? []) }),
  });
  return {
    ...server,
    defects,
    post: (path, body, headers = {}) =>
      fetch(`${server.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}
