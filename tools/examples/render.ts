import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sharp } from "sharp";
import { flatLogo } from "./flat-logo.js";
import { mistyLake } from "./misty-lake.js";
import { neonStreet } from "./neon/neon-street.js";
import { pencilSketch } from "./pencil-sketch.js";
import { pixelArt } from "./pixel-art.js";
import { sunsetSilhouette } from "./sunset-silhouette.js";

/** Pictures that the project draws itself, by file name. */
const PICTURES: Readonly<Record<string, () => Sharp | Promise<Sharp>>> = {
  "neon-street.jpg": () => neonStreet().jpeg({ quality: 88, mozjpeg: true }),
  "misty-lake.jpg": () => mistyLake().jpeg({ quality: 86, mozjpeg: true }),
  "sunset-silhouette.jpg": async () => (await sunsetSilhouette()).jpeg({ quality: 86, mozjpeg: true }),
  "sketch.png": () => pencilSketch().png({ compressionLevel: 9 }),
  "flat-logo.png": () => flatLogo().png({ compressionLevel: 9 }),
  "pixel-art.png": () => pixelArt(),
};

const folder = new URL("../../examples/", import.meta.url);
const wanted = process.argv.slice(2);

/** `npx tsx tools/examples/render.ts [name...]`: draws all pictures, or those named, into examples/. */
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const path = fileURLToPath(new URL(name, folder));
  await (await draw()).toFile(path);
  console.log(`${name}: ${Math.round(statSync(path).size / 1024)} KiB`);
}
