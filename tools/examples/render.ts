import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sharp } from "sharp";
import { bicycle } from "./bicycle.js";
import { dashboard } from "./dashboard.js";
import { diagram } from "./diagram.js";
import { dunes } from "./dunes.js";
import { flatLogo } from "./flat-logo.js";
import { foggyForest } from "./foggy-forest.js";
import { lowPoly } from "./low-poly.js";
import { mistyLake } from "./misty-lake.js";
import { neonStreet } from "./neon/neon-street.js";
import { pencilSketch } from "./pencil-sketch.js";
import { pixelArt } from "./pixel-art.js";
import { poster } from "./poster.js";
import { snowyMountain } from "./snowy-mountain.js";
import { sunsetSilhouette } from "./sunset-silhouette.js";

/** Pictures that the project draws itself, by file name. */
const PICTURES: Readonly<Record<string, () => Sharp | Promise<Sharp>>> = {
  "neon-street.jpg": () => neonStreet().jpeg({ quality: 88, mozjpeg: true }),
  "misty-lake.jpg": () => mistyLake().jpeg({ quality: 86, mozjpeg: true }),
  "sunset-silhouette.jpg": async () => (await sunsetSilhouette()).jpeg({ quality: 86, mozjpeg: true }),
  "snowy-mountain.jpg": () => snowyMountain().resize(900).jpeg({ quality: 86, mozjpeg: true }),
  "foggy-forest.jpg": () => foggyForest().resize(900).jpeg({ quality: 86, mozjpeg: true }),
  "dunes.jpg": () => dunes().resize(900).jpeg({ quality: 84, mozjpeg: true }),
  "sketch.png": () => pencilSketch().png({ compressionLevel: 9 }),
  "flat-logo.png": () => flatLogo().png({ compressionLevel: 9 }),
  "pixel-art.png": () => pixelArt(),
  "low-poly.png": () => lowPoly().png({ compressionLevel: 9 }),
  "bicycle.png": () => bicycle().png({ compressionLevel: 9 }),
  "diagram.png": () => diagram().png({ compressionLevel: 9 }),
  "dashboard.png": () => dashboard().png({ compressionLevel: 9 }),
  "poster.png": () => poster().png({ compressionLevel: 9 }),
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
