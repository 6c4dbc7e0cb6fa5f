import { crc32, deflateSync, gzipSync } from "node:zlib";

export interface Bomb {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A PNG that says it is so large, with pixel data of so many zeros, and other chunks between. */
function png(width: number, height: number, zeros: number, ...others: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...others,
    chunk("IDAT", deflateSync(Buffer.alloc(zeros))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const MANY = 100 * 2 ** 20;
const compressedText = (type: string, head: string): Buffer =>
  chunk(type, Buffer.concat([Buffer.from(head, "latin1"), deflateSync(Buffer.alloc(MANY, "a"))]));

function laughs(): string {
  const entities = Array.from({ length: 12 }, (_, at) => {
    const inner = at === 0 ? "ha" : `&e${at - 1};`.repeat(10);
    return `<!ENTITY e${at} "${inner}">`;
  });
  return `<!DOCTYPE svg [${entities.join("")}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e11;</text></svg>`;
}

function nestedUses(): string {
  const uses = Array.from({ length: 14 }, (_, at) => {
    const inner = at === 0 ? '<rect width="9" height="9"/>' : `<use href="#g${at - 1}"/>`.repeat(10);
    return `<g id="g${at}">${inner}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">${uses.join("")}</svg>`;
}

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">${inner}</svg>`;

/** Small files that ask for far more than they are: pixels, memory, time, or files of the machine. */
export function bombs(): Bomb[] {
  const files: readonly (readonly [string, string | Buffer])[] = [
    ["pixels.png", png(60_000, 60_000, 1000)],
    ["all-pixels.png", png(0x7fff_ffff, 0x7fff_ffff, 1000)],
    ["zero-pixels.png", png(0, 0, 0)],
    ["unzips.png", png(64, 64, MANY)],
    ["text.png", png(64, 64, 64 * 193, compressedText("zTXt", "parameters\0\0"))],
    ["international.png", png(64, 64, 64 * 193, compressedText("iTXt", "parameters\0\x01\0\0\0"))],
    ["profile.png", png(64, 64, 64 * 193, compressedText("iCCP", "profile\0\0"))],
    ["size.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="900000"/>'],
    ["laughs.svg", laughs()],
    ["uses.svg", nestedUses()],
    ["zipped.svgz", gzipSync(Buffer.from(`${" ".repeat(MANY)}<svg/>`))],
    ["file.svg", svg('<image href="file:///etc/passwd" width="64" height="64"/>')],
    [
      "include.svg",
      svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'),
    ],
    ["entity.svg", `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("<text>&x;</text>")}`],
    ["script.svg", svg("<script>while(true);</script><text y='20'>a</text>")],
  ];
  return files.map(([name, content]) => ({ name, bytes: new Uint8Array(Buffer.from(content as string)) }));
}
