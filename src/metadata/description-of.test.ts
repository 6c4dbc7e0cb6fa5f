import { describe, expect, it } from "vitest";
import type { Carrier, TextBlock } from "./carrier.js";
import { descriptionOf } from "./description-of.js";

const carrier = (texts: { readonly [key: string]: string }, iptc: Uint8Array | null = null): Carrier => ({
  format: "jpeg",
  texts: Object.entries(texts).map(([key, text]): TextBlock => ({ container: "EXIF", key, text })),
  xmp: null,
  exif: null,
  iptc,
  c2pa: null,
});

const none: ReadonlyMap<string, readonly string[]> = new Map();

/** An IPTC-IIM data set of record 2. */
const dataSet = (number: number, text: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0x1c, 2, number, text.length >> 8, text.length & 0xff]), text]);

describe("descriptionOf", () => {
  it("takes XMP before IPTC before EXIF, and joins keywords without doubles", () => {
    const iptc = Buffer.concat([
      dataSet(5, Buffer.from("Fuchs")),
      dataSet(25, Buffer.from("red")),
      dataSet(25, Buffer.from("Wald und Grün")),
      dataSet(120, Buffer.from("Ein F\xfcchslein", "latin1")),
      dataSet(80, Buffer.from("Jo")),
    ]);
    const xmp = new Map([
      ["dc:title", ["Fox"]],
      ["dc:subject", ["animal", "red"]],
    ]);
    expect(
      descriptionOf(carrier({ ImageDescription: "a camera says", Artist: "someone" }, iptc), xmp),
    ).toEqual({
      title: "Fox",
      caption: "Ein Füchslein",
      creator: "Jo",
      keywords: ["animal", "red", "Wald und Grün"],
    });
  });

  it("falls back to EXIF and to keywords of Windows", () => {
    expect(
      descriptionOf(carrier({ ImageDescription: " a fox ", Artist: "Jo", XPKeywords: "red; fox" }), none),
    ).toEqual({
      caption: "a fox",
      creator: "Jo",
      keywords: ["red", "fox"],
    });
  });

  it.each([
    "OLYMPUS DIGITAL CAMERA",
    "SONY DSC",
    "Created with GIMP",
    "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90",
    "AppleMark",
    "Workflow: {}",
    '{"prompt": 1}',
    "a fox\nNegative prompt: fog\nSteps: 20, Seed: 1",
    "NovelAI generated image",
  ])("takes %j for a machine's word", (text) => {
    expect(descriptionOf(carrier({ Comment: text }), none)).toEqual({ keywords: [] });
    expect(
      descriptionOf(carrier({ Title: text === "AppleMark" || text.startsWith("CREATOR") ? "" : text }), none),
    ).toEqual({ keywords: [] });
  });

  it("takes a file comment of some words", () => {
    expect(descriptionOf(carrier({ Comment: "The old mill at dawn" }), none).caption).toBe(
      "The old mill at dawn",
    );
  });

  it("survives damaged IPTC", () => {
    expect(descriptionOf(carrier({}, Buffer.from([0x1c, 2, 120, 0xff, 0xff, 1])), none)).toEqual({
      keywords: [],
    });
  });
});
