import { createDescriber } from "./pool.js";

/** A process with a describer, whose worker renders a drawing without end when the argument says so. */
const describer = createDescriber({
  processes: 1,
  maxRssBytes: 2 ** 30,
  limits: { timeoutMs: 600_000 },
  timeoutMs: 600_000,
});
const busy = process.argv[2] === "busy";
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700"><filter id="f"><feTurbulence
  numOctaves="50"/></filter>${'<rect width="700" height="700" filter="url(#f)"/>'.repeat(busy ? 3000 : 0)}</svg>`;
const picture = { name: "drawing.svg", bytes: new TextEncoder().encode(drawing) };
const { signal } = new AbortController();
process.send?.("asked");
const { image } = await describer.describe(picture, {}, { signal });
process.send?.(image.format);
process.disconnect?.();
