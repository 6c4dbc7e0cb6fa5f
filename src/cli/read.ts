import { read } from "../app/read.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import type { LimitFlags, OutputFlags } from "./options.js";
import { parseLimits } from "./options.js";
import { openOutput, toJson } from "./output.js";

export async function runRead(images: readonly string[], given: object): Promise<number> {
  const flags = given as LimitFlags & OutputFlags;
  const services = nodeServices(parseLimits(flags));
  const output = await openOutput(flags, images);
  const { showReading } = await import("./show/reading.js");
  const status = await eachInput(images, async (image) => {
    const reading = await read(image, services);
    output.write(output.json ? toJson(reading, images.length > 1) : showReading(reading, output));
  });
  await output.close();
  return status;
}
