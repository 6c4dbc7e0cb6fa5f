import { expandTargets } from "../app/compile.js";
import { describe } from "../app/describe.js";
import { loadTarget } from "../dialects/registry.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import type { DescribeFlags } from "./options.js";
import { parseDescribe, parseLimits } from "./options.js";
import { openOutput, toJson } from "./output.js";
import { readVocabulary } from "./vocabulary.js";

export async function runDescribe(images: readonly string[], given: object): Promise<number> {
  const flags = given as DescribeFlags;
  const vocabulary = await readVocabulary(flags);
  const options = { ...parseDescribe(flags), ...(vocabulary === undefined ? {} : { vocabulary }) };
  const services = nodeServices(parseLimits(flags));
  for (const target of expandTargets(options.targets)) await loadTarget(target);
  const output = await openOutput(flags, images);
  const { showDescription } = await import("./show/description.js");
  const status = await eachInput(images, async (image) => {
    const description = await describe(image, options, services);
    output.write(
      output.json
        ? toJson(description, images.length > 1)
        : showDescription(description, { ...output, allTargets: flags.target !== undefined }),
    );
  });
  await output.close();
  return status;
}
