import { createRequire } from "node:module";
import type { Warning } from "../../../base/warning.js";
import type { DecodedImage } from "../../decoded.js";
import { checkPixels, cutShort, damaged } from "../failure.js";
import type { ResolvedDecodeOptions } from "../options.js";
import { rasterOfPixels } from "../raster-of.js";
import { OUT_OF_MEMORY, runInSandbox } from "../sandbox.js";
import { inlineReferences } from "./inline-references.js";
import type { SvgTag } from "./scan-tags.js";
import { scanTags } from "./scan-tags.js";
import { svgSize } from "./svg-size.js";
import { svgText } from "./svg-text.js";

/** Resident memory at which the renderer gives up, in bytes. */
const MAX_MEMORY = 768 * 2 ** 20;

/**
 * Renders the SVG on standard input; answers with its RGBA rows. Ends by itself where it grows too large, and where
 * the process that asked is gone: nobody would stop it then.
 */
const RENDER = `
const [, sharpPath, width, height, maxMemory, outOfMemory] = process.argv;
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) process.reallyExit(1);
  if (process.memoryUsage.rss() > Number(maxMemory)) process.reallyExit(Number(outOfMemory));
}, 40);
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => {
  require(sharpPath)(Buffer.concat(chunks), { failOn: "error" })
    .resize(Number(width), Number(height), { fit: "fill" })
    .ensureAlpha().toColourspace("srgb").raw({ depth: "uchar" }).toBuffer()
    .then((data) => { clearInterval(watch); process.stdout.write(data); }, () => process.exit(1));
});
`;

/**
 * A drawing rendered by a process of its own, so that one made to be slow can be stopped. A drawing has no
 * pixels: `width` and `height` are its stated size in CSS pixels, and it is drawn with its long side at the working
 * size whatever they are.
 */
export async function decodeSvg(bytes: Uint8Array, options: ResolvedDecodeOptions): Promise<DecodedImage> {
  const source = svgText(bytes, options.name);
  const root = scanTags(source).next();
  if (root.done === true) throw damaged("svg", options.name);
  if (!isClosed(source, root.value)) throw cutShort("svg", options.name);
  const stated = svgSize(root.value);
  checkPixels({ width: Math.ceil(stated.width), height: Math.ceil(stated.height) }, "svg", options);
  const { text, removed } = await inlineReferences(source, options);
  const scale = options.workingSize / Math.max(stated.width, stated.height);
  const fitted = (side: number, by: number) => Math.max(1, Math.round(side * by));
  const width = fitted(stated.width, scale);
  const height = fitted(stated.height, scale);
  const sized = withSize(
    text,
    { ...stated, viewBox: stated.viewBox ?? `0 0 ${stated.width} ${stated.height}` },
    scale,
  );
  const pixels = await runInSandbox(
    {
      code: RENDER,
      args: [
        createRequire(import.meta.url).resolve("sharp"),
        `${width}`,
        `${height}`,
        `${MAX_MEMORY}`,
        `${OUT_OF_MEMORY}`,
      ],
      input: Buffer.from(sized),
      maxOutput: width * height * 4,
    },
    options,
  );
  if (pixels.length !== width * height * 4) throw damaged("svg", options.name);
  const { raster, transparent } = await rasterOfPixels({ width, height, channels: 4, data: pixels }, options);
  return {
    format: "svg",
    width: fitted(stated.width, 1),
    height: fitted(stated.height, 1),
    raster,
    transparent,
    frames: 1,
    depth: 8,
    grey: false,
    warnings: removed === 0 ? [] : [notDrawn(removed)],
  };
}

function isClosed(text: string, root: SvgTag): boolean {
  return text[root.end - 2] === "/" || text.lastIndexOf(`</${root.name}`) > root.start;
}

/** The SVG with its root stating the size to draw at, and a view box that maps the drawing onto it. */
function withSize(
  text: string,
  size: { readonly width: number; readonly height: number; readonly viewBox: string },
  scale: number,
): string {
  const root = scanTags(text).next().value;
  if (root === undefined) return text;
  const kept = root.attributes.filter(({ name }) => !["width", "height", "viewBox", "x", "y"].includes(name));
  const attributes = [
    ...kept.map(
      ({ name, start, end }) =>
        `${name}=${text[start - 1] ?? '"'}${text.slice(start, end)}${text[end] ?? '"'}`,
    ),
    `width="${size.width * scale}"`,
    `height="${size.height * scale}"`,
    `viewBox="${size.viewBox}"`,
  ];
  const close = text[root.end - 2] === "/" ? "/>" : ">";
  return `<${root.name} ${attributes.join(" ")}${close}${text.slice(root.end)}`;
}

function notDrawn(count: number): Warning {
  const what = count === 1 ? "1 reference out of the SVG was" : `${count} references out of the SVG were`;
  return { code: "image-approximated", message: `${what} not drawn` };
}
