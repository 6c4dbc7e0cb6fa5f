import { describe } from "../dist/index.js";
import { pngWithPrompt, scene } from "./pictures.mjs";

const sizes = [
  [640, 480],
  [1024, 1024],
  [480, 720],
  [1600, 900],
];
const pictures = [];
for (const [index, [width, height]] of sizes.entries()) {
  const picture = await scene(width, height, index + 1);
  pictures.push(await picture.clone().jpeg().toBuffer(), await picture.webp().toBuffer());
}
pictures.push(await pngWithPrompt(300_000));

/** Detector and reader have a process of their own, with its own limit. */
const OPTIONS = { targets: ["midjourney", "sdxl", "flux"], detector: false };

let after100 = 0;
const start = performance.now();
for (let i = 0; i < 2000; i++) {
  await describe(pictures[i % pictures.length], OPTIONS);
  if (i === 99) after100 = process.resourceUsage().maxRSS;
}
const perSecond = 2000 / ((performance.now() - start) / 1000);
console.log(JSON.stringify({ after100, after2000: process.resourceUsage().maxRSS, perSecond }));
