import { perceiveFile } from "../app/perceive.js";
import { nodeServices } from "../runtime/node.js";
import { perceivePicture } from "../runtime/perception-model.js";
import { eachInput } from "./each.js";
import type { LimitFlags, OutputFlags } from "./options.js";
import { parseLimits } from "./options.js";
import { openOutput } from "./output.js";

export async function runPerceive(images: readonly string[], given: object): Promise<number> {
  const flags = given as LimitFlags & OutputFlags;
  const services = { ...nodeServices(parseLimits(flags)), perceive: perceivePicture };
  const output = await openOutput(flags, images);
  const { showPerception } = await import("./show/perception.js");
  const status = await eachInput(images, async (image) => {
    const perception = await perceiveFile(image, services);
    output.write(output.json ? `${JSON.stringify(perception)}\n` : showPerception(perception, output));
  });
  await output.close();
  return status;
}
