import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataUrlBytes } from "./data-url.js";

describe("dataUrlBytes", () => {
  it("gives back any bytes written in base64 or percent-encoded", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const base64 = Buffer.from(bytes).toString("base64");
        const percent = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
        expect([...(dataUrlBytes(`data:image/png;base64,${base64}`) ?? [])]).toEqual([...bytes]);
        expect([...(dataUrlBytes(`data:,${percent}`) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it("takes what browsers take", () => {
    const text = (url: string): string => Buffer.from(dataUrlBytes(url) ?? []).toString();
    expect(text("data:,a%20b,c")).toBe("a b,c");
    expect(text("DATA:text/plain;charset=utf-8;BASE64,aGk=")).toBe("hi");
    expect(text("data:;base64,a\nG k%3D")).toBe("hi");
    expect(text("data:image/svg+xml,<svg é>")).toBe("<svg é>");
  });

  it.each(["http://x/a.png", "data:image/png;base64", "data:;base64,a*b=", "data:,100%", "data:,%zz"])(
    "refuses %s",
    (url) => {
      expect(dataUrlBytes(url)).toBeUndefined();
    },
  );
});
