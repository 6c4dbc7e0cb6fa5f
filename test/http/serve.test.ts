import { describe, expect, it } from "vitest";
import { imprompt } from "../support/imprompt.js";
import { serveCli } from "../support/serve.js";

describe("imprompt serve", () => {
  it("says where it answers, tells of requests when asked, and ends well", async () => {
    const server = await serveCli(["--verbose"]);
    expect(server.out()).toContain(`imprompt answers at http://127.0.0.1:${server.port}\n`);
    expect(server.out()).not.toContain("token");
    expect((await fetch(`${server.url}/healthz?secret=1`)).status).toBe(200);
    const taken = await imprompt(["serve", "--port", String(server.port)]);
    expect(taken.status).toBe(2);
    expect(taken.err).toMatch(
      /^imprompt: 127\.0\.0\.1:\d+: another program listens there already\. .*--port\.$/mu,
    );
    expect(await server.end("SIGINT")).toBe(0);
    expect(server.err()).toMatch(/^GET \/healthz 200 \d+ ms\nStopping: /u);
  });

  it("makes a token for any other address, and shows it in the address alone", async () => {
    const server = await serveCli(["--host", "0.0.0.0", "--verbose"]);
    const token = /#token=([\w-]+)/u.exec(server.out())?.[1] ?? "";
    expect(token).toMatch(/^[\w-]{32}$/u);
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${server.url}/api/v1/targets`, { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await fetch(`http://localhost:${server.port}/healthz`)).status).toBe(200);
    expect(await server.end()).toBe(0);
    expect(server.err()).not.toContain(token);
  });

  it("does not print a token that it was given", async () => {
    const server = await serveCli(["--token", "a-token-of-my-own-making"]);
    expect((await fetch(`${server.url}/api/v1/targets`)).status).toBe(401);
    expect(server.out()).not.toContain("of-my-own");
    await server.end();
  });
});
