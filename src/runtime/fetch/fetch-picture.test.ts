import type { RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ImpromptError } from "../../base/error.js";
import { createFetchPicture } from "./fetch-picture.js";
import type { Network } from "./network.js";
import { selfSigned } from "./self-signed.fixture.js";
import type { TestServer } from "./test-server.fixture.js";
import { startTestServer } from "./test-server.fixture.js";

const LIMITS = { maxBytes: 200_000, timeoutMs: 20_000 };
const PAGE = "http://pictures.example.com/fox.png";
const never = new AbortController().signal;
let png = Buffer.alloc(0);
let server: TestServer | undefined;

beforeAll(async () => {
  png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#f60" } })
    .png()
    .toBuffer();
});

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: RequestListener): Promise<TestServer> {
  server = await startTestServer(answer);
  return server;
}

function sendPng(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": "image/png", ...headers }).end(png);
}

async function outcome(
  network: Network,
  url: string = PAGE,
  limits: Partial<typeof LIMITS> = {},
): Promise<unknown> {
  const fetchPicture = createFetchPicture({ ...LIMITS, ...limits }, network);
  return fetchPicture(url, never).catch((error: unknown) => error);
}

describe("fetching a picture", () => {
  it("brings its bytes and its name", async () => {
    const { network, asked } = await serve((_, response) => sendPng(response));
    expect(await outcome(network, `${PAGE}?size=2`)).toEqual({ name: "fox.png", bytes: png });
    expect(asked.map(({ method, url }) => [method, url])).toEqual([["GET", "/fox.png?size=2"]]);
  });

  it("tells the other end who asks and nothing else", async () => {
    const { network, asked } = await serve((_, response) => sendPng(response, { "set-cookie": "id=1" }));
    await outcome(network);
    await outcome(network);
    expect(asked.map(({ headers }) => headers)).toEqual(
      Array.from({ length: 2 }, () => ({
        host: "pictures.example.com",
        accept: "image/*",
        "accept-encoding": "identity",
        "user-agent": "imprompt",
        connection: "close",
      })),
    );
  });

  it.each(["image/png; charset=binary", "IMAGE/PNG", "application/octet-stream", "binary/octet-stream"])(
    "takes %s",
    async (type) => {
      const { network } = await serve((_, response) => sendPng(response, { "content-type": type }));
      expect(await outcome(network)).toMatchObject({ name: "fox.png" });
    },
  );

  it("speaks TLS with the host that was asked for, and with no other", async () => {
    const hostname = "pictures.example.com";
    server = await startTestServer((_, response) => sendPng(response), selfSigned(hostname));
    const { network } = server;
    expect(await outcome(network, `https://${hostname}/fox.png`)).toMatchObject({ name: "fox.png" });
    expect(await outcome(network, `https://${hostname}./fox.png`)).toMatchObject({ name: "fox.png" });
    const other = await outcome(network, "https://other.example.com/fox.png");
    expect(other).toMatchObject({ code: "url-failed", message: "this address did not answer" });
  });
});

describe("redirects", () => {
  const to =
    (location: (path: string) => string, status = 302): RequestListener =>
    ({ url = "" }, response) => {
      if (url === "/end.png") sendPng(response);
      else response.writeHead(status, { location: location(url) }).end("moved");
    };

  it.each([301, 302, 303, 307, 308])("follows %i", async (status) => {
    const { network } = await serve(to(() => "/end.png", status));
    expect(await outcome(network)).toEqual({ name: "end.png", bytes: png });
  });

  it("follows five and not six", async () => {
    const { network, asked } = await serve(
      to((path) => (path === "/1" ? "/end.png" : `/${Number(path.slice(1)) - 1}`)),
    );
    expect(await outcome(network, "http://a.example.com/5")).toMatchObject({ name: "end.png" });
    expect(asked).toHaveLength(6);
    expect(await outcome(network, "http://a.example.com/6")).toMatchObject({ code: "url-refused" });
    expect(asked).toHaveLength(12);
  });

  it.each([
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.1]/",
    "http://0x7f.1/",
    "//localhost/",
    "//metadata.google.internal/",
    "http://user:word@a.example.com/",
    "http://a.example.com:22/",
    "file:///etc/passwd",
    "ftp://a.example.com/a.png",
    "data:image/png;base64,AAAA",
    "http://",
  ])("does not follow to %s, nor say that it led there", async (location) => {
    const { network, asked } = await serve(to(() => location));
    const permits = (address: string): boolean => address === "127.0.0.1" && asked.length === 0;
    const error = await outcome({ ...network, permits });
    expect(error).toMatchObject({ code: "url-refused", where: PAGE });
    expect((error as ImpromptError).sentence).not.toMatch(/127|169|metadata|passwd|localhost/);
    expect(asked).toHaveLength(1);
  });

  it("does not go from https to http", async () => {
    server = await startTestServer(
      to(() => "http://a.example.com/end.png"),
      selfSigned("a.example.com"),
    );
    const error = await outcome(server.network, "https://a.example.com/start");
    expect(error).toMatchObject({ code: "url-refused", message: "this address leads from https to http" });
    expect(server.asked).toHaveLength(1);
  });
});

describe("a name that changes where it leads", () => {
  const first = { address: "127.0.0.1", family: 4 };
  const later = { address: "10.0.0.1", family: 4 };

  it("is looked up once for a connection", async () => {
    const { network } = await serve((_, response) => sendPng(response));
    let lookups = 0;
    const resolve: Network["resolve"] = async () => [lookups++ === 0 ? first : later];
    expect(await outcome({ ...network, resolve })).toMatchObject({ name: "fox.png" });
    expect(lookups).toBe(1);
  });

  it("is connected to where it led when it was checked", async () => {
    const { network } = await serve((_, response) => sendPng(response));
    const answers: unknown[] = [];
    const request: Network["request"] = (options) => {
      options.lookup?.("pictures.example.com", { all: true }, (_, found) => answers.push(found));
      options.lookup?.("pictures.example.com", {}, (_, found, family) => answers.push([found, family]));
      return network.request(options);
    };
    await outcome({ ...network, request });
    expect(answers).toEqual([[first], ["127.0.0.1", 4]]);
  });

  it("is checked anew when a redirect leads to it again", async () => {
    const { network, asked } = await serve((_, response) =>
      response.writeHead(302, { location: "/again" }).end(),
    );
    let lookups = 0;
    const resolve: Network["resolve"] = async () => [lookups++ === 0 ? first : later];
    expect(await outcome({ ...network, resolve })).toMatchObject({ code: "url-refused" });
    expect([lookups, asked.length]).toEqual([2, 1]);
  });

  it("is refused when one of its addresses is inner", async () => {
    const { network, asked } = await serve((_, response) => sendPng(response));
    const resolve: Network["resolve"] = async () => [first, later];
    expect(await outcome({ ...network, resolve })).toMatchObject({ code: "url-refused" });
    expect(asked).toHaveLength(0);
  });

  it("is refused in the same words when it does not exist", async () => {
    const { network } = await serve((_, response) => sendPng(response));
    const said = async (resolve: Network["resolve"]): Promise<string> =>
      ((await outcome({ ...network, resolve })) as ImpromptError).sentence;
    const missing = await said(() => Promise.reject(new Error("getaddrinfo ENOTFOUND")));
    expect(await said(async () => [later])).toBe(missing);
    expect(await said(async () => [])).toBe(missing);
  });
});

describe("an answer that is not a picture in time and size", () => {
  it("is refused by the size that it states", async () => {
    const { network } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "image/png", "content-length": "300000" });
      response.flushHeaders();
    });
    expect(await outcome(network)).toMatchObject({ code: "input-too-large", where: PAGE });
  });

  it("is refused when it grows beyond the limit, without an end", async () => {
    const { network } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(20_000), more));
      more();
    });
    expect(await outcome(network)).toMatchObject({ code: "input-too-large" });
  });

  it.each([
    ["text/html", "this address answers with a web page, not a picture"],
    ["application/json", "this address answers with data of another kind, not a picture"],
    ["video/mp4", "this address answers with data of another kind, not a picture"],
  ])("is refused as %s", async (type, message) => {
    const { network } = await serve((_, response) => sendPng(response, { "content-type": type }));
    expect(await outcome(network)).toMatchObject({ code: "input-unsupported", message });
  });

  it.each([
    ["%PDF-1.7 ...", "a PDF document"],
    ["\x01\x02\x03\x04", "data of no known kind"],
  ])("is refused for its bytes, whatever its type: %s", async (body, what) => {
    const { network } = await serve((_, response) =>
      response.writeHead(200, { "content-type": "image/png" }).end(body),
    );
    expect(await outcome(network)).toMatchObject({
      code: "input-unsupported",
      message: `this address answers with ${what}, not a picture`,
    });
  });

  it("is not unpacked", async () => {
    const { network } = await serve((_, response) =>
      response
        .writeHead(200, { "content-type": "image/png", "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(10_000_000))),
    );
    expect(await outcome(network)).toMatchObject({ code: "url-failed" });
  });

  it.each([204, 206, 304, 401, 404, 500])("is refused with status %i", async (status) => {
    const { network } = await serve((_, response) =>
      response.writeHead(status, { "content-type": "image/png" }).end(),
    );
    expect(await outcome(network)).toMatchObject({
      code: "url-failed",
      message: `this address answers with status ${status}`,
    });
  });

  it.each<[string, RequestListener]>([
    ["nothing", (_, response) => response.writeHead(200, { "content-type": "image/png" }).end()],
    ["no HTTP", ({ socket }) => socket.end("220 mail.example.com ESMTP\r\n")],
    ["a closed connection", ({ socket }) => socket.destroy()],
    [
      "less than it states",
      ({ socket }) =>
        socket.end("HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 900\r\n\r\n\x89PNG"),
    ],
  ])("fails with %s", async (_, answer) => {
    const { network } = await serve(answer);
    expect(await outcome(network)).toMatchObject({ code: "url-failed", where: PAGE });
  });

  it("fails where nothing listens, without a word on why", async () => {
    const { network, close } = await startTestServer((_, response) => sendPng(response));
    await close();
    const error = await outcome(network);
    expect(error).toMatchObject({ code: "url-failed", message: "this address did not answer" });
    expect((error as ImpromptError).sentence).not.toMatch(/ECONN|127|refused|port/);
  });

  it.each<[string, RequestListener]>([
    ["is silent", () => {}],
    [
      "stops in the middle",
      (_, response) => void response.writeHead(200, { "content-type": "image/png" }).write("\x89PNG"),
    ],
    [
      "drips",
      (_, response) => {
        response.writeHead(200, { "content-type": "image/png" });
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("fails when it %s", async (_, answer) => {
    const { network } = await serve(answer);
    expect(await outcome(network, PAGE, { timeoutMs: 600 })).toMatchObject({
      code: "url-failed",
      where: PAGE,
    });
  });

  it("fails when its name is never found", async () => {
    const { network } = await serve((_, response) => sendPng(response));
    const resolve: Network["resolve"] = () => new Promise(() => {});
    expect(await outcome({ ...network, resolve }, PAGE, { timeoutMs: 200 })).toMatchObject({
      code: "url-failed",
    });
  });

  it("ends when it is cancelled, and leaves the connection", async () => {
    const controller = new AbortController();
    let left: () => void = () => {};
    const leaving = new Promise<void>((resolve) => {
      left = resolve;
    });
    const { network } = await serve((request) => {
      request.socket.on("close", left);
      controller.abort();
    });
    const fetchPicture = createFetchPicture(LIMITS, network);
    await expect(fetchPicture(PAGE, controller.signal)).rejects.toMatchObject({
      code: "cancelled",
      where: PAGE,
    });
    await leaving;
    await expect(fetchPicture(PAGE, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  });
});

it("says nothing of the query or of what a data URL holds", async () => {
  const { network } = await serve((_, response) => response.writeHead(404).end());
  const error = (await outcome(network, `${PAGE}?token=secret#part`)) as ImpromptError;
  expect(error).toBeInstanceOf(ImpromptError);
  expect(error.sentence).not.toContain("secret");
  const data = (await outcome(network, "data:image/png;base64,SECRET")) as ImpromptError;
  expect(data).toMatchObject({ code: "url-refused", where: "the data: address" });
});
