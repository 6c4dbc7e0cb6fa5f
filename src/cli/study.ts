import type { Student } from "../app/study.js";
import { ImpromptError } from "../base/error.js";
import type { OpenedModels } from "../runtime/models/index.js";
import { nodeServices } from "../runtime/node.js";
import { createEngineProgress } from "./engine-progress.js";
import { parseWhole } from "./language-options.js";
import type { OutputFlags } from "./options.js";

/** Options that the commands on CLIP's reading share. */
export interface StudyFlags extends OutputFlags {
  readonly model?: string;
}

export interface TopFlags extends StudyFlags {
  readonly top: string;
}

/** What these commands need of the machine. */
export interface StudyPorts {
  readonly openModels: () => Promise<Pick<OpenedModels, "clip" | "close">>;
  /** Where embeddings of phrases are kept. */
  readonly cacheFolder: () => Promise<string>;
}

/** Models in processes of their own, and the user's own folders. */
export const MACHINE: StudyPorts = {
  openModels: async () => (await import("../runtime/models/index.js")).openModels(),
  cacheFolder: async () => (await import("../runtime/models/folders.js")).cacheFolder(),
};

/** @throws ImpromptError `invalid-option` */
export function parseTop(flags: TopFlags): number {
  return parseWhole("--top", flags.top, 1, 100_000);
}

/** @throws ImpromptError `invalid-option` for a prompt without words */
export function parsePrompt(text: string): string {
  if (text.trim() !== "") return text;
  throw new ImpromptError("invalid-option", "the prompt is empty", { hint: "Write what the picture shows." });
}

/** Opens the model, does the work, and frees it whatever happens. */
export async function withClip<T>(
  { model }: StudyFlags,
  { openModels }: StudyPorts,
  work: (student: Student) => Promise<T>,
): Promise<T> {
  const models = await openModels();
  const line = createEngineProgress();
  const tell: Student["tell"] = (what, done, total) => {
    line.tell({ stage: "looking", engine: "clip", what, done, total });
  };
  try {
    return await work({ clip: await models.clip(model), services: nodeServices({}), tell });
  } finally {
    line.clear();
    await models.close();
  }
}
