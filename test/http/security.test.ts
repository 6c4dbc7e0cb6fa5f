import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bombs } from "../support/bombs.js";
import { exchange, imagePost, openWire, problemIn, statusOf } from "../support/http.js";
import type { Served } from "../support/serve.js";
import { serveCli } from "../support/serve.js";

/** The real server in a process of its own, as a stranger meets it. */
let server: Served;
let picture: Uint8Array<ArrayBuffer>;

/** Waits for the patience of the server, and for pictures that take all the time that they may. */
const LONG = 180_000;
const LIMIT = 2 * 2 ** 20;

beforeAll(async () => {
  picture = new Uint8Array(await readFile("examples/sunset-silhouette.jpg"));
  server = await serveCli(["--max-bytes", "2MiB", "--max-pixels", "20MP", "--timeout", "30"]);
});
afterAll(async () => {
  expect(await server.end()).toBe(0);
});

const upload = (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/api/v1/describe`, imagePost(bytes, headers));

interface Health {
  readonly status: string;
  readonly running: number;
  readonly waiting: number;
}
const health = async (): Promise<Health> => (await (await fetch(`${server.url}/healthz`)).json()) as Health;

/** Megabytes that the server itself holds, its workers aside. */
const residentMiB = (): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(server.pid)], { encoding: "utf8" })) / 1024;

async function expectNormalWork(): Promise<void> {
  const answer = await upload(picture);
  expect(answer.status).toBe(200);
  const { blueprint } = (await answer.json()) as { blueprint: { terms: unknown[] } };
  expect(blueprint.terms.length).toBeGreaterThan(2);
  while ((await health()).running > 0);
  expect(await health()).toMatchObject({ status: "ok", running: 0, waiting: 0 });
}

/** An upload by a connection of its own, for many at once: no copy of the bytes is made for any. */
function uploadAtOnce(
  port: number,
  bytes: Uint8Array,
): Promise<{ status: number; retryAfter: string | undefined }> {
  const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n');
  const tail = Buffer.from("\r\n--x--\r\n");
  const headers = {
    "content-type": "multipart/form-data; boundary=x",
    "content-length": head.length + bytes.length + tail.length,
  };
  return new Promise((resolve, reject) => {
    const path = "/api/v1/describe";
    const asked = request(
      { host: "127.0.0.1", port, path, method: "POST", headers, agent: false },
      (answer) => {
        answer.resume().once("end", () => {
          resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] });
        });
      },
    );
    asked.once("error", reject);
    for (const part of [head, bytes, tail]) asked.write(part);
    asked.end();
  });
}

describe("the server that is started by the command", () => {
  it("works", expectNormalWork);

  it("answers no name that a page could bring, and no page of another site", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${server.port}`,
      `127.0.0.1.nip.example:${server.port}`,
    ]) {
      for (const path of ["/", "/api/v1/targets", "/sdapi/v1/png-info", "/openapi.json"]) {
        expect(statusOf(await exchange(server.port, [`GET ${path} HTTP/1.1`, `Host: ${host}`])), host).toBe(
          403,
        );
      }
    }
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await upload(picture, headers as Record<string, string>);
      expect((await problemIn(answer)).code).toBe("forbidden-origin");
    }
  });

  it("refuses what is too large, declared or not", async () => {
    const large = new Uint8Array(LIMIT + 1);
    const declared = await upload(large);
    const chunked = await fetch(`${server.url}/api/v1/describe`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob([large]).stream(),
      duplex: "half",
    } as RequestInit);
    for (const answer of [declared, chunked]) expect((await problemIn(answer)).status).toBe(413);
    await expectNormalWork();
  });

  it(
    "answers others while a crowd sends its requests byte by byte",
    async () => {
      const host = `Host: 127.0.0.1:${server.port}\r\n`;
      const heads = [
        "GET /healthz HTTP/1.1\r\nX-Slow: ",
        `POST /api/v1/compile HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
        `POST /api/v1/describe HTTP/1.1\r\n${host}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2000000\r\n\r\n--x`,
        `POST /sdapi/v1/interrogate HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
      ];
      const crowd = Array.from({ length: 400 }, (_, at) => {
        const wire = openWire(server.port);
        wire.send(heads[at % heads.length] as string);
        return wire;
      });
      await expectNormalWork().catch((error: unknown) => {
        for (const wire of crowd) wire.end();
        throw error;
      });
      const trickle = setInterval(() => {
        for (const wire of crowd) wire.send("a");
      }, 500);
      const ends = await Promise.all(crowd.map((wire) => wire.closed));
      clearInterval(trickle);
      for (const end of ends) expect([400, 408, 429]).toContain(statusOf(end));
      await expectNormalWork();
    },
    LONG,
  );

  it.each(bombs().map((bomb) => [bomb.name, bomb.bytes] as const))("outlives %s", async (_, bytes) => {
    const answer = await upload(bytes);
    const text = await answer.text();
    expect([200, 413, 415, 422, 504]).toContain(answer.status);
    expect(text).not.toContain("root:");
    if (answer.status !== 200) expect(text).toContain("urn:imprompt:error:");
    await expectNormalWork();
  });

  it(
    "takes 500 uploads at its limit at once: each is answered, and so is the health",
    async () => {
      const noise = {
        create: {
          width: 800,
          height: 800,
          channels: 3,
          background: "#888",
          noise: { type: "gaussian", mean: 128, sigma: 60 },
        },
      } as const;
      const large = new Uint8Array(await sharp(noise).png({ compressionLevel: 0 }).toBuffer());
      expect(large.length).toBeGreaterThan(0.9 * LIMIT);
      expect(large.length).toBeLessThan(LIMIT - 1000);
      let pending = 500;
      const outcomes = Array.from({ length: pending }, () => {
        return uploadAtOnce(server.port, large).finally(() => {
          pending -= 1;
        });
      });
      const beats: number[] = [];
      let most = 0;
      while (pending > 0) {
        const beat = await exchange(server.port, ["GET /healthz HTTP/1.1", `Host: 127.0.0.1:${server.port}`]);
        beats.push(statusOf(beat));
        most = Math.max(most, residentMiB());
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const answers = await Promise.all(outcomes);
      const statuses = new Set(answers.map(({ status }) => status));
      expect(statuses.has(200)).toBe(true);
      // Done, held back, without a turn in time, or not done in time: never anything else, never nothing.
      expect([200, 429, 503, 504]).toEqual(expect.arrayContaining([...statuses]));
      for (const { status, retryAfter } of answers) {
        if (status === 429 || status === 503) expect(Number(retryAfter)).toBeGreaterThan(0);
      }
      expect(new Set(beats)).toEqual(new Set([200]));
      expect(most).toBeLessThan(1024);
      await expectNormalWork();
    },
    LONG,
  );

  it("has told of none of it: no defect, no name, no content", () => {
    expect(server.err()).toBe("");
  });
});
