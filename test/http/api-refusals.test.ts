import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Translation } from "../../src/app/translate.js";
import type { Blueprint } from "../../src/core.js";
import { createBlueprint, FACETS } from "../../src/core.js";
import { HARBOUR } from "../../src/http/schemas/example.js";
import type { ApiServer } from "./api-server.js";
import { startApi } from "./api-server.js";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
  expect(api.defects).toEqual([]);
});

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly where?: string;
  readonly detail: string;
}

async function refusal(route: string, body: unknown): Promise<Problem> {
  const answer = await api.post(`/api/v1/${route}`, body);
  const problem = (await answer.json()) as Problem;
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(problem.status).toBe(answer.status);
  return problem;
}

/** A blueprint of that many different phrases. */
function long(terms: number): Blueprint {
  return createBlueprint({
    frame: { width: 1024, height: 1024 },
    terms: Array.from({ length: terms }, (_, at) => ({
      facet: FACETS[at % 14] ?? "subject",
      text: `phrase number ${at}`,
    })),
  });
}

describe("what the routes refuse", () => {
  it.each<[string, string, unknown, number, string]>([
    ["no JSON object", "parse", "a fox", 422, "invalid-option"],
    ["a text that is too long", "parse", { text: "a".repeat(10_001) }, 422, "invalid-option"],
    ["an unknown grammar", "parse", { text: "a", grammar: "klingon" }, 422, "invalid-option"],
    ["no target to translate to", "translate", { text: "a", to: [] }, 422, "invalid-option"],
    [
      "an unknown grammar to translate to",
      "translate",
      { text: "a", to: ["grammar:klingon"] },
      422,
      "unknown-target",
    ],
    [
      "too many phrases in a text",
      "translate",
      { text: Array.from({ length: 401 }, (_, at) => `word${at}`).join(", "), to: ["flux"] },
      413,
      "input-too-large",
    ],
    ["too many phrases in a blueprint", "compile", { blueprint: long(401) }, 413, "input-too-large"],
    ["too many phrases to vary", "vary", { blueprint: long(151) }, 413, "input-too-large"],
    ["too many prompts", "vary", { blueprint: HARBOUR, count: 64, targets: ["all"] }, 413, "input-too-large"],
    [
      "too many phrases in all",
      "fill",
      {
        recipe: { version: 1, name: "a", terms: long(400).terms, slots: [], palette: [] },
        rows: Array.from({ length: 151 }, () => ({})),
        targets: ["flux"],
      },
      413,
      "input-too-large",
    ],
    [
      "too long a phrase",
      "compile",
      { blueprint: { ...HARBOUR, terms: [{ ...HARBOUR.terms[0], text: "a".repeat(2001) }] } },
      413,
      "input-too-large",
    ],
    [
      "a term without a text",
      "compile",
      { blueprint: { ...HARBOUR, terms: [{ ...HARBOUR.terms[0], text: "" }] } },
      422,
      "invalid-blueprint",
    ],
    [
      "too many settings",
      "compile",
      {
        blueprint: HARBOUR,
        parameters: Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`p${at}`, at])),
      },
      422,
      "invalid-option",
    ],
    ["an edit of no kind", "edit", { blueprint: HARBOUR, edits: [{ kind: "paint" }] }, 422, "invalid-option"],
    [
      "too many edits in a batch",
      "edit",
      {
        blueprint: HARBOUR,
        edits: [
          {
            kind: "batch",
            label: "",
            edits: Array.from({ length: 201 }, () => ({ kind: "include", id: "subject/fishing-boats" })),
          },
        ],
      },
      413,
      "input-too-large",
    ],
    [
      "too many rows",
      "fill",
      {
        recipe: { version: 1, name: "a", terms: [], slots: [], palette: [] },
        rows: Array.from({ length: 501 }, () => ({})),
      },
      422,
      "invalid-option",
    ],
    [
      "a recipe with a slot twice",
      "fill",
      {
        recipe: {
          version: 1,
          name: "a",
          terms: [],
          slots: [
            { name: "a", facet: "subject", required: true },
            { name: "a", facet: "subject", required: true },
          ],
          palette: [],
        },
      },
      422,
      "invalid-blueprint",
    ],
    [
      "too many references",
      "style",
      { references: Array.from({ length: 51 }, () => ({ name: "a", blueprint: HARBOUR })) },
      422,
      "invalid-option",
    ],
    [
      "a flood of values",
      "parse",
      { text: "a", more: Array.from({ length: 100_001 }, () => 1) },
      413,
      "input-too-large",
    ],
  ])("%s", async (_, route, body, status, code) => {
    expect(await refusal(route, body)).toMatchObject({ status, code });
  });

  it("JSON that is nested without end", async () => {
    const body = `{"text":"a","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const answer = await fetch(`${api.url}/api/v1/parse`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(((await answer.json()) as Problem).code).toBe("input-too-large");
    expect(answer.status).toBe(413);
  });

  it("what is no JSON, empty, or a form", async () => {
    const send = (body: string | FormData | null, type?: string): Promise<Response> =>
      fetch(`${api.url}/api/v1/parse`, {
        method: "POST",
        body,
        ...(type === undefined ? {} : { headers: { "content-type": type } }),
      });
    const form = new FormData();
    form.append("text", "a fox");
    const answers = [
      await send("{", "application/json"),
      await send(null),
      await send("", "application/json"),
      await send(form),
    ];
    const codes = await Promise.all(
      answers.map(async (answer) => [answer.status, ((await answer.json()) as Problem).code]),
    );
    expect(codes).toEqual([
      [400, "usage"],
      [422, "input-empty"],
      [422, "input-empty"],
      [415, "input-unsupported"],
    ]);
  });

  it("no name that belongs to every object, and takes it for a name", async () => {
    const body = `{"text": "a fox", "to": ["flux"], "parameters": {"constructor": 1, "toString": "a"}}`;
    const answer = await api.post("/api/v1/translate", JSON.parse(body));
    const { prompts } = (await answer.json()) as Translation;
    const dropped = prompts[0]?.warnings.filter(({ code }) => code === "parameter-dropped");
    expect(dropped?.map(({ message }) => /constructor|toString/u.exec(message)?.[0])).toEqual([
      "constructor",
      "toString",
    ]);
  });
});
