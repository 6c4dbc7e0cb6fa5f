import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/http/server.js";
import { exchange, jsonPost, problemIn, startTestServer, statusOf } from "../support/http.js";

const TOKEN = "a-token-for-this-test-only";
let open: RunningServer;
let locked: RunningServer;

beforeAll(async () => {
  open = await startTestServer();
  locked = await startTestServer({ token: TOKEN });
});
afterAll(async () => {
  await Promise.all([open.close(), locked.close()]);
});

const get = (host: string, path = "/healthz", ...headers: string[]): Promise<string> =>
  exchange(open.port, [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...headers]);

describe("the Host header", () => {
  it("is answered in each spelling of loopback", async () => {
    for (const name of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
      expect(statusOf(await get(`${name}:${open.port}`)), name).toBe(200);
    }
  });

  it("is refused where a page could have brought it: other names, other ports, look-alikes", async () => {
    const port = open.port;
    for (const host of [
      `evil.example:${port}`,
      "evil.example",
      `127.0.0.1.evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `localhost.:${port}`,
      `127.0.0.1:${port === 80 ? 81 : 80}`,
      "127.0.0.1",
      "localhost",
      `192.168.0.9:${port}`,
      `0.0.0.0:${port}`,
      `169.254.169.254:${port}`,
    ]) {
      for (const path of ["/", "/healthz", "/api/v1/targets"]) {
        const answer = await get(host, path);
        expect(statusOf(answer), `${host}${path}`).toBe(403);
        expect(answer).toContain("urn:imprompt:error:forbidden-origin");
      }
    }
  });

  it("is not outdone by an absolute target or a second header", async () => {
    const port = open.port;
    const absolute = await exchange(port, [
      `GET http://evil.example:${port}/api/v1/targets HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
    ]);
    expect(statusOf(absolute)).toBe(403);
    const twice = await get("evil.example", "/healthz", `Host: 127.0.0.1:${port}`);
    expect(statusOf(twice)).toBe(403);
    const none = await exchange(port, ["GET /healthz HTTP/1.1"]);
    expect(statusOf(none)).toBe(400);
    for (const host of [
      `127.0.0.1:${port}@evil.example`,
      `[::ffff:10.0.0.1]:${port}`,
      `evil.example/:${port}`,
    ]) {
      expect([400, 403], host).toContain(statusOf(await get(host)));
    }
  });
});

describe("another site's page", () => {
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["our address over TLS", { origin: "https://127.0.0.1" }],
    ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a browser that says same-site", { "sec-fetch-site": "same-site" }],
  ])("is refused: %s", async (_, headers) => {
    for (const request of [
      fetch(`${open.url}/api/v1/targets`, { headers }),
      fetch(`${open.url}/api/v1/compile`, jsonPost({}, headers)),
    ]) {
      const answer = await request;
      expect(answer.status).toBe(403);
      expect((await problemIn(answer)).code).toBe("forbidden-origin");
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("cannot post a form, which needs no leave from a browser", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const headers = { "content-type": type, "sec-fetch-site": "cross-site" };
      const answer = await fetch(`${open.url}/api/v1/compile`, { method: "POST", headers, body: '{"a":1}' });
      expect(answer.status).toBe(403);
    }
  });

  it("gets no leave from a preflight", async () => {
    const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
    const foreign = await fetch(`${open.url}/api/v1/compile`, { method: "OPTIONS", headers });
    expect(foreign.status).toBe(403);
    const own = await fetch(`${open.url}/api/v1/compile`, { method: "OPTIONS" });
    expect(own.status).toBe(405);
    for (const answer of [foreign, own]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  it("may link to the page", async () => {
    const headers = { "sec-fetch-site": "cross-site", accept: "text/html" };
    expect((await fetch(`${open.url}/healthz`, { headers })).status).toBe(200);
  });

  it("is not our page, nor a tool that is no browser", async () => {
    const ours = { origin: open.url, "sec-fetch-site": "same-origin" };
    expect((await fetch(`${open.url}/api/v1/compile`, jsonPost({ a: 1 }, ours))).status).toBe(200);
    expect((await fetch(`${open.url}/api/v1/compile`, jsonPost({ a: 1 }))).status).toBe(200);
  });
});

describe("the token", () => {
  const ask = (path: string, authorization?: string): Promise<Response> =>
    fetch(`${locked.url}${path}`, authorization === undefined ? {} : { headers: { authorization } });

  it("is asked for by every route that does or tells something, known or not", async () => {
    for (const path of [
      "/api/v1/targets",
      "/api/v1/nothing",
      "/api",
      "/sdapi/v1/png-info",
      "/interrogator/models",
      "/%61pi/v1/targets",
    ]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/u);
      expect((await problemIn(answer)).code).toBe("unauthorised");
    }
    expect((await fetch(`${locked.url}/healthz`, { method: "POST" })).status).toBe(401);
  });

  it.each([
    "Bearer wrong",
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    "Bearer",
    `Basic ${TOKEN}`,
    TOKEN,
  ])("is not %s", async (authorization) => {
    const answer = await ask("/api/v1/targets", authorization);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(TOKEN);
  });

  it("opens all of it", async () => {
    expect((await ask("/api/v1/targets", `Bearer ${TOKEN}`)).status).toBe(200);
    expect((await ask("/api/v1/targets", `bearer ${TOKEN}`)).status).toBe(200);
  });

  it("is not needed for the page, the health and the description", async () => {
    for (const path of ["/healthz", "/docs", "/docs/start.js"]) expect((await ask(path)).status).toBe(200);
    expect(await (await ask("/")).text()).toContain("npm run build");
  });
});

describe("every answer", () => {
  it("carries the headers that keep it where it is", async () => {
    for (const path of [
      "/",
      "/healthz",
      "/docs",
      "/docs/start.js",
      "/nothing",
      "/api/v1/targets",
      "/api/v1/broken",
    ]) {
      const { headers } = await fetch(`${open.url}${path}`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("cache-control")).not.toBeNull();
    }
  });

  it("lets no page run a script that is not a file of ours", async () => {
    for (const path of ["/", "/docs"]) {
      const policy = (await fetch(`${open.url}${path}`)).headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/script-src 'self'(?:;|$)/u);
      expect(policy).not.toContain("unsafe-eval");
    }
    const studio = (await fetch(`${open.url}/`)).headers.get("content-security-policy") ?? "";
    expect(studio).not.toContain("unsafe-inline");
    expect(await (await fetch(`${open.url}/docs`)).text()).not.toMatch(
      /<script(?![^>]*\bsrc=)|\son\w+=|style=/u,
    );
  });
});
