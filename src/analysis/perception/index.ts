import type { Picture } from "../../image/picture.js";
import { describePixels } from "./descriptors/index.js";
import { chancesOf } from "./model/chances-of.js";
import type { PerceptionModel } from "./model/open-perception.js";
import { phrasesOf } from "./model/phrases.js";
import type { Perception } from "./types.js";

export type { PerceptionModel } from "./model/open-perception.js";
export { openPerception } from "./model/open-perception.js";

/** The descriptors as the heads were trained on them. */
function featuresOf(
  picture: Picture,
  { standard: { mean, deviation, clip } }: PerceptionModel,
): Float32Array {
  return describePixels(picture).map((raw, at) => {
    const standard = (raw - (mean[at] as number)) / (deviation[at] as number);
    return Math.max(-clip, Math.min(clip, standard));
  });
}

/** What the picture was made with and where it was taken, as chances, and in words where they are sure. */
export function perceive(picture: Picture, model: PerceptionModel): Perception {
  const features = featuresOf(picture, model);
  const chances = { medium: chancesOf(features, model.medium), scene: chancesOf(features, model.scene) };
  return { ...chances, ...phrasesOf(chances, model.phrases) };
}
