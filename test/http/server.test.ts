import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Answered, RunningServer, ServerOptions } from "../../src/http/server.js";
import { fakeDescriber, imagePost, openWire, problemIn, startTestServer, statusOf } from "../support/http.js";

const running: RunningServer[] = [];
async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startTestServer(options);
  running.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const PICTURE = new Uint8Array(64);
const describePicture = (server: RunningServer, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}/api/v1/describe`, { ...imagePost(PICTURE), ...init });

/** Work that tells that it began, and waits to be let go. */
function heldWork(): {
  readonly work: (signal: AbortSignal) => Promise<unknown>;
  readonly began: Promise<AbortSignal>;
  readonly release: () => void;
} {
  let tell: (signal: AbortSignal) => void = () => {};
  let release = (): void => {};
  const began = new Promise<AbortSignal>((resolve) => {
    tell = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    work: (signal) => {
      tell(signal);
      return released;
    },
    began,
    release: () => release(),
  };
}

/** The answers of those that are refused, once there are so many. */
function refusals(uploads: readonly Promise<Response>[], count: number): Promise<Response[]> {
  return new Promise((resolve) => {
    const refused: Response[] = [];
    for (const upload of uploads) {
      void upload.then((answer) => {
        if (answer.status !== 200 && refused.push(answer) === count) resolve(refused);
      });
    }
  });
}

const slowPace = { minBytesPerSecond: 1000, graceMs: 100, drainIdleMs: 50, drainMs: 200 };

describe("a slow client", () => {
  it("that never ends its headers is let go", async () => {
    const server = await start({ patience: { headersMs: 150 } });
    const wire = openWire(server.port);
    wire.send("GET /healthz HTTP/1.1\r\nHost: 127.");
    expect(statusOf(await wire.closed)).toBe(408);
  });

  it("that never ends its body is let go, with an answer", async () => {
    const server = await start({ pace: slowPace });
    const wire = openWire(server.port);
    wire.send(
      `POST /api/v1/compile HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
    );
    const answer = await wire.closed;
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain("urn:imprompt:error:input-unreadable");
  });

  it.each([
    ["headers", "GET / HTTP/1.1\r\nX: "],
    [
      "body",
      "POST /api/v1/compile HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{",
    ],
  ])("and a crowd that never ends its %s shuts no one out", async (_, beginning) => {
    const server = await start({ patience: { connections: 20, headersMs: 60_000 } });
    const crowd = Array.from({ length: 60 }, () => openWire(server.port));
    for (const wire of crowd) wire.send(beginning.replace("HOST", `127.0.0.1:${server.port}`));
    for (let at = 0; at < 5; at += 1) {
      expect((await fetch(`${server.url}/healthz`, { headers: { connection: "close" } })).status).toBe(200);
    }
    await Promise.all(crowd.slice(0, 30).map((wire) => wire.closed));
    for (const wire of crowd) wire.end();
  });
});

describe("many uploads at once", () => {
  it("are held to the room that there is, and pass again when it is free", async () => {
    const { work, began, release } = heldWork();
    const limits = { maxBytes: 2 ** 20, concurrency: 1, queue: 50, perClient: 50, timeoutMs: 20_000 };
    const pace = { ...slowPace, graceMs: 5000, room: 2 ** 22 };
    const server = await start({ limits, pace, describer: fakeDescriber(work) });
    const large = new Uint8Array(2 ** 20 - 1000);
    const uploads = Array.from({ length: 12 }, () =>
      fetch(`${server.url}/api/v1/describe`, imagePost(large)),
    );
    await began;
    for (const refused of await refusals(uploads, 10)) {
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    release();
    const statuses = (await Promise.all(uploads)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    const after = await fetch(`${server.url}/api/v1/describe`, imagePost(large));
    expect(after.status).toBe(200);
  });

  it("beyond the queue are told when to come again, while the server answers", async () => {
    const { work, began, release } = heldWork();
    const server = await start({
      limits: { maxBytes: 2 ** 22, concurrency: 1, queue: 2, perClient: 50, timeoutMs: 20_000 },
      describer: fakeDescriber(work),
    });
    const uploads = Array.from({ length: 10 }, () => describePicture(server));
    await began;
    for (const busy of await refusals(uploads, 7)) {
      expect(busy.status).toBe(503);
      expect(busy.headers.get("retry-after")).toBe("5");
      expect((await problemIn(busy)).code).toBe("overloaded");
    }
    const health = (await (await fetch(`${server.url}/healthz`)).json()) as {
      status: string;
      running: number;
    };
    expect(health).toMatchObject({ status: "ok", running: 1 });
    release();
    const statuses = (await Promise.all(uploads)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  });
});

describe("a client that goes away", () => {
  it("has its work stopped", async () => {
    const { work, began } = heldWork();
    const server = await start({ describer: fakeDescriber(work) });
    const leaving = new AbortController();
    const asked = describePicture(server, { signal: leaving.signal });
    const signal = await began;
    expect(signal.aborted).toBe(false);
    const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve));
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await aborted;
  });

  it("in the middle of its upload does no harm", async () => {
    const server = await start();
    const wire = openWire(server.port);
    wire.send(
      `POST /api/v1/describe HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    wire.end();
    expect((await describePicture(server)).status).toBe(200);
  });
});

describe("stopping", () => {
  it("lets what runs end, answers what waits, and takes nothing more", async () => {
    const { work, began, release } = heldWork();
    const server = await start({
      limits: { maxBytes: 2 ** 22, concurrency: 1, queue: 4, perClient: 9, timeoutMs: 20_000 },
      describer: fakeDescriber(work),
    });
    const first = describePicture(server);
    await began;
    const second = describePicture(server);
    const health = async (): Promise<number> => {
      const answer = await fetch(`${server.url}/healthz`);
      return ((await answer.json()) as { waiting: number }).waiting;
    };
    while ((await health()) < 1);
    const closing = server.close();
    expect((await second).status).toBe(503);
    await expect(fetch(`${server.url}/healthz`, { headers: { connection: "close" } })).rejects.toThrow();
    release();
    expect((await first).status).toBe(200);
    await closing;
  });

  it("cancels what does not end in time, with an answer", async () => {
    const { work, began } = heldWork();
    const server = await start({ describer: fakeDescriber(work), patience: { graceMs: 50 } });
    const asked = describePicture(server);
    await began;
    await server.close();
    const answer = await asked;
    expect(answer.status).toBe(503);
    expect((await problemIn(answer)).code).toBe("cancelled");
  });

  it("does not wait for idle or silent connections", async () => {
    const server = await start();
    await (await fetch(`${server.url}/healthz`)).text();
    const wire = openWire(server.port);
    wire.send("GET /healthz HT");
    await server.close();
    await wire.closed;
    await server.close();
  });
});

describe("starting", () => {
  it("says which option helps where the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startTestServer({ port })).rejects.toMatchObject({
      code: "invalid-option",
      sentence: `127.0.0.1:${port}: another program listens there already. Choose another port with --port.`,
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it("says so where the address is not this machine's", async () => {
    await expect(startTestServer({ host: "192.0.2.1" })).rejects.toMatchObject({ code: "invalid-option" });
  });
});

describe("what is told of requests", () => {
  it("is method, path and outcome, and nothing that was sent", async () => {
    const told: Answered[] = [];
    const server = await start({
      onAnswer: (answered) => told.push(answered),
      token: "a-token-that-is-secret",
    });
    const headers = { authorization: "Bearer a-token-that-is-secret" };
    await (
      await fetch(`${server.url}/api/v1/describe?name=holiday&token=s`, imagePost(PICTURE, headers))
    ).text();
    await (await fetch(`${server.url}/a%0Ab\u00e9`)).text();
    await server.close();
    expect(told.map(({ method, path, status }) => [method, path, status])).toEqual([
      ["POST", "/api/v1/describe", 200],
      ["GET", "/a%0Ab%C3%A9", 404],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret|holiday|picture\.png/u);
  });
});
