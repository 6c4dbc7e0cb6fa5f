import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PARTS, parseMultipart } from "./multipart.js";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "latin1"));
const TYPE = "multipart/form-data; boundary=x";
const part = (head: string, content = "1"): string => `--x\r\n${head}\r\n\r\n${content}\r\n`;
const NAMED = 'Content-Disposition: form-data; name="a"';

describe("parseMultipart", () => {
  it("reads what FormData writes, whatever is in it", async () => {
    const name = fc.string({ minLength: 1, maxLength: 12 });
    const entry = fc.oneof(
      fc.tuple(name, fc.string({ unit: "grapheme", maxLength: 40 })),
      fc.tuple(name, name, fc.uint8Array({ maxLength: 300 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        const form = new FormData();
        for (const [key, text, content] of entries) {
          if (content === undefined) form.append(key, text);
          else form.append(key, new File([new Uint8Array(content)], text, { type: "image/png" }));
        }
        const written = new Response(form);
        const bytes = new Uint8Array(await written.clone().arrayBuffer());
        const read = parseMultipart(bytes, written.headers.get("content-type") ?? "");
        const wanted = [...(await written.formData())];
        expect(read.map(({ field }) => field)).toEqual(wanted.map(([field]) => field));
        for (const [at, [, value]] of wanted.entries()) {
          const own = read[at];
          if (own === undefined || "text" in own) expect(own?.text).toBe(value);
          else {
            const file = value as File;
            const content = Buffer.from(await file.arrayBuffer());
            expect([own.file.name, own.file.type, Buffer.from(own.file.bytes)]).toEqual([
              file.name,
              file.type,
              content,
            ]);
          }
        }
      }),
    );
  });

  it("finds the end of a part by the whole delimiter, not by something like it", () => {
    const text = `${part(NAMED, "--x\r\n-x\r\n--y")}${part('Content-Disposition: form-data; name="b"', "\r\n")}--x--`;
    const form = parseMultipart(bytesOf(text), TYPE);
    expect(form).toEqual([
      { field: "a", text: "--x\r\n-x\r\n--y" },
      { field: "b", text: "\r\n" },
    ]);
  });

  it("skips what stands before and after the form", () => {
    const form = parseMultipart(bytesOf(`hello\r\n${part(NAMED)}--x--\r\ngoodbye`), TYPE);
    expect(form).toEqual([{ field: "a", text: "1" }]);
  });

  it.each([
    ["no boundary", "multipart/form-data", "--x--"],
    ["a boundary that is too long", `multipart/form-data; boundary=${"x".repeat(71)}`, "--x--"],
    ["nothing", TYPE, ""],
    ["no boundary line", TYPE, "hello"],
    ["no end", TYPE, part(NAMED)],
    ["no end of its headers", TYPE, `--x\r\n${NAMED}`],
    ["headers without end", TYPE, `--x\r\n${"a".repeat(5000)}\r\n\r\n1\r\n--x--`],
    ["no name", TYPE, `${part("Content-Disposition: form-data")}--x--`],
    ["no disposition", TYPE, `${part("Content-Type: text/plain")}--x--`],
    ["another disposition", TYPE, `${part('Content-Disposition: attachment; name="a"')}--x--`],
  ])("refuses a form with %s", (_, type, text) => {
    expect(() => parseMultipart(bytesOf(text), type)).toThrow(
      expect.objectContaining({ code: "usage" }) as Error,
    );
  });

  it("counts parts", () => {
    const many = (count: number): Uint8Array<ArrayBuffer> => bytesOf(`${part(NAMED).repeat(count)}--x--`);
    expect(parseMultipart(many(MAX_PARTS), TYPE)).toHaveLength(MAX_PARTS);
    expect(() => parseMultipart(many(MAX_PARTS + 1), TYPE)).toThrow(
      expect.objectContaining({ code: "input-too-large" }) as Error,
    );
  });

  it("ends on any bytes at all", () => {
    const piece = fc.oneof(
      fc.constantFrom("--x", "\r\n", "\r\n\r\n", "--", NAMED, '"', ";"),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseMultipart(bytesOf(pieces.join("")), TYPE);
        } catch (error) {
          expect(error).toMatchObject({ name: "ImpromptError" });
        }
      }),
    );
  });
});
