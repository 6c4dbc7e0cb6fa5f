import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PICTURE } from "../../src/http/schemas/example.js";
import type { ApiServer } from "./api-server.js";
import { startApi } from "./api-server.js";
import type { Schema } from "./json-schema.js";
import { faultsOf } from "./json-schema.js";

interface Example {
  readonly summary: string;
  readonly value: unknown;
}

interface Media {
  readonly schema: Schema;
  readonly examples?: { readonly [name: string]: Example };
}

interface Answer {
  readonly description: string;
  readonly content: { readonly [type: string]: Media };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: { readonly [type: string]: Media } };
  readonly responses: { readonly [status: string]: Answer };
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly schemas: { readonly [name: string]: Schema };
    readonly securitySchemes: { readonly [name: string]: Schema };
  };
}

interface Problem {
  readonly code: string;
  readonly status: number;
}

const KEYS = {
  document: ["openapi", "info", "servers", "tags", "components", "paths", "webhooks"],
  operation: [
    "operationId",
    "tags",
    "summary",
    "description",
    "security",
    "parameters",
    "requestBody",
    "responses",
  ],
  media: ["schema", "examples"],
} as const;

/** Refused by the guards or the gate, in front of the route: shown by tests of their own below. */
const GUARDED = [
  "noToken",
  "foreignSite",
  "noJson",
  "tooLarge",
  "otherType",
  "rateLimited",
  "overloaded",
  "tooSlow",
];

let api: ApiServer;
let document: Document;

beforeAll(async () => {
  api = await startApi();
  document = (await (await fetch(`${api.url}/openapi.json`)).json()) as Document;
});
afterAll(() => api.close());

interface Place {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function operations(): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

function resolve(reference: string): Schema {
  const name = /^#\/components\/schemas\/(\w+)$/u.exec(reference)?.[1] ?? "";
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`${reference} leads nowhere`);
  return schema;
}

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
}

function problemExamples({ responses }: Operation): { readonly [name: string]: Problem } {
  const problems = Object.values(responses).flatMap(({ content }) =>
    Object.entries(content["application/problem+json"]?.examples ?? {}),
  );
  return Object.fromEntries(problems.map(([name, { value }]) => [name, value as Problem]));
}

/** The fields of an example of a form, sent as a browser would. */
function formOf(value: unknown): FormData {
  const form = new FormData();
  for (const [name, field] of Object.entries(value as { [name: string]: string })) {
    const file =
      name === "image" && field === PICTURE
        ? new File([Buffer.from(PICTURE, "base64")], "harbour.png")
        : field;
    if (typeof file === "string") form.append(name, file);
    else form.append(name, file);
  }
  return form;
}

async function expectGood({ path, operation }: Place, answer: Response): Promise<void> {
  const body: unknown = await answer.json();
  expect(answer.status, `${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
  const schema = operation.responses["200"]?.content["application/json"]?.schema;
  expect(faultsOf(schema ?? { type: "null" }, body, resolve), path).toEqual([]);
}

describe("the description of the API", () => {
  it("is an OpenAPI 3.1 document in form", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(KEYS.document).toEqual(expect.arrayContaining(Object.keys(document)));
    expect(document.info.title).toBe("imprompt");
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(operations().length).toBeGreaterThan(18);
  });

  it("describes each operation in full", () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      expect(path, where).toMatch(/^\/(?:[\w-]+\/)*[\w-]+$/u);
      expect(["get", "post"], where).toContain(method);
      expect(KEYS.operation, where).toEqual(expect.arrayContaining(Object.keys(operation)));
      expect(operation.summary.length, where).toBeGreaterThan(10);
      expect(operation.description.length, where).toBeGreaterThan(40);
      expect(tags, where).toEqual(expect.arrayContaining([...operation.tags]));
      expect(operation.tags, where).toHaveLength(1);
      expect(Object.keys(operation.responses), where).toEqual(expect.arrayContaining(["200", "401", "403"]));
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(status, where).toMatch(/^[2-5]\d\d$/u);
        expect(description, where).not.toBe("");
        for (const media of Object.values(content)) {
          expect(KEYS.media, where).toEqual(expect.arrayContaining(Object.keys(media)));
        }
      }
    }
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no reference that leads nowhere, and no component that nothing refers to", () => {
    const used = new Set(references(document));
    for (const reference of used) expect(() => resolve(reference)).not.toThrow();
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(named.filter((reference) => !used.has(reference))).toEqual([]);
  });

  it("holds an example for each request, and problems that are problems of their status", () => {
    for (const { path, method, operation } of operations()) {
      const examples = Object.values(operation.requestBody?.content ?? {}).map(
        ({ examples: own }) => own ?? {},
      );
      for (const own of examples) expect(Object.keys(own).length, path).toBeGreaterThan(0);
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const media = content["application/problem+json"];
        for (const { value } of Object.values(media?.examples ?? {})) {
          expect(faultsOf(media?.schema ?? {}, value, resolve), `${method} ${path} ${status}`).toEqual([]);
          expect((value as Problem).status).toBe(Number(status));
        }
      }
    }
  });

  it("has in its schema every example that is answered", () => {
    for (const { path, operation } of operations()) {
      const refused = problemExamples(operation);
      for (const { schema, examples = {} } of Object.values(operation.requestBody?.content ?? {})) {
        for (const [name, { value }] of Object.entries(examples)) {
          if (name in refused) continue;
          expect(faultsOf(schema, value, resolve), `${path} ${name}`).toEqual([]);
        }
      }
    }
  });

  it("keeps its word: every example is answered as it says", async () => {
    let executed = 0;
    for (const place of operations()) {
      const { path, operation } = place;
      const refused = problemExamples(operation);
      for (const [type, { examples = {} }] of Object.entries(operation.requestBody?.content ?? {})) {
        for (const [name, { value }] of Object.entries(examples)) {
          const isForm = type === "multipart/form-data";
          const answer = isForm
            ? await fetch(`${api.url}${path}`, { method: "POST", body: formOf(value) })
            : await api.post(path, value);
          executed += 1;
          if (!(name in refused)) await expectGood(place, answer);
          else {
            expect(answer.headers.get("content-type"), `${path} ${name}`).toBe("application/problem+json");
            expect(await answer.json(), `${path} ${name}`).toEqual(refused[name]);
            expect(answer.status).toBe(refused[name]?.status);
          }
        }
      }
    }
    expect(executed).toBeGreaterThan(60);
    expect(api.defects).toEqual([]);
  });

  it("keeps its word where a request has no body", async () => {
    for (const place of operations().filter(({ method }) => method === "get")) {
      const query = (place.operation.parameters ?? []).map(
        ({ name, example }) => `${name}=${String(example)}`,
      );
      await expectGood(place, await fetch(`${api.url}${place.path}?${query.join("&")}`));
      await expectGood(place, await fetch(`${api.url}${place.path}`));
    }
    const unknown = await fetch(`${api.url}/api/v1/targets?names=midjorney`);
    const { unknownTarget } = problemExamples(document.paths["/api/v1/targets"]?.["get"] as Operation);
    expect(await unknown.json()).toEqual(unknownTarget);
  });

  it("names no refusal of the guards that they do not give", async () => {
    const guarded = await startApi({ token: "a-token-of-some-length", limits: { maxBytes: 2 ** 20 } });
    const json = { "content-type": "application/json" };
    const token = { authorization: "Bearer a-token-of-some-length" };
    const requests: { readonly [name: string]: RequestInit } = {
      noToken: { headers: json, body: "{}" },
      foreignSite: { headers: { ...json, ...token, origin: "https://example.org" }, body: "{}" },
      noJson: { headers: { ...json, ...token }, body: "{" },
      tooLarge: { headers: { ...json, ...token }, body: `"${"a".repeat(2 ** 20)}"` },
      otherType: { headers: { ...token, "content-type": "text/plain" }, body: "a fox" },
    };
    for (const { path, method, operation } of operations()) {
      const examples = problemExamples(operation);
      for (const [name, request] of Object.entries(requests)) {
        const expected = examples[name];
        if (expected === undefined) continue;
        const answer = await fetch(`${guarded.url}${path}`, {
          ...request,
          method: method.toUpperCase(),
          body: method === "get" ? null : (request.body ?? null),
        });
        const { code, status } = (await answer.json()) as Problem;
        expect({ name, code, status: answer.status, told: status }, path).toEqual({
          name,
          code: expected.code,
          status: expected.status,
          told: expected.status,
        });
      }
    }
    await guarded.close();
  });

  it("describes the data of the stream's events", async () => {
    const describe = document.paths["/api/v1/describe"]?.["post"];
    const schema = describe?.responses["200"]?.content["text/event-stream"]?.schema ?? {};
    const body = { image: PICTURE, targets: ["flux"] };
    const stream = await (await api.post("/api/v1/describe", body, { accept: "text/event-stream" })).text();
    const data = [...stream.matchAll(/^data: (.*)$/gmu)].map(([, text = ""]): unknown => JSON.parse(text));
    expect(data).toHaveLength(5);
    for (const value of data) expect(faultsOf(schema, value, resolve)).toEqual([]);
    expect(faultsOf(schema, { stage: "fused" }, resolve)).not.toEqual([]);
  });

  it("is read strictly: what it does not say is a fault", async () => {
    const read = document.paths["/api/v1/read"]?.["post"];
    const schema = read?.responses["200"]?.content["application/json"]?.schema ?? {};
    const reading = (await (await api.post("/api/v1/read", { image: PICTURE })).json()) as Schema;
    expect(faultsOf(schema, { ...reading, more: 1 }, resolve)).toEqual([": more is not described"]);
    expect(faultsOf(schema, { ...reading, file: 1 }, resolve)).toEqual([".file: integer is no string"]);
    expect(faultsOf(schema, { ...reading, camera: undefined }, resolve)).not.toEqual([]);
  });

  it("names every refusal by a request or by a guard", () => {
    for (const { path, method, operation } of operations()) {
      const sent = Object.values(operation.requestBody?.content ?? {}).flatMap(({ examples = {} }) =>
        Object.keys(examples),
      );
      const known = [...sent, ...GUARDED, ...(method === "get" ? ["unknownTarget"] : [])];
      expect(known, path).toEqual(expect.arrayContaining(Object.keys(problemExamples(operation))));
    }
  });
});
