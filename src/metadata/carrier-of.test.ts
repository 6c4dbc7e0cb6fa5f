import { deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { textOf } from "./carrier.js";
import { carrierOf } from "./carrier-of.js";
import { addExif, addPngTexts } from "./write.js";

let png: Uint8Array;
let jpeg: Uint8Array;
let webp: Uint8Array;

const canvas = () => sharp({ create: { width: 9, height: 5, channels: 3, background: "#345" } });

beforeAll(async () => {
  png = await canvas().png().toBuffer();
  jpeg = await canvas().jpeg().toBuffer();
  webp = await canvas().webp().toBuffer();
});

/** A chunk with a checksum of zero: readers must not ask for it. */
function chunk(type: string, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

const withChunks = (...chunks: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

/** A JPEG segment. */
function segment(marker: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([head, body]);
}

const withSegments = (...segments: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

const anyText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
  .filter((text) => !text.includes("\0") && !text.includes("\uFEFF"));
/** Latin-1 letters alone may spell valid UTF-8 by accident; these cannot. */
const plainOrWide = anyText.filter((text) => /^\p{ASCII}*$/u.test(text) || /[\u0100-\uffff]/.test(text));

describe("PNG", () => {
  it("gives back every text that was written, in every kind of chunk", () => {
    fc.assert(
      fc.property(plainOrWide, fc.constantFrom("tEXt", "iTXt", "zTXt"), (text, kind) => {
        const { carrier, warnings } = carrierOf(addPngTexts(png, [{ key: "parameters", text, kind }]));
        expect(carrier.texts).toEqual([{ container: `PNG ${kind}`, key: "parameters", text }]);
        expect(warnings).toEqual([]);
      }),
    );
  });

  it("reads Latin-1 in tEXt, and raw UTF-8 that tools put there", () => {
    const latin1 = Buffer.from("Comment\0caf\xe9 \xa9", "latin1");
    const utf8 = Buffer.from("prompt\0初音ミク", "utf8");
    const { carrier } = carrierOf(withChunks(chunk("tEXt", latin1), chunk("tEXt", utf8)));
    expect(carrier.texts.map((block) => block.text)).toEqual(["café ©", "初音ミク"]);
  });

  it("takes broken UTF-8 in iTXt for Latin-1", () => {
    const body = Buffer.concat([Buffer.from("k\0\0\0\0\0", "latin1"), Buffer.from([0x61, 0xff, 0xfe])]);
    expect(carrierOf(withChunks(chunk("iTXt", body))).carrier.texts[0]?.text).toBe("aÿþ");
  });

  it("unpacks compressed iTXt", () => {
    const body = Buffer.concat([Buffer.from("k\0\x01\0en\0\0", "latin1"), deflateSync("grün 緑")]);
    expect(carrierOf(withChunks(chunk("iTXt", body))).carrier.texts[0]).toEqual({
      container: "PNG iTXt",
      key: "k",
      text: "grün 緑",
    });
  });

  it("keeps duplicate keys in file order, also behind the pixels", () => {
    const both = addPngTexts(png, [{ key: "a", text: "1" }]);
    const end = both.length - 12;
    const bytes = Buffer.concat([
      both.subarray(0, end),
      chunk("tEXt", Buffer.from("a\x002")),
      both.subarray(end),
    ]);
    expect(carrierOf(bytes).carrier.texts.map((block) => block.text)).toEqual(["1", "2"]);
    expect(textOf(carrierOf(bytes).carrier, "A")?.text).toBe("1");
  });

  it("lifts eXIf, caBX and XMP out of their chunks", () => {
    const { carrier } = carrierOf(
      withChunks(
        chunk("eXIf", Buffer.from("II*\0\x08\0\0\0\0\0", "latin1")),
        chunk("caBX", Buffer.from([1, 2, 3])),
        chunk("iTXt", Buffer.from("XML:com.adobe.xmp\0\0\0\0\0<x/>")),
      ),
    );
    expect(carrier.exif?.length).toBe(10);
    expect(carrier.c2pa).toEqual(Buffer.from([1, 2, 3]));
    expect(carrier.xmp).toBe("<x/>");
    expect(carrier.texts).toEqual([]);
  });

  it("unfolds ImageMagick's raw profiles", () => {
    const xmp = Buffer.from("<x:xmpmeta/>").toString("hex");
    const body = Buffer.from(
      `Raw profile type xmp\0\nxmp\n      12\n${xmp.slice(0, 10)}\n${xmp.slice(10)}\n`,
    );
    expect(carrierOf(withChunks(chunk("tEXt", body))).carrier.xmp).toBe("<x:xmpmeta/>");
  });

  it("stops a 1 GiB bomb at its cap, says so, and reads what stands behind", () => {
    const bomb = Buffer.concat([
      Buffer.from("parameters\0\0", "latin1"),
      deflateSync(Buffer.alloc(64 << 20)),
    ]);
    const { carrier, warnings } = carrierOf(
      withChunks(
        ...Array.from({ length: 16 }, () => chunk("zTXt", bomb)),
        chunk("tEXt", Buffer.from("a\0b")),
      ),
    );
    expect(carrier.texts).toEqual([{ container: "PNG tEXt", key: "a", text: "b" }]);
    expect(warnings.map((warning) => warning.code)).toContain("metadata-ignored");
    expect(warnings.length).toBeLessThan(5);
  });

  it("keeps 2,000 of 100,000 tiny chunks and tells that there were more", () => {
    const tiny = chunk("tEXt", Buffer.from("a\0b"));
    const { carrier, warnings } = carrierOf(
      withChunks(Buffer.concat(Array.from({ length: 100_000 }, () => tiny))),
    );
    expect(carrier.texts.length).toBe(2000);
    expect(warnings).toEqual([expect.objectContaining({ code: "metadata-partial" })]);
  });

  it("warns when the file breaks off, and keeps what came before", () => {
    const whole = addPngTexts(png, [{ key: "a", text: "1" }]);
    const { carrier, warnings } = carrierOf(whole.subarray(0, whole.length - 20));
    expect(carrier.texts.length).toBe(1);
    expect(warnings[0]?.code).toBe("metadata-partial");
  });
});

describe("EXIF user comment", () => {
  it("is read from JPEG and WebP in both byte orders, whatever the language", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), (tail, littleEndian, inWebp) => {
        const text = `a red fox, ${tail}`;
        const file = addExif(inWebp ? webp : jpeg, { userComment: text }, { littleEndian });
        expect(textOf(carrierOf(file).carrier, "UserComment")?.text).toBe(text);
      }),
    );
  });

  it("goes by content where mark and block disagree", () => {
    const wrong = Buffer.from(addExif(jpeg, { userComment: "a red fox, 狐" }, { littleEndian: true }));
    const at = wrong.indexOf("UNICODE");
    wrong.subarray(at + 8, at + 8 + 24).swap16();
    expect(textOf(carrierOf(wrong).carrier, "UserComment")?.text).toBe("a red fox, 狐");
  });

  it.each([
    ["ASCII\0\0\0", "plain text"],
    ["\0\0\0\0\0\0\0\0", "of no stated code"],
    ["", '{"prompt": "raw JSON without a code"}'],
    ["UNICODE\0", "UTF-8 in spite of the mark, é"],
  ])("is read behind %j", (mark, text) => {
    const value = Buffer.from(mark + text, "utf8");
    const tiff = Buffer.alloc(44);
    tiff.write("II*\0\x08\0\0\0", 0, "latin1");
    tiff.writeUInt16LE(1, 8);
    tiff.writeUInt16LE(0x8769, 10);
    tiff.writeUInt16LE(4, 12);
    tiff.writeUInt32LE(1, 14);
    tiff.writeUInt32LE(26, 18);
    tiff.writeUInt16LE(1, 26);
    tiff.writeUInt16LE(0x9286, 28);
    tiff.writeUInt16LE(7, 30);
    tiff.writeUInt32LE(value.length, 32);
    tiff.writeUInt32LE(44, 36);
    const { carrier } = carrierOf(withChunks(chunk("eXIf", Buffer.concat([tiff, value]))));
    expect(carrier.texts).toEqual([{ container: "EXIF", key: "UserComment", text }]);
  });

  it("leaves cyclic directories and giant counts behind", () => {
    const tiff = Buffer.alloc(64);
    tiff.write("II*\0\x08\0\0\0", 0, "latin1");
    tiff.writeUInt16LE(3, 8);
    for (const [i, tag] of [0x8769, 0x8825, 0x010e].entries()) {
      tiff.writeUInt16LE(tag, 10 + i * 12);
      tiff.writeUInt16LE(4, 12 + i * 12);
      tiff.writeUInt32LE(tag === 0x010e ? 0xffffffff : 1, 14 + i * 12);
      tiff.writeUInt32LE(8, 18 + i * 12);
    }
    tiff.writeUInt32LE(8, 10 + 36);
    expect(carrierOf(withChunks(chunk("eXIf", tiff))).carrier.texts).toEqual([]);
  });
});

describe("JPEG", () => {
  it("joins extended XMP in the order of its offsets", () => {
    const part = (offset: number, text: string): Uint8Array => {
      const head = Buffer.alloc(40, "0");
      head.writeUInt32BE(8, 32);
      head.writeUInt32BE(offset, 36);
      return segment(
        0xe1,
        Buffer.concat([Buffer.from("http://ns.adobe.com/xmp/extension/\0"), head, Buffer.from(text)]),
      );
    };
    const main = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<main/>"));
    expect(carrierOf(withSegments(main, part(4, "more"), part(0, "even"))).carrier.xmp).toBe(
      "<main/>evenmore",
    );
  });

  it("joins a manifest store over segments that come in disorder", () => {
    const box = Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from("jumbABCDEFGHIJKL")]);
    const part = (sequence: number, data: Uint8Array): Uint8Array => {
      const head = Buffer.from([0x4a, 0x50, 0, 1, 0, 0, 0, sequence]);
      return segment(0xeb, Buffer.concat([head, box.subarray(0, 8), data]));
    };
    const { carrier } = carrierOf(withSegments(part(2, box.subarray(14)), part(1, box.subarray(8, 14))));
    expect(carrier.c2pa).toEqual(box);
  });

  it("reads comments and Photoshop's IPTC", () => {
    const iptc = Buffer.from([0x1c, 2, 120, 0, 3, 0x61, 0x62, 0x63]);
    const resource = Buffer.concat([
      Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08", "latin1"),
      iptc,
    ]);
    const { carrier } = carrierOf(
      withSegments(segment(0xfe, Buffer.from("by hand")), segment(0xed, resource)),
    );
    expect(carrier.texts).toEqual([{ container: "JPEG comment", key: "Comment", text: "by hand" }]);
    expect(carrier.iptc).toEqual(iptc);
  });
});

describe("other containers", () => {
  it.each(["初音ミクの肖像", "†", "緑の森、青い空、白い雲"])("keeps %s without a Latin letter", (text) => {
    for (const littleEndian of [true, false]) {
      const file = addExif(jpeg, { userComment: text }, { littleEndian });
      expect(textOf(carrierOf(file).carrier, "UserComment")?.text).toBe(text);
    }
  });

  it.each(["jpeg", "webp", "png", "avif"] as const)(
    "finds XMP and EXIF that libvips wrote into %s",
    async (format) => {
      const xmp = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta><?xpacket end="w"?>';
      const bytes = await canvas()
        .withXmp(xmp)
        .withExif({ IFD0: { Software: "libvips says" } })
        .toFormat(format)
        .toBuffer();
      const { carrier, warnings } = carrierOf(bytes);
      expect(carrier.format).toBe(format);
      expect(carrier.xmp).toContain("x:xmpmeta");
      expect(textOf(carrier, "Software")?.text).toBe("libvips says");
      expect(warnings).toEqual([]);
    },
  );

  it("reads a TIFF file as its own EXIF block, XMP included", async () => {
    const bytes = await canvas().withXmp("<x:xmpmeta/>").tiff().toBuffer();
    const { carrier } = carrierOf(bytes);
    expect(carrier).toMatchObject({ format: "tiff", xmp: "<x:xmpmeta/>" });
    expect(carrier.exif?.length).toBe(bytes.length);
  });

  it("reads GIF comments", async () => {
    const gif = await canvas().gif().toBuffer();
    const at = gif.lastIndexOf(0x3b);
    const comment = Buffer.concat([
      Buffer.from([0x21, 0xfe, 5]),
      Buffer.from("hello"),
      Buffer.from([3]),
      Buffer.from(" yo\0"),
    ]);
    expect(carrierOf(Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)])).carrier.texts).toEqual([
      { container: "GIF comment", key: "Comment", text: "hello yo" },
    ]);
  });

  it("answers with nothing for what is no image", () => {
    expect(carrierOf(new Uint8Array()).carrier).toMatchObject({ format: "unknown", texts: [] });
    expect(carrierOf(Buffer.from("hello")).carrier.format).toBe("unknown");
  });
});
