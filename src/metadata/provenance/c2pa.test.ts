import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { c2paProvenance } from "./c2pa.js";
import { decodeCbor } from "./cbor.js";
import { isAiSource, sourceTypeOf } from "./digital-source.js";
import { provenanceOf } from "./provenance-of.js";

/** CBOR of texts, numbers, lists and maps, after RFC 8949. */
function encode(value: unknown): Buffer {
  const head = (major: number, length: number): Buffer =>
    length < 24
      ? Buffer.from([(major << 5) | length])
      : Buffer.from([
          (major << 5) | 26,
          length >>> 24,
          (length >> 16) & 255,
          (length >> 8) & 255,
          length & 255,
        ]);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "boolean") return Buffer.from([value ? 0xf5 : 0xf4]);
  if (value === null || typeof value !== "object") return Buffer.from([0xf6]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    head(5, entries.length),
    ...entries.flatMap(([key, item]) => [encode(key), encode(item)]),
  ]);
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

const superbox = (label: string, ...parts: readonly Uint8Array[]): Buffer =>
  box("jumb", box("jumd", Buffer.alloc(16), Buffer.from([3]), Buffer.from(`${label}\0`)), ...parts);

function manifest(name: string, actions: readonly unknown[], claim: unknown): Buffer {
  return superbox(
    name,
    superbox("c2pa.assertions", superbox("c2pa.actions.v2", box("cbor", encode({ actions })))),
    superbox("c2pa.claim.v2", box("cbor", encode(claim))),
  );
}

const AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
const CAPTURE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

describe("c2paProvenance", () => {
  it("says who made it, and that it was a model", () => {
    const actions = [
      { action: "c2pa.created", digitalSourceType: AI, softwareAgent: { name: "gpt-image", version: "2.0" } },
      { action: "c2pa.converted" },
    ];
    const store = superbox(
      "c2pa",
      manifest("urn:1", actions, { claim_generator_info: { name: "Media Service" } }),
    );
    expect(c2paProvenance(store)).toEqual({
      digitalSourceType: "trainedAlgorithmicMedia",
      madeByAi: true,
      by: "gpt-image 2.0 (Media Service)",
      standard: "C2PA",
      actions: ["c2pa.created", "c2pa.converted"],
    });
  });

  it("does not call a photo AI", () => {
    const store = superbox(
      "c2pa",
      manifest("urn:1", [{ action: "c2pa.created", digitalSourceType: CAPTURE }], {
        claim_generator: "Acme_Eye/3.1 c2pa-rs/0.1",
      }),
    );
    expect(c2paProvenance(store)).toMatchObject({
      madeByAi: false,
      digitalSourceType: "digitalCapture",
      by: "Acme Eye 3.1",
    });
    const silent = superbox("c2pa", manifest("urn:1", [], { claim_generator: "Acme" }));
    expect(c2paProvenance(silent)).toEqual({ madeByAi: false, by: "Acme", standard: "C2PA" });
  });

  it("remembers a model in the history of an edited picture", () => {
    const made = manifest(
      "urn:1",
      [{ action: "c2pa.created", digitalSourceType: AI, softwareAgent: "Painter" }],
      { claim_generator: "Painter" },
    );
    const edited = manifest("urn:2", [{ action: "c2pa.opened" }, { action: "c2pa.resized" }], {
      claim_generator: "Editor/2",
    });
    expect(c2paProvenance(superbox("c2pa", made, edited))).toMatchObject({
      madeByAi: true,
      by: "Painter",
      actions: ["c2pa.opened", "c2pa.resized"],
    });
  });

  it("answers null or less for damage, never with an error", () => {
    expect(c2paProvenance(new Uint8Array())).toBeNull();
    expect(c2paProvenance(Buffer.from("no boxes here at all"))).toBeNull();
    const store = superbox(
      "c2pa",
      manifest("urn:1", [{ action: "c2pa.created", digitalSourceType: AI }], {}),
    );
    fc.assert(
      fc.property(fc.nat(store.length - 1), fc.nat(255), fc.nat(store.length), (at, byte, end) => {
        const copy = Buffer.from(store);
        copy[at] = byte;
        c2paProvenance(copy.subarray(0, end));
      }),
    );
  });
});

describe("decodeCbor", () => {
  it("gives back what was encoded", () => {
    const value = fc.letrec((tie) => ({
      item: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: -9999, max: 999999 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("item")),
        fc.dictionary(
          fc.string().filter((key) => key !== "__proto__"),
          tie("item"),
          { noNullPrototype: true },
        ),
      ),
    })).item;
    fc.assert(
      fc.property(value, (item) => {
        expect(decodeCbor(encode(item))).toEqual(item);
      }),
    );
  });

  it.each([
    ["f93c00", 1],
    ["fa47c35000", 100000],
    ["fb3ff199999999999a", 1.1],
    ["9f0102ff", [1, 2]],
    ["7f657374726561646d696e67ff", "streaming"],
    ["bf61610161629f0203ffff", { a: 1, b: [2, 3] }],
    ["c074323031332d30332d32315432303a30343a30305a", "2013-03-21T20:04:00Z"],
    ["1b000000e8d4a51000", 1000000000000],
  ])("reads %s of RFC 8949, appendix A", (hex, value) => {
    expect(decodeCbor(Buffer.from(hex, "hex"))).toEqual(value);
  });

  it("refuses depth, lies and nothing", () => {
    expect(decodeCbor(Buffer.alloc(100_000, 0x81))).toBeUndefined();
    expect(decodeCbor(Buffer.from("9bffffffffffffffff01", "hex"))).toBeUndefined();
    expect(decodeCbor(Buffer.from("7affffffff61", "hex"))).toBeUndefined();
    expect(decodeCbor(Buffer.from([]))).toBeUndefined();
    expect(decodeCbor(Buffer.alloc(200_000, 0x9f))).toBeUndefined();
  });
});

describe("IPTC's digital source type", () => {
  it("is told by its last part; only trained models are AI", () => {
    expect(sourceTypeOf(AI)).toBe("trainedAlgorithmicMedia");
    expect(sourceTypeOf("digsrctype:digitalCapture")).toBe("digitalCapture");
    expect(sourceTypeOf("see the web site!")).toBeUndefined();
    expect(["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"].map(isAiSource)).toEqual([
      true,
      true,
    ]);
    expect(["digitalCapture", "algorithmicMedia", "digitalArt", undefined].map(isAiSource)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("stands in for C2PA, and over it when only IPTC tells of a model", () => {
    const xmp = new Map([
      ["Iptc4xmpExt:DigitalSourceType", [AI]],
      ["photoshop:Credit", ["Painter"]],
    ]);
    const carrier = { format: "png", texts: [], xmp: null, exif: null, iptc: null, c2pa: null };
    const said = {
      digitalSourceType: "trainedAlgorithmicMedia",
      madeByAi: true,
      by: "Painter",
      standard: "IPTC",
    };
    expect(provenanceOf(carrier, xmp)).toEqual(said);
    expect(provenanceOf(carrier, new Map())).toBeNull();
    const c2pa = superbox("c2pa", manifest("urn:1", [], { claim_generator: "Acme" }));
    expect(provenanceOf({ ...carrier, c2pa }, xmp)).toEqual(said);
    expect(provenanceOf({ ...carrier, c2pa }, new Map())?.standard).toBe("C2PA");
  });
});
