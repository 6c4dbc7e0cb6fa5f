import { readFile } from "node:fs/promises";
import type { PerceptionModel } from "../analysis/perception/index.js";
import type { Perception } from "../analysis/perception/types.js";
import { ImpromptError } from "../base/error.js";
import type { Picture } from "../image/picture.js";

/** Beside the code, in the sources as in the package. */
const FILE = new URL("../analysis/perception/model.bin", import.meta.url);

let loading: Promise<PerceptionModel> | undefined;

async function load(): Promise<PerceptionModel> {
  const { openPerception } = await import("../analysis/perception/index.js");
  const bytes = await readFile(FILE).catch((cause: unknown) => {
    throw new ImpromptError("model-missing", "the perception model is not where the package keeps it", {
      hint: "Install imprompt again: its package holds the model.",
      cause,
    });
  });
  return openPerception(bytes);
}

/**
 * The perception model of the package, read once a process.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`
 */
export function loadPerception(): Promise<PerceptionModel> {
  loading ??= load();
  return loading;
}

/** What the package's model says of a picture: the `perceive` of the services. @throws as `loadPerception` */
export async function perceivePicture(picture: Picture): Promise<Perception> {
  const model = await loadPerception();
  const { perceive } = await import("../analysis/perception/index.js");
  return perceive(picture, model);
}
