import type { Stage } from "imprompt/client";
import type { Arrival } from "../state/workspace";

type Named<S extends Stage["stage"]> = Extract<Stage, { readonly stage: S }>;

interface Step {
  readonly stage: Stage["stage"];
  readonly words: string;
}

/** The stages in words, in their order. */
const STEPS: readonly Step[] = [
  { stage: "read", words: "Reading the file" },
  { stage: "decoded", words: "Decoding" },
  { stage: "measured", words: "Measuring" },
  { stage: "looking", words: "Looking with a model" },
  { stage: "fused", words: "Putting the recipe together" },
];

/** The steps of an arrival: a model looks only where one is on the server. */
export function stepsOf(stages: readonly Stage[]): readonly Step[] {
  const looks = stages.some(({ stage }) => stage === "looking");
  return STEPS.filter(({ stage }) => stage !== "looking" || looks);
}

/** The stage that is under way: the model is at work until something else is told. */
export function stepNow(stages: readonly Stage[]): Step | undefined {
  const last = stages.at(-1)?.stage;
  const done = new Set(stages.map(({ stage }) => stage));
  return stepsOf(stages).find(({ stage }) => !done.has(stage) || (stage === "looking" && last === stage));
}

export function stagesOf(arrival: Arrival): readonly Stage[] {
  return arrival.state === "waiting" ? [] : arrival.stages;
}

export function stageNamed<S extends Stage["stage"]>(
  stages: readonly Stage[],
  name: S,
): Named<S> | undefined {
  return stages.findLast((each): each is Named<S> => each.stage === name);
}

/** What a stage found, or is at, in a few words. */
export function foundIn(stage: Stage): string {
  switch (stage.stage) {
    case "read":
      return stage.recovered === null ? "no prompt inside" : `written by ${stage.recovered.tool}`;
    case "decoded":
      return `${stage.image.width} × ${stage.image.height}, ${stage.image.format.toUpperCase()}`;
    case "measured":
      return `${stage.palette.length} colors`;
    case "looking":
      return stage.total > 1 ? `${stage.what}, ${stage.done} of ${stage.total}` : stage.what;
    case "fused":
      return `${stage.terms} phrases`;
  }
}

/** Where an arrival stands, as one line. */
export function standOf(arrival: Arrival): string {
  if (arrival.state === "waiting") return "Waiting for its turn";
  if (arrival.state === "failed") return "Failed";
  return stepNow(arrival.stages)?.words ?? "Opening the board";
}
