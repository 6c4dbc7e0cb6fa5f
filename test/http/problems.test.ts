import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/http/server.js";
import {
  exchange,
  imagePost,
  jsonPost,
  openWire,
  problemIn,
  startTestServer,
  statusOf,
} from "../support/http.js";

let server: RunningServer;
const defects: unknown[] = [];

beforeAll(async () => {
  server = await startTestServer({
    onDefect: (error) => defects.push(error),
    pace: { minBytesPerSecond: 1, graceMs: 60_000, drainIdleMs: 500, drainMs: 60_000 },
  });
});
afterAll(() => server.close());

const at = (path: string): string => `${server.url}${path}`;

describe("problems", () => {
  it("say what, where and what next", async () => {
    const answer = await fetch(at("/api/v1/nothing?token=abc"));
    expect(answer.status).toBe(404);
    expect(await problemIn(answer)).toEqual({
      type: "urn:imprompt:error:not-found",
      title: "Nothing is here",
      status: 404,
      detail: "/api/v1/nothing: there is no such route. The routes are described at /docs.",
      code: "not-found",
      where: "/api/v1/nothing",
      hint: "The routes are described at /docs.",
      instance: "/api/v1/nothing",
    });
  });

  it("name the methods that there are", async () => {
    const answer = await fetch(at("/api/v1/compile"), { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect((await problemIn(answer)).hint).toBe("Use POST.");
  });

  it("withhold what a defect says, and tell it to the server's owner", async () => {
    const answer = await fetch(at("/api/v1/broken"));
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toMatch(/secret|home|TypeError|\bat /u);
    expect(text).toContain("urn:imprompt:error:internal");
    expect(String(defects.at(-1))).toContain("secret.png");
  });

  it.each([
    ["JSON that is none", "application/json", "{", 400],
    ["JSON that is not UTF-8", "application/json", new Uint8Array([0x22, 0xff, 0x22]), 400],
    ["plain text", "text/plain", "{}", 415],
    ["a form that is not multipart", "application/x-www-form-urlencoded", "a=1", 415],
    ["no kind at all", "", "{}", 415],
    ["a form without a boundary", "multipart/form-data", "x", 400],
    [
      "a form that breaks off",
      "multipart/form-data; boundary=x",
      "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
      400,
    ],
  ])("meet %s", async (_, type, body, status) => {
    const answer = await fetch(at("/api/v1/compile"), {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect(answer.status).toBe(status);
    await problemIn(answer);
  });

  it("meet compressed requests", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const answer = await fetch(at("/api/v1/compile"), { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(415);
  });

  it("meet what is no request", async () => {
    const wire = openWire(server.port);
    wire.send("\x16\x03\x01\x02\x00\x01\x00 hello\r\n\r\n");
    const garbage = await wire.closed;
    expect(statusOf(garbage)).toBe(400);
    expect(garbage).toContain("application/problem+json");
    const host = `Host: 127.0.0.1:${server.port}`;
    const long = await exchange(server.port, [
      "GET /healthz HTTP/1.1",
      host,
      `X-Long: ${"a".repeat(20_000)}`,
    ]);
    expect(statusOf(long)).toBe(431);
    const smuggled = await exchange(server.port, [
      "POST /api/v1/compile HTTP/1.1",
      host,
      "Content-Length: 2",
      "Transfer-Encoding: chunked",
    ]);
    expect(statusOf(smuggled)).toBe(400);
  });
});

describe("sizes", () => {
  it("of text are held at a MiB, declared or not", async () => {
    const text = JSON.stringify({ text: "a".repeat(2 ** 20) });
    const declared = await fetch(at("/api/v1/compile"), jsonPost({ text: "a".repeat(2 ** 20) }));
    const stream = new Blob([text]).stream();
    const chunked = await fetch(at("/api/v1/compile"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: stream,
      duplex: "half",
    } as RequestInit);
    for (const answer of [declared, chunked]) {
      expect(answer.status).toBe(413);
      const problem = await problemIn(answer);
      expect(problem.code).toBe("input-too-large");
      expect(problem.detail).toContain("1 MiB");
    }
    const below = await fetch(at("/api/v1/compile"), jsonPost({ text: "a".repeat(2 ** 20 - 100) }));
    expect(below.status).toBe(200);
  });

  it("of pictures are held at the server's limit, and the sender sees the answer", async () => {
    const fits = await fetch(at("/api/v1/describe"), imagePost(new Uint8Array(2 ** 22 - 1000)));
    expect(await fits.json()).toEqual({ bytes: 2 ** 22 - 1000 });
    const over = await fetch(at("/api/v1/describe"), imagePost(new Uint8Array(2 ** 22 + 1)));
    expect((await problemIn(over)).detail).toContain("4 MiB");
  });

  it("that are declared and never come are refused at once", async () => {
    const wire = openWire(server.port);
    wire.send(
      `POST /api/v1/describe HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n`,
    );
    expect(statusOf(await wire.closed)).toBe(413);
  });
});
