import { describe, expect, it } from "vitest";
import type { DecodedImage } from "../../decoded.js";
import { decodeImage } from "../index.js";

type Rgb = readonly [number, number, number];
const PALETTE: readonly Rgb[] = [
  [10, 20, 30],
  [250, 240, 230],
  [200, 0, 0],
  [0, 0, 200],
];

interface BmpParts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** After the 40-byte header: bit masks. */
  readonly masks?: readonly number[];
  readonly palette?: readonly Rgb[];
  readonly body: readonly number[];
  readonly headerSize?: number;
}

function bmp(parts: BmpParts): Buffer {
  const { width, height, bits, compression = 0, masks = [], palette = [], body, headerSize = 40 } = parts;
  const header = Buffer.alloc(14 + headerSize);
  header.write("BM", 0, "latin1");
  header.writeUInt32LE(headerSize, 14);
  if (headerSize === 12) {
    header.writeUInt16LE(width, 18);
    header.writeUInt16LE(height, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt16LE(bits, 24);
  } else {
    header.writeInt32LE(width, 18);
    header.writeInt32LE(height, 22);
    header.writeUInt16LE(1, 26);
    header.writeUInt16LE(bits, 28);
    header.writeUInt32LE(compression, 30);
    header.writeUInt32LE(palette.length, 46);
  }
  const maskBytes = Buffer.alloc(headerSize === 40 ? masks.length * 4 : 0);
  masks.forEach((mask, i) => {
    if (headerSize === 40) maskBytes.writeUInt32LE(mask, i * 4);
    else header.writeUInt32LE(mask, 54 + i * 4);
  });
  const colours = palette.flatMap(([r, g, b]) => (headerSize === 12 ? [b, g, r] : [b, g, r, 0]));
  const head = Buffer.concat([header, maskBytes, Buffer.from(colours)]);
  head.writeUInt32LE(head.length, 10);
  const file = Buffer.concat([head, Buffer.from(body)]);
  file.writeUInt32LE(file.length, 2);
  return file;
}

function rows(image: DecodedImage): Rgb[][] {
  const { width, height, data } = image.raster;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
      return [r, g, b] as const;
    }),
  );
}

const of = (...indices: readonly number[]): Rgb[] => indices.map((i) => PALETTE[i] as Rgb);

describe("decodeBmp, plain", () => {
  it.each([
    [1, [0b10100000, 0, 0, 0, 0b01000000, 0, 0, 0], [of(0, 1, 0), of(1, 0, 1)]],
    [2, [0b00011000, 0, 0, 0, 0b11100100, 0, 0, 0], [of(3, 2, 1), of(0, 1, 2)]],
    [4, [0x01, 0x20, 0, 0, 0x32, 0x10, 0, 0], [of(3, 2, 1), of(0, 1, 2)]],
    [8, [0, 1, 2, 0, 3, 2, 1, 0], [of(3, 2, 1), of(0, 1, 2)]],
  ])("reads %i-bit indices from the bottom row up", async (bits, body, expected) => {
    const image = await decodeImage(bmp({ width: 3, height: 2, bits, palette: PALETTE, body }));
    expect(rows(image)).toEqual(expected);
    expect([image.format, image.depth, image.frames]).toEqual(["bmp", bits, 1]);
  });

  it("reads the OS/2 header and its 3-byte palette", async () => {
    const image = await decodeImage(
      bmp({ width: 2, height: 1, bits: 8, palette: PALETTE, body: [2, 3, 0, 0], headerSize: 12 }),
    );
    expect(rows(image)).toEqual([of(2, 3)]);
  });

  it("reads 24 bits, and top-down rows", async () => {
    const body = [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0];
    const up = await decodeImage(bmp({ width: 2, height: 2, bits: 24, body }));
    expect(rows(up)).toEqual([
      [
        [9, 8, 7],
        [12, 11, 10],
      ],
      [
        [3, 2, 1],
        [6, 5, 4],
      ],
    ]);
    const down = await decodeImage(bmp({ width: 2, height: -2, bits: 24, body }));
    expect(rows(down)).toEqual(rows(up).reverse());
  });

  it("reads 16 bits as 5-5-5, and by masks as 5-6-5", async () => {
    const body = [0xff, 0x7f, 0x00, 0x7c]; // white; red at full in 5-5-5
    const plain = await decodeImage(bmp({ width: 2, height: 1, bits: 16, body }));
    expect(rows(plain)).toEqual([
      [
        [255, 255, 255],
        [255, 0, 0],
      ],
    ]);
    const masks = [0xf800, 0x07e0, 0x001f];
    const green = await decodeImage(
      bmp({ width: 2, height: 1, bits: 16, compression: 3, masks, body: [0xe0, 0x07, 0x10, 0x84] }),
    );
    expect(rows(green)).toEqual([
      [
        [0, 255, 0],
        [132, 130, 132],
      ],
    ]); // 16/31, 32/63, 16/31 of 255
  });

  it("reads 32 bits, and alpha only where the header has a mask for it", async () => {
    const body = [30, 20, 10, 0, 60, 50, 40, 128];
    const plain = await decodeImage(bmp({ width: 2, height: 1, bits: 32, body }));
    expect([rows(plain), plain.transparent]).toEqual([
      [
        [
          [10, 20, 30],
          [40, 50, 60],
        ],
      ],
      false,
    ]);
    const masks = [0xff0000, 0xff00, 0xff, 0xff000000];
    const v5 = bmp({ width: 2, height: 1, bits: 32, compression: 3, masks, body, headerSize: 124 });
    const clear = await decodeImage(v5, { ground: "#000000" });
    expect(clear.transparent).toBe(true);
    expect(rows(clear)).toEqual([
      [
        [0, 0, 0],
        [20, 25, 30],
      ],
    ]);
  });

  it("takes an alpha channel that is empty everywhere for none", async () => {
    const masks = [0xff0000, 0xff00, 0xff, 0xff000000];
    const body = [30, 20, 10, 0];
    const v5 = bmp({ width: 1, height: 1, bits: 32, compression: 3, masks, body, headerSize: 124 });
    const image = await decodeImage(v5);
    expect([rows(image), image.transparent]).toEqual([[[[10, 20, 30]]], false]);
  });

  it("draws an index past the palette black", async () => {
    const image = await decodeImage(
      bmp({ width: 1, height: 1, bits: 8, palette: PALETTE, body: [99, 0, 0, 0] }),
    );
    expect(rows(image)).toEqual([[[0, 0, 0]]]);
  });
});

describe("decodeBmp, run-length coded", () => {
  it("reads runs, literals, deltas and ends of RLE8", async () => {
    const body = [
      ...[3, 2, 1, 1, 0, 0], // 2 2 2 1, end of row
      ...[0, 3, 1, 2, 3, 0, 0, 0], // literal 1 2 3 and padding, end of row
      ...[0, 2, 2, 0, 2, 3, 0, 1], // two to the right, 3 3, end
    ];
    const image = await decodeImage(
      bmp({ width: 4, height: 3, bits: 8, compression: 1, palette: PALETTE, body }),
    );
    expect(rows(image)).toEqual([of(0, 0, 3, 3), of(1, 2, 3, 0), of(2, 2, 2, 1)]);
  });

  it("reads RLE4", async () => {
    const body = [...[5, 0x12, 0, 0], ...[0, 5, 0x12, 0x31, 0x20, 0, 0, 1]];
    const image = await decodeImage(
      bmp({ width: 5, height: 2, bits: 4, compression: 2, palette: PALETTE, body }),
    );
    expect(rows(image)).toEqual([of(1, 2, 3, 1, 2), of(1, 2, 1, 2, 1)]);
  });

  it("clips runs at the end of the row", async () => {
    const body = [200, 1, 0, 0, 2, 2, 0, 1];
    const image = await decodeImage(
      bmp({ width: 2, height: 2, bits: 8, compression: 1, palette: PALETTE, body }),
    );
    expect(rows(image)).toEqual([of(2, 2), of(1, 1)]);
  });
});

describe("decodeBmp, failures", () => {
  const whole = { width: 3, height: 2, bits: 24, body: Array.from({ length: 24 }, () => 1) };

  it("refuses a body that is cut short", async () => {
    const file = bmp(whole);
    await decodeImage(file.subarray(0, file.length - 3)); // only padding is missing
    await expect(decodeImage(file.subarray(0, file.length - 4))).rejects.toMatchObject({
      code: "input-corrupt",
      message: expect.stringContaining("cut short") as string,
    });
    const rle = bmp({ width: 4, height: 3, bits: 8, compression: 1, palette: PALETTE, body: [3, 2] });
    await expect(decodeImage(rle)).rejects.toMatchObject({ code: "input-corrupt" });
  });

  it("refuses sizes above the limit before it makes room for them", async () => {
    const huge = bmp({ ...whole, width: 2 ** 31 - 1, height: -(2 ** 31) });
    await expect(decodeImage(huge)).rejects.toMatchObject({ code: "input-too-large" });
  });

  it("refuses nonsense and codings that it does not read", async () => {
    await expect(decodeImage(bmp({ ...whole, width: -3 }))).rejects.toMatchObject({ code: "input-corrupt" });
    await expect(decodeImage(bmp({ ...whole, bits: 7 }))).rejects.toMatchObject({ code: "input-corrupt" });
    await expect(decodeImage(bmp({ ...whole, compression: 4 }))).rejects.toMatchObject({
      code: "input-unsupported",
    });
  });
});
