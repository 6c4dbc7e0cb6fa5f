import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Describer } from "../../src/app/describer.js";
import type { Stage } from "../../src/client/index.js";
import { createClient, ImpromptError } from "../../src/client/index.js";
import { HARBOUR, LIGHTHOUSE, PROMPT } from "../../src/http/schemas/example.js";
import type { ApiServer } from "./api-server.js";
import { inProcess, PICTURE_BYTES, startApi } from "./api-server.js";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const client = (): ReturnType<typeof createClient> => createClient({ baseUrl: `${api.url}/` });
const picture = (): File => new File([PICTURE_BYTES], "harbour.png");

async function failure(promise: Promise<unknown>): Promise<ImpromptError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImpromptError);
  return error as ImpromptError;
}

describe("the client", () => {
  it("describes a file with its options", async () => {
    const { file, prompts } = await client().describe(picture(), {
      targets: ["flux", "sdxl"],
      set: [{ facet: "lighting", text: "neon light, from above" }],
      styleOnly: true,
      drop: ["quality"],
      minConfidence: 0.7,
    });
    expect(file).toBe("harbour.png");
    expect(prompts.map(({ target }) => target)).toEqual(["flux", "sdxl"]);
    expect(prompts[1]?.text).toContain("neon light, from above");
    expect(prompts[1]?.text).not.toContain("harbour");
  });

  it("tells the stages of a blob as they come, and ends with the same description", async () => {
    const stages: Stage[] = [];
    const options = { targets: ["flux"], name: "dusk.png" };
    const blob = new Blob([PICTURE_BYTES]);
    const told = await client().describe(blob, {
      ...options,
      preview: true,
      onStage: (stage) => stages.push(stage),
    });
    expect(stages.map(({ stage }) => stage)).toEqual(["read", "decoded", "measured", "fused"]);
    expect(stages[1]).toHaveProperty("preview");
    expect(told).toEqual(await client().describe(blob, options));
    expect(told.file).toBe("dusk.png");
  });

  it("has an address described and read by the server", async () => {
    const source = { url: "https://example.org/harbour.png" };
    expect((await client().describe(source, { targets: ["flux"] })).file).toBe("harbour.png");
    expect((await client().read(source)).recovered?.prompt).toContain("a harbour");
    expect((await client().read(picture())).file).toBe("harbour.png");
  });

  it("has a method for each route of texts and blueprints", async () => {
    const { compile, parse, translate, lint, blend, vary, negative, edit, style, fill, targets } = client();
    const one = { targets: ["flux"] };
    expect((await targets(["flux@dev"]))[0]?.target).toBe("flux");
    expect((await targets()).length).toBeGreaterThan(10);
    expect((await compile({ blueprint: HARBOUR, ...one })).prompts).toHaveLength(1);
    const { blueprint } = await parse({ text: PROMPT });
    expect((await translate({ blueprint, to: ["sdxl"] })).from).toBe("blueprint");
    expect((await lint({ text: PROMPT, target: "flux" })).findings.length).toBeGreaterThan(0);
    const sources = [{ blueprint }, { text: "a fox, harsh light", weight: 2 }];
    expect((await blend({ sources, mode: "weight", ...one })).prompts).toHaveLength(1);
    expect((await vary({ blueprint, count: 2, axes: ["light"], ...one })).variations).toHaveLength(2);
    expect((await negative({ blueprint, for: ["clean"], ...one })).added.length).toBeGreaterThan(0);
    const edits = [{ kind: "remove", id: "!text/watermark" }] as const;
    expect((await edit({ blueprint: HARBOUR, edits })).words).toHaveLength(1);
    const references = [HARBOUR, LIGHTHOUSE].map((each, at) => ({ name: `${at}`, blueprint: each }));
    const { recipe } = await style({ references, ...one });
    expect((await fill({ recipe, values: { subject: "a fox" }, ...one })).filled).toHaveLength(1);
  });

  it("has the server's refusals as its own errors, part by part", async () => {
    const error = await failure(client().compile({ blueprint: HARBOUR, targets: ["midjorney"] }));
    expect(error).toMatchObject({ code: "unknown-target", message: 'no target is called "midjorney"' });
    expect(error.hint).toMatch(/^Choose among midjourney/u);
    const field = await failure(client().lint({ text: "" }));
    expect(field).toMatchObject({ code: "invalid-option", where: "text", message: "has to say something" });
    expect(field.sentence).toBe(
      "text: has to say something. The form of each request is described at /docs.",
    );
    const bare = await failure(client().vary({ count: 2 } as never));
    expect(bare.sentence).toBe("give either a blueprint or a text.");
  });

  it("has a problem that comes within the stages as an error", async () => {
    const half = new Blob([PICTURE_BYTES.subarray(0, 320)]);
    const error = await failure(client().describe(half, { onStage: () => {} }));
    expect(error.code).toBe("input-corrupt");
  });

  it("sends its token", async () => {
    const guarded = await startApi({ token: "a-token-of-some-length" });
    const open = createClient({ baseUrl: guarded.url });
    expect((await failure(open.lint({ text: "a fox" }))).code).toBe("unauthorised");
    const known = createClient({ baseUrl: guarded.url, token: "a-token-of-some-length" });
    expect((await known.lint({ text: "a fox" })).text).toBe("a fox");
    await guarded.close();
  });

  it.each([true, false])("cancels the server's work with its signal (stages: %s)", async (staged) => {
    let gone: (() => void) | undefined;
    const ended = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const leave = new AbortController();
    const describer: Describer = {
      ...inProcess(),
      describe: (_, __, { signal, onStage }) =>
        new Promise((_resolve, reject) => {
          onStage?.({ stage: "fused", terms: 1 });
          signal.addEventListener("abort", () => {
            gone?.();
            reject(new ImpromptError("cancelled", "the client went away"));
          });
          if (!staged) leave.abort();
        }),
    };
    const server = await startApi({ describer });
    const call = createClient({ baseUrl: server.url }).describe(picture(), {
      signal: leave.signal,
      ...(staged ? { onStage: () => leave.abort() } : {}),
    });
    expect((await failure(call)).code).toBe("cancelled");
    await ended;
    await server.close();
  });
});

/** A server that closes its first connections without an answer. */
async function fickle(
  closes: number,
): Promise<{ readonly url: string; readonly asked: () => number; readonly close: () => void }> {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      asked += 1;
      if (asked <= closes) socket.destroy();
      else
        socket.end(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]",
        );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked: () => asked, close: () => server.close() };
}

describe("the client on a bad line", () => {
  it("asks once more for what only reads", async () => {
    const server = await fickle(1);
    expect(await createClient({ baseUrl: server.url }).targets()).toEqual([]);
    expect(server.asked()).toBe(2);
    server.close();
  });

  it("does not ask a third time, nor again for what is posted", async () => {
    const twice = await fickle(9);
    expect((await failure(createClient({ baseUrl: twice.url }).targets())).code).toBe("url-failed");
    expect(twice.asked()).toBe(2);
    twice.close();
    const once = await fickle(9);
    expect((await failure(createClient({ baseUrl: once.url }).lint({ text: "a fox" }))).code).toBe(
      "url-failed",
    );
    expect(once.asked()).toBe(1);
    once.close();
  });

  it("posts once more where the answer before was that the body was too large", async () => {
    const asked: Parameters<typeof fetch>[0][] = [];
    const tooLarge = { code: "input-too-large", detail: "the request is larger than 1 MiB.", status: 413 };
    const answers: (() => Promise<Response>)[] = [
      () => Promise.resolve(Response.json(tooLarge, { status: 413 })),
      () => Promise.reject(new TypeError("other side closed")),
      () => Promise.resolve(Response.json({ text: "a fox", findings: [] })),
      () => Promise.reject(new TypeError("other side closed")),
    ];
    const { lint } = createClient({
      baseUrl: "http://example.org",
      fetch: (input) => {
        asked.push(input);
        return answers.shift()?.() ?? Promise.reject(new Error("asked too often"));
      },
    });
    expect((await failure(lint({ text: "a" }))).code).toBe("input-too-large");
    expect((await lint({ text: "a fox" })).text).toBe("a fox");
    expect((await failure(lint({ text: "a fox" }))).code).toBe("url-failed");
    expect(asked).toEqual(Array.from({ length: 4 }, () => "http://example.org/api/v1/lint"));
  });

  it("tells an answer that is not the server's, and one that breaks off", async () => {
    const told = (answer: Response): ReturnType<typeof createClient> =>
      createClient({ baseUrl: "", fetch: () => Promise.resolve(answer) });
    const page = new Response("<h1>Bad gateway</h1>", { status: 502 });
    expect((await failure(told(page).lint({ text: "a" }))).sentence).toContain("the server answered 502");
    const half = new Response('event: stage\ndata: {"stage":"fused","terms":1}\n\n');
    const error = await failure(told(half).describe(picture(), { onStage: () => {} }));
    expect(error.sentence).toContain("the answer broke off");
    const newer = Response.json({ code: "from-the-future", detail: "something new." }, { status: 422 });
    expect(await failure(told(newer).lint({ text: "a" }))).toMatchObject({
      code: "internal",
      message: "something new",
    });
  });
});
