import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureBytes } from "./base64.js";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });

describe("pictureBytes", () => {
  it("gives back any bytes, with or without a prefix, padding, and blanks anywhere", () => {
    const blanks = fc.array(fc.tuple(fc.nat(80), fc.constantFrom(" ", "\n", "\r\n", "\t")), { maxLength: 6 });
    fc.assert(
      fc.property(bytes, blanks, fc.boolean(), fc.boolean(), (whole, places, padded, prefixed) => {
        let text = Buffer.from(whole).toString("base64");
        if (!padded) text = text.replace(/=+$/u, "");
        for (const [at, blank] of places) text = `${text.slice(0, at)}${blank}${text.slice(at)}`;
        const sent = prefixed ? `data:image/png;base64,${text}` : text;
        expect([...pictureBytes(sent, "image")]).toEqual([...whole]);
      }),
    );
  });

  it("refuses a sign that is not base64's, wherever it stands", () => {
    fc.assert(
      fc.property(
        bytes,
        fc.nat(80),
        fc.constantFrom("!", "%", ".", "é", "{", "\u0001"),
        (whole, at, sign) => {
          const text = Buffer.from(whole).toString("base64");
          expect(() => pictureBytes(`${text.slice(0, at)}${sign}${text.slice(at)}`, "image")).toThrow(
            /base64/u,
          );
        },
      ),
    );
  });

  it.each(["a", "abcde", "ab=c", "=abc", "data:image/png;base64,a", "data:,%E0%A4%A", "data:image/png"])(
    "refuses %j",
    (text) => expect(() => pictureBytes(text, "image")).toThrow(/base64/u),
  );

  it.each(["", "  ", "data:image/png;base64,", "data:,"])("finds nothing in %j", (text) =>
    expect(() => pictureBytes(text, "image")).toThrow(/no picture/u),
  );

  it("reads percent-encoded data: URLs", () => {
    expect(Buffer.from(pictureBytes("data:image/svg+xml,%3Csvg%2F%3E", "image")).toString()).toBe("<svg/>");
  });
});
