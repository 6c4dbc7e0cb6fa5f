import { toImpromptError } from "../base/error.js";
import type { ImportResult } from "../models/store/index.js";
import type { ListedModel } from "../models/store/list.js";
import type { Pulled } from "../models/store/pull.js";
import type { StoreWork } from "../models/store/services.js";
import type { Verified } from "../models/store/verify.js";
import { hubCacheFolder, openNodeModelStore } from "../runtime/model-store.js";
import { EXIT, exitStatusOf, exitStatusOfRun } from "./exit.js";
import { createTransferLine } from "./models-progress.js";
import type { OutputFlags } from "./options.js";
import { openOutput, toJson } from "./output.js";
import { showImport, showModels, showPulled, showVerified } from "./show/models.js";

/** Ctrl+C ends the work; pressed again, the process. */
async function untilStopped<T>(work: (options: StoreWork) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const line = createTransferLine(process.stderr, () => performance.now());
  const stop = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
    controller.abort();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    return await work({ signal: controller.signal, onProgress: line.update });
  } finally {
    line.clear();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** In order; a failure is told and the rest go on, unless it was asked for or is a mistake in the command line. */
async function eachModel(names: readonly string[], work: (name: string) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const name of names) {
    try {
      await work(name);
    } catch (error) {
      const known = toImpromptError(error, name);
      if (exitStatusOf(known.code) === EXIT.usage) throw error;
      process.stderr.write(`imprompt: ${known.sentence}\n`);
      if (known.code === "cancelled") return exitStatusOf(known.code);
      failed += 1;
    }
  }
  return exitStatusOfRun(names.length - failed, failed);
}

/** Without what only a pull needs to know. */
function forPrograms({ known, ...model }: ListedModel): object {
  if (known === undefined) return model;
  const { sources, ...facts } = known;
  return { ...facts, ...model, repository: sources[0]?.repository };
}

export async function runModelList(given: object): Promise<number> {
  const output = await openOutput(given as OutputFlags, []);
  const store = openNodeModelStore();
  const models = await store.list();
  output.write(
    output.json
      ? toJson({ folder: store.folder, models: models.map(forPrograms) }, false)
      : showModels(store.folder, models, output),
  );
  return EXIT.ok;
}

export async function runModelPull(given: readonly string[], options: object): Promise<number> {
  const flags = options as OutputFlags & { readonly mirror?: string };
  const output = await openOutput(flags, []);
  const store = openNodeModelStore(process.env, flags.mirror);
  const names: string[] = [];
  for (const name of given) names.push(await store.nameOf(name));
  const pulled: Pulled[] = [];
  const status = await eachModel([...new Set(names)], async (name) => {
    const result = await untilStopped((work) => store.pull(name, work));
    pulled.push(result);
    if (!output.json) output.write(showPulled(result, output));
  });
  if (output.json) output.write(toJson(pulled, false));
  return status;
}

export async function runModelVerify(given: readonly string[], options: object): Promise<number> {
  const output = await openOutput(options as OutputFlags, []);
  const store = openNodeModelStore();
  const here = async (): Promise<string[]> =>
    (await store.list())
      .filter(({ state }) => state === "present" || state === "damaged")
      .map(({ name }) => name);
  const names = given.length > 0 ? given : await here();
  const results: Verified[] = [];
  const status = await eachModel(names, async (name) => {
    const result = await untilStopped((work) => store.verify(name, work));
    results.push(result);
    if (!output.json) output.write(showVerified(result, output));
  });
  if (output.json) output.write(toJson(results, false));
  else if (names.length === 0) output.write("No model is here yet.\n");
  if (status === EXIT.ok) {
    const damaged = results.filter(({ faults }) => faults.length > 0).length;
    return exitStatusOfRun(results.length - damaged, damaged);
  }
  return status;
}

export async function runModelRemove(names: readonly string[]): Promise<number> {
  const store = openNodeModelStore();
  return eachModel(names, async (name) => {
    const own = await store.nameOf(name);
    await store.remove(own);
    process.stdout.write(`${own} is removed.\n`);
  });
}

export async function runModelWhere(name: string | undefined, options: object): Promise<number> {
  const output = await openOutput(options as OutputFlags, []);
  const store = openNodeModelStore();
  if (name === undefined) {
    output.write(output.json ? toJson({ folder: store.folder }, false) : `${store.folder}\n`);
    return EXIT.ok;
  }
  const model = await store.locate(name);
  if (model === undefined) {
    const own = await store.nameOf(name);
    process.stderr.write(`imprompt: ${own} is not here. Get it with imprompt models pull ${own}.\n`);
    return exitStatusOf("model-missing");
  }
  output.write(output.json ? toJson(model, false) : `${model.folder}\n`);
  return EXIT.ok;
}

export async function runModelImport(given: string | undefined, options: object): Promise<number> {
  const flags = options as OutputFlags & { readonly as?: string };
  const output = await openOutput(flags, []);
  const store = openNodeModelStore();
  const folder = given ?? hubCacheFolder();
  const as = flags.as === undefined ? {} : { as: flags.as };
  const result: ImportResult = await untilStopped((work) => store.import(folder, { ...work, ...as }));
  output.write(output.json ? toJson(result, false) : showImport(result, output));
  return exitStatusOfRun(result.imported.length, result.imported.length === 0 ? 1 : 0);
}
