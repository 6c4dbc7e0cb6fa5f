import sharp from "sharp";
import { MEASUREMENTS } from "../dist/analysis/index.js";
import { observe } from "../dist/engines/embedded/index.js";
import { decodeImage } from "../dist/image/decode/index.js";
import { Picture } from "../dist/image/picture.js";
import { compareMs, medianMs } from "./measure.mjs";
import { scene } from "./pictures.mjs";

/** From the bytes of a 12 megapixel JPEG to observations, against sharp's decode and shrink of the same file. */
export async function analysisBench() {
  const jpeg = await (await scene(4000, 3000)).jpeg({ quality: 90 }).toBuffer();
  const shrink = () => sharp(jpeg).resize(768, 768, { fit: "inside" }).removeAlpha().raw().toBuffer();
  const analyse = async () => {
    const decoded = await decodeImage(jpeg, { name: "bench.jpg" });
    return observe(new Picture(decoded.raster, decoded));
  };
  const [sharpMs, analysisMs] = await compareMs(shrink, analyse);
  const decoded = await decodeImage(jpeg, { name: "bench.jpg" });
  const stages = {};
  for (const measurement of MEASUREMENTS) {
    const fresh = () => measurement.measure(new Picture(decoded.raster, decoded));
    stages[measurement.id] = await medianMs(fresh, { runs: 9, warm: 2 });
  }
  return {
    name: "analysis of a 12 MP JPEG from bytes",
    value: analysisMs / sharpMs,
    unit: "× sharp's decode and shrink to 768 px",
    limit: 4,
    detail: { sharpMs, analysisMs, eachMeasurementAloneMs: stages },
  };
}
