import type { DescribeOptions, Description } from "./app/describe.js";
import { describe as describeWith } from "./app/describe.js";
import type { Engines } from "./app/engine-choice.js";
import type { ImageInput } from "./app/ports.js";
import type { FileReading } from "./app/read.js";
import { read as readWith } from "./app/read.js";
import type { ReadLimits } from "./runtime/node.js";
import { nodeServices } from "./runtime/node.js";
import { openSight } from "./runtime/sight/open-sight.js";

export type { DescribeOptions, Description, EngineReport } from "./app/describe.js";
export type { Engines } from "./app/engine-choice.js";
export type { ImageInput } from "./app/ports.js";
export type { FileReading } from "./app/read.js";
export * from "./core.js";
export * from "./language.js";
export type { CameraFacts, Provenance, Recovered } from "./metadata/types.js";
export type { EnginesOptions } from "./runtime/models/engines.js";
export { openEngines } from "./runtime/models/engines.js";
export type { ReadLimits } from "./runtime/node.js";

/** One process for all pictures, which starts with the first and ends when there is nothing more to look at. */
const sight = openSight();

/**
 * A picture described: the true prompt if the file carries it, the blueprint with the evidence of each phrase, and
 * a prompt for each of `options.targets`.
 *
 * @param input a path, a `data:` URL or the file's bytes
 * @param engines those of `openEngines`, which keeps models from one picture to the next until it is closed; without
 *   them pictures are measured and nothing more
 * @throws ImpromptError `input-*` when the picture cannot be read, `unknown-target`, and what an engine that was
 *   asked for says
 */
export function describe(
  input: ImageInput,
  options: DescribeOptions = {},
  limits: ReadLimits = {},
  engines?: Engines,
): Promise<Description> {
  const services = { ...nodeServices(limits), sight };
  return describeWith(input, options, engines === undefined ? services : { ...services, engines });
}

/**
 * Only what the file itself carries.
 *
 * @throws ImpromptError `input-*` when it cannot be opened
 */
export function read(input: ImageInput, limits: ReadLimits = {}): Promise<FileReading> {
  return readWith(input, nodeServices(limits));
}
