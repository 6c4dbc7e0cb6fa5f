import type { Stage } from "imprompt/client";
import type { Arrival } from "../state/workspace";

type Named<S extends Stage["stage"]> = Extract<Stage, { readonly stage: S }>;

/** The stages in words, in their order. */
export const STEPS: readonly { readonly stage: Stage["stage"]; readonly words: string }[] = [
  { stage: "read", words: "Reading the file" },
  { stage: "decoded", words: "Decoding" },
  { stage: "measured", words: "Measuring" },
  { stage: "fused", words: "Putting the recipe together" },
];

export function stagesOf(arrival: Arrival): readonly Stage[] {
  return arrival.state === "waiting" ? [] : arrival.stages;
}

export function stageNamed<S extends Stage["stage"]>(
  stages: readonly Stage[],
  name: S,
): Named<S> | undefined {
  return stages.find((each): each is Named<S> => each.stage === name);
}

/** What a stage found, in a few words. */
export function foundIn(stage: Stage): string {
  switch (stage.stage) {
    case "read":
      return stage.recovered === null ? "no prompt inside" : `written by ${stage.recovered.tool}`;
    case "decoded":
      return `${stage.image.width} × ${stage.image.height}, ${stage.image.format.toUpperCase()}`;
    case "measured":
      return `${stage.palette.length} colors`;
    case "fused":
      return `${stage.terms} phrases`;
  }
}

/** Where an arrival stands, as one line. */
export function standOf(arrival: Arrival): string {
  if (arrival.state === "waiting") return "Waiting for its turn";
  if (arrival.state === "failed") return "Failed";
  const done = new Set(arrival.stages.map(({ stage }) => stage));
  return STEPS.find(({ stage }) => !done.has(stage))?.words ?? "Opening the board";
}
