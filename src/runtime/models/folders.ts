import { resolve } from "node:path";
import envPaths from "env-paths";

/** Where embeddings of phrases are kept: IMPROMPT_CACHE, or the folder that the system has for a program's cache. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment["IMPROMPT_CACHE"]?.trim() ?? "";
  return resolve(own === "" ? envPaths("imprompt", { suffix: "" }).cache : own, "phrases");
}
