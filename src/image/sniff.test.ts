import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sniff } from "./sniff.js";

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const isoFile = (...brands: string[]): Uint8Array =>
  latin1(
    `\0\0\0${String.fromCharCode(12 + brands.length * 4)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join("")}`,
  );

/** A little-endian TIFF of one directory of short or long entries. */
function tiff(entries: readonly (readonly [tag: number, type: 3 | 4, value: number])[]): Uint8Array {
  const file = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  file.write("II*\0", 0, "latin1");
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, value], i) => {
    file.writeUInt16LE(tag, 10 + i * 12);
    file.writeUInt16LE(type, 12 + i * 12);
    file.writeUInt32LE(1, 14 + i * 12);
    file.writeUInt32LE(value, 18 + i * 12);
  });
  return file;
}

describe("sniff", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif", "tiff"] as const)(
    "knows what sharp writes as %s",
    async (format) => {
      const dot = sharp({ create: { width: 16, height: 16, channels: 3, background: "#345" } });
      expect(sniff(await dot.toFormat(format).toBuffer())).toEqual({ format });
    },
  );

  it.each([
    ["plain", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["byte order mark and declaration", '\uFEFF<?xml version="1.0"?>\n<svg/>'],
    ["comments", "<!-- a <html> in a comment -->\n <!-- b --><svg >"],
    ["document type with entities", '<!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]><svg>'],
    ["prefix", '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
  ])("knows SVG with %s", (_, text) => {
    expect(sniff(new TextEncoder().encode(text))).toEqual({ format: "svg" });
  });

  it("knows SVG in UTF-16 of either order", () => {
    const little = Buffer.from('\uFEFF<svg width="1"/>', "utf16le");
    expect(sniff(little)).toEqual({ format: "svg" });
    expect(sniff(Buffer.from(little).swap16())).toEqual({ format: "svg" });
  });

  it("tells HEIC, AVIF and video apart by brand", () => {
    expect(sniff(isoFile("heic", "mif1", "heic"))).toEqual({ format: "heic" });
    expect(sniff(isoFile("mif1", "mif1", "heix"))).toEqual({ format: "heic" });
    expect(sniff(isoFile("mif1", "miaf", "avif"))).toEqual({ format: "avif" });
    expect(sniff(Buffer.concat([isoFile("mif1", "miaf"), latin1("....infe av01")]))).toEqual({
      format: "avif",
    });
    expect(sniff(isoFile("isom", "mp42"))).toEqual({ other: "a video (MP4)" });
    expect(sniff(isoFile("crx ", "isom"))).toEqual({ other: "a Canon RAW photo (CR3)" });
  });

  it("tells a camera's raw data from a TIFF picture", () => {
    const raw = { other: expect.stringContaining("RAW") as string };
    expect(sniff(tiff([[262, 3, 2]]))).toEqual({ format: "tiff" });
    expect(sniff(tiff([[262, 3, 32803]]))).toEqual(raw);
    expect(sniff(tiff([[0xc612, 4, 0x401]]))).toEqual(raw);
    expect(sniff(tiff([[259, 3, 34713]]))).toEqual(raw);
    const sub = Buffer.concat([tiff([[330, 4, 26]]), tiff([[262, 3, 32803]]).subarray(8)]);
    expect(sniff(sub)).toEqual(raw);
  });

  it("ends on TIFF directories that point at each other", () => {
    expect(sniff(tiff([[330, 4, 8]]))).toEqual({ format: "tiff" });
  });

  it.each([
    ["%PDF-1.7", "a PDF document"],
    ["8BPS\0\x01", "a Photoshop document (PSD)"],
    ["\xff\x0a..", "a JPEG XL picture"],
    ["PK\x03\x04", "a ZIP archive or an office document"],
    ["\x1a\x45\xdf\xa3", "a video (Matroska or WebM)"],
    ["<!doctype HTML>\n<p>", "a web page (HTML)"],
    ["<html><svg/></html>", "a web page (HTML)"],
    ["<rss/>", "an XML document"],
    ['{"a": 1}', "a JSON document"],
    ["a plain note", "plain text"],
  ])("names %j", (head, other) => {
    expect(sniff(latin1(head))).toEqual({ other });
  });

  it("names compressed SVG as compressed", () => {
    expect(sniff(latin1("\x1f\x8b\x08"))).toEqual({ other: expect.stringContaining("SVGZ") as string });
  });

  it("does not take two letters for a bitmap", () => {
    expect(sniff(latin1("BM, a note about bitmaps"))).toEqual({ other: "plain text" });
  });

  it("says nothing of bytes that it does not know", () => {
    expect(sniff(Uint8Array.of(0, 1, 2, 3, 4))).toBeNull();
    expect(sniff(new Uint8Array(0))).toBeNull();
  });
});
