import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Sharp } from "sharp";
import sharp from "sharp";

/** A file as a person has it. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const TYPES: { readonly [ending: string]: string } = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  tiff: "image/tiff",
  bmp: "image/bmp",
  svg: "image/svg+xml",
  heic: "image/heic",
};

/** A file of this repository, such as "examples/sketch.png", under its own name or another. */
export async function repositoryFile(path: string, name: string = basename(path)): Promise<PictureFile> {
  return { name, mimeType: TYPES[name.split(".").at(-1) ?? ""] ?? "", buffer: await readFile(path) };
}

/** Uncompressed, 24 bits a pixel, bottom row first: what sharp does not write. */
async function asBmp(picture: Sharp): Promise<Buffer> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((info.width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * info.height);
  file.write("BM", "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(info.width, 18);
  file.writeInt32LE(info.height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const from = (y * info.width + x) * info.channels;
      const to = 54 + (info.height - 1 - y) * stride + x * 3;
      for (let channel = 0; channel < 3; channel += 1) file[to + channel] = data[from + 2 - channel] ?? 0;
    }
  }
  return file;
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#f6e7c1"/><circle cx="70" cy="50" r="30" fill="#b3431f"/><script>document.title = "broken into"</script></svg>`;

/** A file of each kind that is taken, each 96 pixels wide where it is made here. */
export async function oneOfEachKind(): Promise<readonly PictureFile[]> {
  const small = sharp("examples/sunset-silhouette.jpg").resize({ width: 96, height: 64, fit: "fill" });
  const made = async (name: string, make: (picture: Sharp) => Promise<Buffer>): Promise<PictureFile> => ({
    name,
    mimeType: TYPES[name.split(".").at(-1) ?? ""] ?? "",
    buffer: await make(small.clone()),
  });
  return [
    await repositoryFile("examples/sunset-silhouette.jpg"),
    await repositoryFile("examples/metadata/a1111.png"),
    await repositoryFile("examples/metadata/comfyui.webp"),
    await made("field.avif", (picture) => picture.avif().toBuffer()),
    await repositoryFile("test/fixtures/tiny.heic"),
    await made("field.gif", (picture) => picture.gif().toBuffer()),
    await made("field.tiff", (picture) => picture.tiff().toBuffer()),
    await made("field.bmp", asBmp),
    { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from(SVG) },
  ];
}
