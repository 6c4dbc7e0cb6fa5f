import { resolve } from "node:path";
import envPaths from "env-paths";

/** Where models are kept: IMPROMPT_MODELS, or the folder that the system has for a program's data. */
export function modelsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment["IMPROMPT_MODELS"]?.trim() ?? "";
  if (own !== "") return resolve(own);
  return resolve(envPaths("imprompt", { suffix: "" }).data, "models");
}
