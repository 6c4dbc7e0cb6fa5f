import type { Description } from "../../app/describe.js";
import type { DescriberOptions } from "../../app/describer.js";
import type { InterrogationMode } from "../../app/engine-choice.js";
import type { Warning } from "../../base/warning.js";
import type { HttpContext } from "../context.js";
import { TARGET } from "./selections.js";

/** What answers the drop-in routes without weights, by a name of the form that tools expect of a model. */
export const ENGINE = "imprompt/embedded";

/** How tools write the name of a model: "ViT-L-14/openai". */
export const MODEL_NAME: RegExp = /^[\w.:-]+\/[\w.:-]+$/u;

/** The CLIP models that are on the server, as far as tools can write their names. */
export async function clipModels({ models }: HttpContext): Promise<readonly string[]> {
  const names = models === undefined ? [] : await models();
  return names.filter((name) => MODEL_NAME.test(name));
}

/** How a picture is described for a tool that asked for a model: by it, by the best that is there, or by measuring. */
export function optionsFor(
  model: string,
  mode: InterrogationMode,
  present: readonly string[],
  caption?: string,
): DescriberOptions {
  const targets = [TARGET];
  if (model === ENGINE || present.length === 0) return { targets, engine: "embedded" };
  return {
    targets,
    modelFor: targets,
    detector: false, // the model's own string is answered
    mode,
    ...(present.includes(model) ? { model } : {}),
    ...(caption === undefined ? {} : { caption }),
  };
}

/** What an answer says of its origin, beside the fields that the tool knows. */
export interface Origin {
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** The model that looked; none where the file or the measurements answered. */
function modelOf({ engine }: Description): string | undefined {
  return engine.id === "clip" ? engine.source.replace(/^clip:/u, "") : undefined;
}

function replacement(
  asked: string,
  used: string | undefined,
  present: readonly string[],
): string | undefined {
  if (asked === ENGINE || asked === used) return undefined;
  if (used !== undefined)
    return asked.includes("/") ? `"${asked}" is not here; ${used} answered instead` : undefined;
  return present.length === 0
    ? `no weights of "${asked}" are here; what was measured and what the file carries answered instead`
    : `the file carries its own prompt, so "${asked}" was not asked`;
}

/**
 * @param asked the model that was asked for
 * @param present those that are on the server
 */
export function originOf(asked: string, description: Description, present: readonly string[]): Origin {
  const used = modelOf(description);
  const message = replacement(asked, used, present);
  const replaced: Warning[] =
    message === undefined ? [] : [{ code: "option-ignored", message, where: "model" }];
  // Tools have no field in which a subject could be given.
  const told = description.warnings.filter(({ code }) => code !== "subject-unknown");
  return { engine: used ?? ENGINE, warnings: [...replaced, ...told] };
}
