import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImpromptError } from "../../base/error.js";
import { type HidingChannel, type HidingPixels, readHiddenTexts, writeHiddenText } from "./index.js";

function blank(width: number, height: number, value = 255): HidingPixels {
  return { width, height, data: new Uint8Array(width * height * 4).fill(value) };
}

/** Bits placed by hand, one column after the other, as a reference for both directions. */
function placed(size: number, bytes: readonly number[], channel: HidingChannel): HidingPixels {
  const pixels = blank(size, size, 254);
  const bits = bytes.flatMap((byte) => byte.toString(2).padStart(8, "0").split("").map(Number));
  for (let x = 0; x < size; x += 1) {
    for (let y = 0; y < size; y += 1) {
      const at = (y * size + x) * 4;
      for (const offset of channel === "alpha" ? [3] : [0, 1, 2])
        pixels.data[at + offset] = 254 | (bits.shift() ?? 0);
    }
  }
  return pixels;
}

const ascii = (text: string): number[] => [...Buffer.from(text, "utf8")];
const length = (count: number): number[] => [0, (count >> 13) & 255, (count >> 5) & 255, (count << 3) & 255];

describe("texts hidden in the pixels", () => {
  it.each([
    ["alpha", "stealth_pnginfo", "alpha channel"],
    ["rgb", "stealth_rgbinfo", "RGB channels"],
  ] as const)("are read column by column from %s", (channel, magic, container) => {
    const text = "a fox, ähnlich 狐";
    const payload = ascii(text);
    const pixels = placed(40, [...ascii(magic), ...length(payload.length), ...payload], channel);
    expect(readHiddenTexts(pixels)).toEqual([{ container, key: "parameters", text }]);
  });

  it("are inflated, whatever lies behind them", () => {
    const payload = [...gzipSync("a fox")];
    const pixels = placed(
      40,
      [...ascii("stealth_pngcomp"), ...length(payload.length), ...payload, 1, 2, 3],
      "alpha",
    );
    expect(readHiddenTexts(pixels)[0]?.text).toBe("a fox");
  });

  it("come back as they were written", () => {
    const options = fc.record({
      channel: fc.constantFrom<HidingChannel>("alpha", "rgb"),
      compressed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), options, (text, how) => {
        fc.pre(!text.trim().startsWith("{") && !/\p{Surrogate}/u.test(text) && !text.startsWith("\uFEFF"));
        const before = blank(70, 61, 200);
        const after = writeHiddenText(before, text, how);
        expect(readHiddenTexts(after).map((block) => block.text)).toEqual([text]);
        expect(after.data.every((value, index) => value >> 1 === (before.data[index] ?? 0) >> 1)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("give the blocks that NovelAI's PNG would have carried", () => {
    const comment = JSON.stringify({ prompt: "a fox", steps: 28 });
    const hidden = JSON.stringify({
      Description: "a fox",
      Software: "NovelAI",
      Source: "X",
      Comment: comment,
      Time: 0.5,
    });
    const pixels = writeHiddenText(blank(64, 64), hidden, { channel: "alpha", compressed: true });
    expect(readHiddenTexts(pixels).map(({ key, text }) => [key, text])).toEqual([
      ["Description", "a fox"],
      ["Software", "NovelAI"],
      ["Source", "X"],
      ["Comment", comment],
      ["Time", "0.5"],
    ]);
  });

  it("give other JSON as parameters", () => {
    const pixels = writeHiddenText(blank(64, 64), '{"prompt":"a fox"}', {
      channel: "rgb",
      compressed: false,
    });
    expect(readHiddenTexts(pixels)).toEqual([
      { container: "RGB channels", key: "parameters", text: '{"prompt":"a fox"}' },
    ]);
  });

  it("may lie in both at once", () => {
    const one = writeHiddenText(blank(64, 64), "in alpha", { channel: "alpha", compressed: true });
    const both = writeHiddenText(one, "in colour", { channel: "rgb", compressed: true });
    expect(readHiddenTexts(both).map((block) => block.text)).toEqual(["in alpha", "in colour"]);
  });
});

describe("pixels without a sound text", () => {
  it.each([
    ["no pixels", blank(0, 0)],
    ["too few", blank(3, 3)],
    ["less data than stated", { width: 100, height: 100, data: new Uint8Array(50) }],
    ["nothing hidden", blank(100, 100)],
  ])("give none: %s", (_name, pixels) => {
    expect(readHiddenTexts(pixels)).toEqual([]);
  });

  it("reads only the magic words' bits where there are none", () => {
    let reads = 0;
    const data = new Proxy(blank(64, 64).data, {
      get: (target, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key, target) as unknown;
      },
    });
    expect(readHiddenTexts({ width: 64, height: 64, data })).toEqual([]);
    expect(reads).toBe(2 * 15 * 8);
  });

  const damaged: readonly [string, number[]][] = [
    ["a length of nothing", length(0)],
    ["a length beyond the picture", [255, 255, 255, 255]],
    ["no gzip", [...length(4), 1, 2, 3, 4]],
    [
      "a bomb",
      (() => {
        const bomb = [...gzipSync(Buffer.alloc(8 * 1024 * 1024))];
        return [...length(bomb.length), ...bomb];
      })(),
    ],
  ];
  it.each(damaged)("is told as damage: %s", (_name, tail) => {
    const size = Math.ceil(Math.sqrt((15 + tail.length + 64) * 8));
    const pixels = placed(size, [...ascii("stealth_pngcomp"), ...tail], "alpha");
    expect(() => readHiddenTexts(pixels)).toThrow(ImpromptError);
  });

  it("refuses a text that does not fit", () => {
    expect(() =>
      writeHiddenText(blank(20, 20), "x".repeat(100), { channel: "alpha", compressed: false }),
    ).toThrow(/does not fit/);
  });
});
