import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Describer } from "../../src/app/describer.js";
import { ImpromptError } from "../../src/base/error.js";
import { PICTURE } from "../../src/http/schemas/example.js";
import { imprompt } from "../support/imprompt.js";
import type { ApiServer } from "./api-server.js";
import { inProcess, PICTURE_BYTES, startApi } from "./api-server.js";

let api: ApiServer;
let folder: string;
beforeAll(async () => {
  api = await startApi();
  folder = await mkdtemp(join(tmpdir(), "imprompt-api-"));
  writeFileSync(join(folder, "harbour.png"), PICTURE_BYTES);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
  expect(api.defects).toEqual([]);
});

interface Answered {
  readonly file: string;
  readonly prompts: readonly { readonly target: string; readonly text: string }[];
  readonly code: string;
  readonly where?: string;
  readonly detail: string;
}

async function bodyOf(answer: Response, status: number): Promise<Answered> {
  const body = (await answer.json()) as Answered;
  expect(answer.status, JSON.stringify(body)).toBe(status);
  return body;
}

function form(fields: readonly (readonly [string, string | File])[]): FormData {
  const made = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") made.append(name, value);
    else made.append(name, value);
  }
  return made;
}

const send = (path: string, body: FormData): Promise<Response> =>
  fetch(`${api.url}${path}`, { method: "POST", body });
const file = (name = "harbour.png"): File => new File([PICTURE_BYTES], name);

/** What the command line says of the same file, its path aside. */
async function cli(...args: readonly string[]): Promise<unknown> {
  const { out, err } = await imprompt([...args, join(folder, "harbour.png"), "--json"]);
  expect(err).toBe("");
  return { ...(JSON.parse(out) as object), file: "harbour.png" };
}

describe("POST /api/v1/describe", () => {
  it("answers what the command line prints, from a form and from JSON", async () => {
    const expected = await cli(
      "--target",
      "flux,sdxl",
      "--subject",
      "old boats",
      "--set",
      "lighting=low sun",
      "--drop",
      "quality",
      "--min-confidence",
      "0.6",
    );
    const asForm = await send(
      "/api/v1/describe",
      form([
        ["image", file()],
        ["targets", "flux, sdxl"],
        ["subject", "old boats"],
        ["set", "lighting=low sun"],
        ["drop", "quality"],
        ["minConfidence", "0.6"],
      ]),
    );
    expect(await bodyOf(asForm, 200)).toEqual(expected);
    const asJson = await api.post("/api/v1/describe", {
      image: `data:image/png;base64,${PICTURE}`,
      name: "harbour.png",
      targets: ["flux", "sdxl"],
      subject: "old boats",
      set: [{ facet: "lighting", text: "low sun" }],
      drop: ["quality"],
      minConfidence: 0.6,
    });
    expect(await bodyOf(asJson, 200)).toEqual(expected);
  });

  it("has the command line's defaults", async () => {
    const answer = await send("/api/v1/describe", form([["image", file()]]));
    expect(await bodyOf(answer, 200)).toEqual(await cli());
  });

  it("leaves out what is shown where only the style is asked for", async () => {
    const plain = await bodyOf(await api.post("/api/v1/describe", { image: PICTURE, targets: "sdxl" }), 200);
    const styled = await bodyOf(
      await send(
        "/api/v1/describe",
        form([
          ["image", file()],
          ["targets", "sdxl"],
          ["styleOnly", "true"],
        ]),
      ),
      200,
    );
    expect(plain.prompts[0]?.text).toContain("harbour");
    expect(styled.prompts[0]?.text).not.toContain("harbour");
  });

  it("fetches an address", async () => {
    const { file: name } = await bodyOf(
      await api.post("/api/v1/describe", { url: "https://example.org/harbour.png" }),
      200,
    );
    expect(name).toBe("harbour.png");
  });

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\fakepath\\x.png", "x.png"],
    ["a\r\nb\u202e.png", "a b .png"],
    ["/", "image"],
  ])("takes of the name %j only its last part", async (name, plain) => {
    const answer = await api.post("/api/v1/describe", { image: PICTURE, name, targets: ["flux"] });
    expect((await bodyOf(answer, 200)).file).toBe(plain);
  });

  it.each<[string, object, string, string]>([
    ["a number as a text", { image: PICTURE, minConfidence: "0.5" }, "invalid-option", "minConfidence"],
    ["an unknown facet", { image: PICTURE, drop: ["mood"] }, "invalid-option", ""],
    ["a setting without a text", { image: PICTURE, set: ["lighting="] }, "invalid-option", ""],
    ["an unknown field", { image: PICTURE, target: "flux" }, "invalid-option", ""],
    ["both image and url", { image: PICTURE, url: "https://example.org/harbour.png" }, "invalid-option", ""],
    ["an empty image", { image: "  " }, "input-empty", "image"],
    ["an unfinished data: URL", { image: "data:image/png;base64" }, "invalid-option", "image"],
    ["a subject without words", { image: PICTURE, subject: "  " }, "invalid-option", "subject"],
    ["an address of no kind", { url: "file:///etc/passwd" }, "url-refused", "the file: address"],
  ])("refuses %s with 422", async (_, body, code, where) => {
    const problem = await bodyOf(await api.post("/api/v1/describe", body), 422);
    expect({ code: problem.code, where: problem.where ?? "" }).toEqual({ code, where });
  });

  it.each<[string, FormData, number, string]>([
    ["a file in another field", form([["picture", file()]]), 422, "invalid-option"],
    ["an empty file", form([["image", new File([], "a.png")]]), 422, "input-empty"],
    [
      "a flag that is neither true nor false",
      form([
        ["image", file()],
        ["styleOnly", "yes"],
      ]),
      422,
      "invalid-option",
    ],
    [
      "a number that is none",
      form([
        ["image", file()],
        ["minConfidence", "much"],
      ]),
      422,
      "invalid-option",
    ],
    [
      "a field that there is not",
      form([
        ["image", file()],
        ["target", "flux"],
      ]),
      422,
      "invalid-option",
    ],
    ["no picture", form([["targets", "flux"]]), 422, "input-empty"],
    ["a text for a picture", form([["image", new File(["a fox"], "fox.txt")]]), 415, "input-unsupported"],
    [
      "half a picture",
      form([["image", new File([PICTURE_BYTES.subarray(0, 320)], "half.png")]]),
      422,
      "input-corrupt",
    ],
  ])("refuses %s in a form", async (_, body, status, code) => {
    expect((await bodyOf(await send("/api/v1/describe", body), status)).code).toBe(code);
  });

  it("takes base64 that is broken into lines, and a percent-encoded data: URL", async () => {
    const lines = PICTURE.replace(/.{76}/gu, "$&\r\n");
    await bodyOf(await api.post("/api/v1/describe", { image: lines, targets: ["flux"] }), 200);
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#c33"/></svg>';
    const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await bodyOf(await api.post("/api/v1/describe", { image: url, targets: ["flux"] }), 200);
  });

  it("refuses a flood of values in the JSON around a picture", async () => {
    const body = { image: PICTURE, set: Array.from({ length: 300_000 }, () => "a=b") };
    expect((await bodyOf(await api.post("/api/v1/describe", body), 413)).code).toBe("input-too-large");
  });
});

/** A promise, and what keeps it. */
function signalled(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

interface Message {
  readonly event: string;
  readonly data: { readonly [key: string]: unknown };
}

function messagesOf(text: string): Message[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("event: "))
    .map((block) => {
      const [event = "", data = ""] = block.split("\n");
      return { event: event.slice(7), data: JSON.parse(data.slice(6)) as Message["data"] };
    });
}

const asStream = (path: string, body: unknown, from: ApiServer = api): Promise<Response> =>
  from.post(path, body, { accept: "text/event-stream" });

describe("POST /api/v1/describe as a stream", () => {
  it("tells each stage, then the description", async () => {
    const body = { image: PICTURE, name: "harbour.png", targets: ["flux"], preview: true };
    const answer = await asStream("/api/v1/describe", body);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const messages = messagesOf(await answer.text());
    expect(messages.map(({ event, data }) => [event, data["stage"]])).toEqual([
      ["stage", "read"],
      ["stage", "decoded"],
      ["stage", "measured"],
      ["stage", "fused"],
      ["done", undefined],
    ]);
    expect(messages[1]?.data["preview"]).toMatch(/^data:image\/webp/u);
    const { preview: _, ...plain } = body;
    expect(messages.at(-1)?.data).toEqual(await (await api.post("/api/v1/describe", plain)).json());
  });

  it("tells a failure behind the first stage as a problem", async () => {
    const half = Buffer.from(PICTURE_BYTES.subarray(0, 320)).toString("base64");
    const messages = messagesOf(await (await asStream("/api/v1/describe", { image: half })).text());
    expect(messages.map(({ event }) => event)).toEqual(["stage", "problem"]);
    expect(messages[1]?.data).toMatchObject({
      code: "input-corrupt",
      status: 422,
      instance: "/api/v1/describe",
    });
  });

  it("answers a failure before the first stage with its status", async () => {
    await bodyOf(await asStream("/api/v1/describe", { image: PICTURE, targets: ["midjorney"] }), 422);
    await bodyOf(await asStream("/api/v1/describe", { url: "http://10.0.0.1/a.png" }), 422);
  });

  it.each(["text/event-stream", "application/json"])(
    "ends the work when the client goes away (%s)",
    async (accept) => {
      const begun = signalled();
      const ended = signalled();
      const describer: Describer = {
        ...inProcess(),
        describe: (_, __, { signal, onStage }) =>
          new Promise((_resolve, reject) => {
            onStage?.({ stage: "measured", palette: [], terms: 0 });
            begun.give();
            signal.addEventListener("abort", () => {
              ended.give();
              reject(new ImpromptError("cancelled", "the client went away"));
            });
          }),
      };
      const server = await startApi({ describer });
      const socket = createConnection(server.port, "127.0.0.1");
      const body = JSON.stringify({ image: PICTURE });
      socket.write(
        `POST /api/v1/describe HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nAccept: ${accept}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      await begun.given;
      socket.destroy();
      await ended.given;
      await server.close();
      expect(server.defects).toEqual([]);
    },
  );

  it("says with Retry-After that a client asks too much, though a stream was asked for", async () => {
    const held = signalled();
    const own = inProcess();
    const describer: Describer = {
      ...own,
      read: async (...given) => {
        await held.given;
        return own.read(...given);
      },
    };
    const server = await startApi({ describer, limits: { concurrency: 1, queue: 4, perClient: 2 } });
    const under = [
      server.post("/api/v1/read", { image: PICTURE }),
      server.post("/api/v1/read", { image: PICTURE }),
    ];
    await vi.waitFor(async () => {
      const health = await fetch(`${server.url}/healthz`);
      expect(await health.json()).toMatchObject({ running: 1, waiting: 1 });
    });
    const refused = await asStream("/api/v1/describe", { image: PICTURE }, server);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/u);
    expect((await bodyOf(refused, 429)).code).toBe("rate-limited");
    held.give();
    for (const answer of await Promise.all(under)) expect(answer.status).toBe(200);
    await server.close();
  });
});

describe("POST /api/v1/read", () => {
  it("answers what the command line prints", async () => {
    const answer = await send("/api/v1/read", form([["image", file()]]));
    expect(await bodyOf(answer, 200)).toEqual(await cli("read"));
  });

  it.each<[string, object, number, string]>([
    ["no picture", { image: Buffer.from("just words").toString("base64") }, 415, "input-unsupported"],
    [
      "an archive",
      { image: Buffer.from("PK\u0003\u0004 and more").toString("base64") },
      415,
      "input-unsupported",
    ],
    ["options of a description", { image: PICTURE, targets: ["flux"] }, 422, "invalid-option"],
    ["words for base64", { image: "a red fox, in the snow" }, 422, "invalid-option"],
  ])("refuses %s", async (_, body, status, code) => {
    expect((await bodyOf(await api.post("/api/v1/read", body), status)).code).toBe(code);
  });
});
