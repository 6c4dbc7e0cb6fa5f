import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/http/server.js";
import { loadStudio } from "../../src/http/studio.js";
import { exchange, problemIn, startTestServer, statusOf } from "../support/http.js";

const PAGE = "<!doctype html><title>studio</title>";
const SCRIPT = `export const words = ${JSON.stringify("a lamp, ".repeat(500))};`;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "imprompt-studio-"));
  const studio = join(folder, "studio");
  await mkdir(join(studio, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "not for anyone");
  await writeFile(join(studio, "index.html"), PAGE);
  await writeFile(join(studio, "theme.js"), "1");
  await writeFile(join(studio, "assets", "main-Ab3_-xYz.js"), SCRIPT);
  await writeFile(join(studio, "assets", "main-Ab3_-xYz.js.map"), "{}");
  server = await startTestServer({ studio: await loadStudio(studio) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });

describe("the studio", () => {
  it("is one page at every path that a person opens", async () => {
    for (const path of ["/", "/blend", "/style", "/board/7"]) {
      const answer = await get(path, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
      expect(await answer.text()).toBe(PAGE);
    }
  });

  it("is not what a missing file or route is answered with", async () => {
    for (const [path, accept] of [
      ["/assets/gone-Ab3_-xYz.js", "*/*"],
      ["/assets/gone-Ab3_-xYz.js", "text/html"],
      ["/blend", "application/json"],
      ["/api/v1/nothing", "text/html"],
      ["/sdapi", "text/html"],
      ["/interrogator/x", "text/html"],
      ["/assets/main-Ab3_-xYz.js.map", "*/*"],
      ["/docs/swagger-ui.js", "*/*"],
    ] as const) {
      const answer = await get(path, { accept });
      expect(answer.status, path).toBe(404);
      await problemIn(answer);
    }
  });

  it("keeps files named by their content for a year, and asks after the others", async () => {
    const script = await get("/assets/main-Ab3_-xYz.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await get("/theme.js")).headers.get("cache-control")).toBe("no-cache");
  });

  it("is sent compressed, each way once known as itself", async () => {
    const tags = new Set<string>();
    for (const [accept, encoding] of [
      ["br, gzip", "br"],
      ["gzip;q=0.5, br;q=0", "gzip"],
      ["identity", null],
    ] as const) {
      const answer = await get("/assets/main-Ab3_-xYz.js", { "accept-encoding": accept });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      expect(answer.headers.get("vary")).toBe("accept-encoding");
      expect(await answer.text()).toBe(SCRIPT);
      const etag = answer.headers.get("etag") ?? "";
      tags.add(etag);
      const again = await get("/assets/main-Ab3_-xYz.js", {
        "accept-encoding": accept,
        "if-none-match": etag,
      });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect(tags.size).toBe(3);
  });

  it("answers HEAD with the headers alone", async () => {
    const answer = await fetch(`${server.url}/assets/main-Ab3_-xYz.js`, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  it("never lets a path reach the files beside it", async () => {
    const host = `Host: 127.0.0.1:${server.port}`;
    for (const path of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/..%5csecret.txt",
      "/..\\secret.txt",
      "//secret.txt",
      `/${folder}/secret.txt`,
      "/assets/..%00/secret.txt",
      "/docs/../../package.json",
      "/docs/%2e%2e/package.json",
      "/docs/package.json",
    ]) {
      const answer = await exchange(server.port, [`GET ${path} HTTP/1.1`, host, "Accept: */*"]);
      expect([400, 404], path).toContain(statusOf(answer));
      expect(answer).not.toMatch(/not for anyone|"dependencies"/u);
    }
  });
});

describe("loadStudio", () => {
  it("is null where nothing is built", async () => {
    expect(await loadStudio(join(folder, "nowhere"))).toBeNull();
    expect(await loadStudio(join(folder, "studio", "assets"))).toBeNull();
  });
});

describe("the description's page", () => {
  it("comes whole from our origin", async () => {
    const page = await (await get("/docs")).text();
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/gu)].map((match) => match[1] ?? "");
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part).toMatch(/^\/docs\//u);
      const answer = await get(part);
      expect(answer.status, part).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(/^(?:text\/(?:css|javascript)|image\/png)/u);
    }
  });
});
