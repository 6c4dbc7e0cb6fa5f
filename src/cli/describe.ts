import { expandTargets } from "../app/compile.js";
import type { Description } from "../app/describe.js";
import { describeMany } from "../app/describe.js";
import { loadTarget } from "../dialects/registry.js";
import { openEngines } from "../runtime/models/engines.js";
import { nodeServices } from "../runtime/node.js";
import { openSight } from "../runtime/sight/open-sight.js";
import { tellFailure } from "./each.js";
import { createEngineProgress } from "./engine-progress.js";
import { exitStatusOfRun } from "./exit.js";
import type { DescribeFlags } from "./options.js";
import { parseDescribe, parseLimits } from "./options.js";
import { openOutput, toJson } from "./output.js";
import { createProgress } from "./progress.js";
import { readVocabulary } from "./vocabulary.js";

export async function runDescribe(images: readonly string[], given: object): Promise<number> {
  const flags = given as DescribeFlags;
  const vocabulary = await readVocabulary(flags);
  const options = { ...parseDescribe(flags), ...(vocabulary === undefined ? {} : { vocabulary }) };
  for (const target of expandTargets(options.targets)) await loadTarget(target);
  const output = await openOutput(flags, images);
  const { showDescription } = await import("./show/description.js");
  const show = (description: Description): string =>
    output.json
      ? toJson(description, images.length > 1)
      : showDescription(description, {
          ...output,
          allTargets: flags.target !== undefined,
          several: images.length > 1,
        });
  const engines = openEngines();
  const sight = openSight();
  const progress = createProgress(images.length);
  const looking = createEngineProgress();
  let failed = 0;
  try {
    await describeMany(
      images,
      options,
      { ...nodeServices(parseLimits(flags)), engines, sight },
      {
        onDescribed: (description, index) => {
          looking.clear();
          output.write(show(description));
          progress.step(index + 1);
        },
        onFailed: (error, index) => {
          failed += 1;
          looking.clear();
          progress.clear();
          tellFailure(images[index] ?? "", error);
          progress.step(index + 1);
        },
        onStage: looking.tell,
      },
    );
  } finally {
    looking.clear();
    progress.clear();
    await Promise.all([engines.close(), sight.close()]);
  }
  await output.close();
  return exitStatusOfRun(images.length - failed, failed);
}
