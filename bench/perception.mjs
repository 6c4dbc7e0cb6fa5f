import { canonicalRaster } from "../dist/analysis/perception/canonical.js";
import { DESCRIPTOR_BLOCKS, describePixels } from "../dist/analysis/perception/descriptors/index.js";
import { perceive } from "../dist/analysis/perception/index.js";
import { decodeImage } from "../dist/image/decode/index.js";
import { Picture } from "../dist/image/picture.js";
import { loadPerception } from "../dist/runtime/perception-model.js";
import { compareMs, medianMs } from "./measure.mjs";
import { scene } from "./pictures.mjs";

/** Descriptors and learned model on a decoded picture of 768 x 576. */
export async function perceptionBench() {
  const decoded = await decodeImage(await (await scene(768, 576)).jpeg({ quality: 90 }).toBuffer());
  const model = await loadPerception();
  const fresh = () => new Picture(decoded.raster, decoded);
  const [descriptorsMs, wholeMs] = await compareMs(
    () => describePixels(fresh()),
    () => perceive(fresh(), model),
    { warm: 10 },
  );
  const warm = fresh();
  describePixels(warm);
  const blocks = {};
  for (const { name, measure } of DESCRIPTOR_BLOCKS) blocks[name] = await medianMs(() => measure(warm));
  const canonicalMs = await medianMs(() => canonicalRaster(fresh()));
  return {
    name: "descriptors and model on a decoded picture, 768 px",
    value: wholeMs,
    unit: "ms",
    limit: 60,
    detail: {
      descriptorsMs,
      modelMs: wholeMs - descriptorsMs,
      canonicalMs,
      eachBlockOnSharedPlanesMs: blocks,
    },
  };
}
