import { readFileSync } from "node:fs";
import type { Sharp } from "sharp";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ImpromptError } from "../../src/base/error.js";
import type { Random } from "../../src/base/random.js";
import { seededRandom } from "../../src/base/random.js";
import { decodeImage } from "../../src/image/decode/index.js";

/** Formats decoded in a process of their own cost a hundred times more, so they get fewer turns. */
const SLOW_RUNS = 150;
const RUNS = 5000;
const AT_ONCE = 4;

function picture(): Sharp {
  const random = seededRandom(3);
  const data = Uint8Array.from({ length: 40 * 32 * 3 }, (_, i) => (i * 2 + 60 * random()) % 256);
  return sharp(data, { raw: { width: 40, height: 32, channels: 3 } });
}

function bmp(): Buffer {
  const body = Array.from({ length: 32 }, () => [20, 3, 20, 5, 0, 0]).flat();
  const file = Buffer.alloc(14 + 40 + 16 * 4 + body.length);
  file.write("BM", 0, "latin1");
  file.writeUInt32LE(14 + 40 + 16 * 4, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(40, 18);
  file.writeInt32LE(32, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(8, 28);
  file.writeUInt32LE(1, 30);
  file.writeUInt32LE(16, 46);
  file.set(body, 14 + 40 + 16 * 4);
  return file;
}

async function seeds(): Promise<{ fast: Buffer[]; slow: Buffer[] }> {
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="32" viewBox="0 0 40 32">' +
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
    '<rect width="20" height="20" fill="url(#a)" rx="3"/><text x="5" y="9">text</text></svg>';
  const frames = [await picture().png().toBuffer(), await picture().negate().png().toBuffer()];
  const fast = await Promise.all([
    picture().jpeg().toBuffer(),
    picture().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).toBuffer(),
    picture().toColourspace("cmyk").jpeg().toBuffer(),
    picture().png().toBuffer(),
    picture().png({ palette: true }).toBuffer(),
    picture().toColourspace("rgb16").png().toBuffer(),
    picture().webp().toBuffer(),
    picture().ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
    picture().avif({ effort: 0 }).toBuffer(),
    sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
    picture().tiff({ compression: "lzw" }).toBuffer(),
    picture().tiff({ compression: "jpeg", tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer(),
  ]);
  const heic = (name: string) => readFileSync(new URL(`../fixtures/${name}.heic`, import.meta.url));
  return { fast: [...fast, bmp()], slow: [Buffer.from(svg), heic("tiny"), heic("tiny-rotated")] };
}

const LIES = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000];

const MUTATIONS: readonly ((bytes: Buffer, random: Random, other: Buffer) => Buffer)[] = [
  function flipBits(bytes, random) {
    const flips = 1 + Math.floor(random() * 8);
    for (let i = 0; i < flips; i++) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8));
    }
    return bytes;
  },
  function flipInHeader(bytes, random) {
    const at = Math.floor(random() * Math.min(120, bytes.length));
    bytes[at] = Math.floor(random() * 256);
    return bytes;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, Math.floor(random() * bytes.length));
  },
  function splice(bytes, random, other) {
    const head = bytes.subarray(0, Math.floor(random() * bytes.length));
    return Buffer.concat([head, other.subarray(Math.floor(random() * other.length))]);
  },
  function repeat(bytes, random) {
    const at = Math.floor(random() * bytes.length);
    const piece = bytes.subarray(at, at + Math.floor(random() * 64));
    return Buffer.concat([bytes.subarray(0, at), piece, piece, piece, bytes.subarray(at)]);
  },
  function lieAboutLength(bytes, random) {
    const lie = LIES[Math.floor(random() * LIES.length)] as number;
    const at = Math.floor(random() * Math.max(1, Math.min(300, bytes.length - 4)));
    const write = random() < 0.5 ? "writeUInt32BE" : "writeUInt32LE";
    if (at + 4 <= bytes.length) bytes[write](lie, at);
    return bytes;
  },
];

interface Tally {
  decoded: number;
  refused: number;
  readonly wrong: string[];
}

async function tryOne(bytes: Buffer, tally: Tally, label: string): Promise<void> {
  try {
    const { raster, width, height } = await decodeImage(bytes, { name: label, timeoutMs: 10_000 });
    const whole = raster.data.length === raster.width * raster.height * 3 && width >= 1 && height >= 1;
    if (!whole || Math.max(raster.width, raster.height) > 768)
      tally.wrong.push(`${label}: raster out of shape`);
    tally.decoded++;
  } catch (error) {
    tally.refused++;
    const ours =
      error instanceof ImpromptError && error.code !== "internal" && error.code !== "decode-timeout";
    if (!ours) tally.wrong.push(`${label}: ${String(error)}`);
  }
}

async function fuzz(files: readonly Buffer[], runs: number, seed: number): Promise<Tally> {
  const tally: Tally = { decoded: 0, refused: 0, wrong: [] };
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let run = next++; run < runs; run = next++) {
      const random = seededRandom(seed + run);
      const bytes = Buffer.from(files[run % files.length] as Buffer);
      const other = files[Math.floor(random() * files.length)] as Buffer;
      const mutate = MUTATIONS[Math.floor(random() * MUTATIONS.length)] as (typeof MUTATIONS)[number];
      await tryOne(mutate(bytes, random, other), tally, `seed ${seed + run} (${mutate.name})`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return tally;
}

describe("mutated pictures", () => {
  it("end in a picture or in one of our errors, in bounded memory", { timeout: 240_000 }, async () => {
    const { fast, slow } = await seeds();
    const quick = await fuzz(fast, RUNS - SLOW_RUNS, 1_000_000);
    const apart = await fuzz(slow, SLOW_RUNS, 2_000_000);
    expect([...quick.wrong, ...apart.wrong]).toEqual([]);
    for (const tally of [quick, apart]) {
      // Both outcomes must be common, or the mutations say nothing.
      expect(tally.decoded).toBeGreaterThan((tally.decoded + tally.refused) / 10);
      expect(tally.refused).toBeGreaterThan((tally.decoded + tally.refused) / 10);
    }
    expect(process.resourceUsage().maxRSS).toBeLessThan(2 ** 20); // KiB
  });
});
