import type { Description } from "imprompt/client";
import type { Blueprint, ParameterSettings } from "imprompt/core";
import { createBlueprint } from "imprompt/core";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { boardOfBlueprint } from "../state/new-board";
import { dispatch } from "../state/store";
import { settingsByTarget } from "./settings-by-target";

type Recovered = NonNullable<Description["recovered"]>;

/** What is known of the picture that carries the prompt; a board, or an arrival on its way. */
export type Carrier = Pick<Board, "name" | "picture" | "facts"> & { readonly palette: Blueprint["palette"] };

export function carrierOf(board: Board): Carrier {
  return { ...board, palette: blueprintOf(board).palette };
}

/** By the names that targets give their settings. */
function statedIn({
  steps,
  cfgScale,
  seed,
  sampler,
  scheduler,
  clipSkip,
  size,
}: Recovered["parameters"]): ParameterSettings {
  const named = { steps, "cfg-scale": cfgScale, sampler, scheduler, "clip-skip": clipSkip, ...size };
  const stated = Object.entries(named).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  const whole = seed !== undefined && Number.isSafeInteger(Number(seed)) ? { seed: Number(seed) } : {};
  return { ...Object.fromEntries(stated), ...whole };
}

/** Opens a board of the recovered prompt alone: each phrase as it was written, in its order, nothing measured. */
export async function takeAsItWas(recovered: Recovered, carrier: Carrier): Promise<void> {
  const { understand } = await import("imprompt/language");
  const { prompt, negative, characters = [], grammar, tool, parameters, confidence } = recovered;
  const parts = [{ prompt, negative }, ...characters];
  const read = parts.map((part) => understand(part.prompt, grammar, { negative: part.negative ?? "" }));
  const stated = { ...statedIn(parameters), ...read[0]?.parameters };
  const { picture, facts, palette, name } = carrier;
  const frame =
    picture === null ? read[0]?.blueprint.frame : { width: picture.width, height: picture.height };
  const blueprint = createBlueprint({
    frame: frame ?? { width: 1024, height: 1024 },
    terms: read.flatMap((part) => part.blueprint.terms),
    references: read.flatMap((part) => part.blueprint.references),
    palette,
    recovered: { tool, prompt, negative, parameters, confidence },
  });
  const board = boardOfBlueprint(
    blueprint,
    `${name}, as it was`,
    { kind: "prompt", grammar },
    {
      picture,
      facts,
      parameters: await settingsByTarget(stated, blueprint.frame),
    },
  );
  dispatch({ type: "opened", board });
}
