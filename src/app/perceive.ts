import type { Perception } from "../analysis/perception/types.js";
import { round } from "../base/number.js";
import { Picture } from "../image/picture.js";
import type { ImageInput, Services } from "./ports.js";

/** What the perception model says of a file, as figures; labels from the likeliest on. */
export interface FilePerception extends Perception {
  readonly file: string;
}

function ranked(chances: Perception["medium"]): Perception["medium"] {
  const entries = Object.entries(chances).map(([label, chance]) => [label, round(chance, 4)] as const);
  return Object.fromEntries(entries.sort(([, a], [, b]) => b - a));
}

const rounded = (phrases: Perception["spoken"]): Perception["spoken"] =>
  phrases.map((phrase) => ({ ...phrase, confidence: round(phrase.confidence, 3) }));

/** @throws ImpromptError `input-*`, `decode-timeout`, and what `services.perceive` throws */
export async function perceiveFile(
  input: ImageInput,
  services: Pick<Services, "open" | "decode"> & Required<Pick<Services, "perceive">>,
): Promise<FilePerception> {
  const opened = await services.open(input);
  const decoded = await services.decode(opened);
  const { medium, scene, spoken, suggested } = await services.perceive(new Picture(decoded.raster, decoded));
  return {
    file: opened.name,
    medium: ranked(medium),
    scene: ranked(scene),
    spoken: rounded(spoken),
    suggested: rounded(suggested),
  };
}
