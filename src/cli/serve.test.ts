import { describe, expect, it } from "vitest";
import type { ServeFlags } from "./serve.js";
import { addressesOf, parseServe, traceOf } from "./serve.js";

const FLAGS: ServeFlags = {
  host: "127.0.0.1",
  port: "4870",
  maxBytes: "64MiB",
  maxPixels: "100MP",
  timeout: "60",
};
const parse = (flags: Partial<ServeFlags>): ReturnType<typeof parseServe> =>
  parseServe({ ...FLAGS, ...flags });

describe("parseServe", () => {
  it("needs no token on loopback", () => {
    for (const host of ["127.0.0.1", "localhost", "::1", "[::1]"]) {
      const { token, generated } = parse({ host });
      expect([token, generated]).toEqual([undefined, false]);
    }
    expect(parse({ host: "[::1]" }).host).toBe("::1");
  });

  it("makes a token that cannot be guessed anywhere else", () => {
    const tokens = ["0.0.0.0", "::", "192.168.1.7", "box.lan", "localhost.lan"].map((host) =>
      parse({ host }),
    );
    for (const { token, generated } of tokens) {
      expect(generated).toBe(true);
      expect(token).toMatch(/^[\w-]{32}$/u);
    }
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(5);
  });

  it("takes a token that is given", () => {
    expect(parse({ host: "0.0.0.0", token: "0123456789abcdef" })).toMatchObject({
      token: "0123456789abcdef",
      generated: false,
    });
    for (const token of ["", "short", "0123456789abcde ", "0123456789abcdef\n", "0123456789abcdef\u00e9"]) {
      expect(() => parse({ token })).toThrow(expect.objectContaining({ code: "invalid-option" }) as Error);
    }
  });

  it("does not repeat a token that is wrong", () => {
    expect(() => parse({ token: "my secret words" })).toThrow(/^(?!.*secret)/u);
  });

  it.each([
    { port: "65536" },
    { port: "-1" },
    { port: "http" },
    { port: "" },
    { port: "1e3" },
    { concurrency: "0" },
    { concurrency: "65" },
    { concurrency: "two" },
    { host: "" },
    { host: "a b" },
    { host: "box/path" },
    { maxBytes: "none" },
    { maxPixels: "-1" },
    { timeout: "0" },
  ])("refuses %j", (flags) => {
    expect(() => parse(flags)).toThrow(expect.objectContaining({ code: "invalid-option" }) as Error);
  });

  it("reads each limit", () => {
    const { port, limits, maxPixels } = parse({
      port: "0",
      concurrency: "3",
      maxBytes: "5MB",
      maxPixels: "2MP",
      timeout: "7",
    });
    expect([port, maxPixels]).toEqual([0, 2e6]);
    expect(limits).toMatchObject({ maxBytes: 5e6, concurrency: 3, timeoutMs: 7000 });
  });

  it("leaves room for others where there are others", () => {
    const { limits } = parse({ host: "0.0.0.0" });
    expect(limits.perClient).toBeLessThan(limits.queue);
    expect(parse({}).limits.perClient).toBe(limits.queue);
  });
});

describe("addressesOf", () => {
  const interfaces = {
    lo: [{ address: "127.0.0.1", family: "IPv4", internal: true }],
    eth: [
      { address: "192.168.1.7", family: "IPv4", internal: false },
      { address: "fe80::1", family: "IPv6", internal: false },
    ],
  } as unknown as Parameters<typeof addressesOf>[2];

  it("are ones that can be opened", () => {
    expect(addressesOf("127.0.0.1", 4870, interfaces)).toEqual(["http://127.0.0.1:4870"]);
    expect(addressesOf("::1", 4870, interfaces)).toEqual(["http://[::1]:4870"]);
    expect(addressesOf("0.0.0.0", 80, interfaces)).toEqual(["http://localhost:80", "http://192.168.1.7:80"]);
  });
});

describe("traceOf", () => {
  it("says where, not what", () => {
    const trace = traceOf(new TypeError("cannot read holiday.png of Anna"));
    expect(trace).toMatch(/^TypeError\n\s+at /u);
    expect(trace).not.toContain("holiday");
    expect(traceOf("holiday")).not.toContain("holiday");
  });
});
