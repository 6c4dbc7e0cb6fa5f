import { phraseCamera } from "../analysis/camera/index.js";
import { phraseHints } from "../analysis/hints/index.js";
import { ImpromptError, toImpromptError } from "../base/error.js";
import type { Warning } from "../base/warning.js";
import type { Facet } from "../blueprint/facets.js";
import { fuse } from "../blueprint/fuse.js";
import type { Observation } from "../blueprint/observation.js";
import { dropFacets, setFacet, styleOnly } from "../blueprint/select.js";
import type { Blueprint } from "../blueprint/types.js";
import type { Prompt } from "../dialects/types.js";
import { observe } from "../engines/embedded/index.js";
import type { DecodedImage } from "../image/decoded.js";
import { Picture } from "../image/picture.js";
import type { Provenance, Reading, Recovered } from "../metadata/types.js";
import { classify } from "../vocabulary/classify.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { compileAll, expandTargets } from "./compile.js";
import type { ImageInput, OpenedInput, Services } from "./ports.js";
import { recall } from "./recall.js";
import type { OnStage } from "./stage.js";

export interface DescribeOptions {
  /** Target names, "name" or "name@version"; "all" stands for every one. */
  readonly targets?: readonly string[];
  /** What the picture shows, in the user's words: outranks everything. */
  readonly subject?: string;
  /** Leaves out subject, action and setting. */
  readonly styleOnly?: boolean;
  /** The user's words for a facet, in place of what was found. */
  readonly set?: readonly { readonly facet: Facet; readonly text: string }[];
  readonly drop?: readonly Facet[];
  /** Terms below it stay in the blueprint and out of the prompts; 0..1, 0.5 unless said. */
  readonly minConfidence?: number;
  /** Phrases and their facets; the standard ones unless said. */
  readonly vocabulary?: Vocabulary;
}

/** All that imprompt says of one picture; what `--json` prints. */
export interface Description {
  readonly file: string;
  readonly image: { readonly width: number; readonly height: number; readonly format: string };
  readonly recovered: Recovered | null;
  readonly provenance: Provenance | null;
  readonly blueprint: Blueprint;
  readonly measurements: { readonly [id: string]: unknown };
  readonly prompts: readonly Prompt[];
  readonly warnings: readonly Warning[];
}

/** Measured words only where the true prompt is silent: it is translated, not rewritten. */
function fillIn(recalled: readonly Observation[], measured: readonly Observation[]): Observation[] {
  const told = new Set(recalled.filter((seen) => seen.polarity !== "exclude").map((seen) => seen.facet));
  return told.size === 0 ? [...measured] : measured.filter((seen) => !told.has(seen.facet));
}

function edit(blueprint: Blueprint, options: DescribeOptions): Blueprint {
  let edited = blueprint;
  if (options.subject !== undefined) edited = setFacet(edited, "subject", [options.subject]);
  for (const facet of new Set((options.set ?? []).map((setting) => setting.facet))) {
    const texts = (options.set ?? []).filter((setting) => setting.facet === facet);
    edited = setFacet(
      edited,
      facet,
      texts.map(({ text }) => text),
    );
  }
  edited = dropFacets(edited, options.drop ?? []);
  return options.styleOnly === true ? styleOnly(edited) : edited;
}

async function decodeOr(opened: OpenedInput, reading: Reading, services: Services): Promise<DecodedImage> {
  try {
    return await services.decode(opened);
  } catch (error) {
    const known = toImpromptError(error, opened.name);
    if (reading.recovered === null) throw known;
    throw new ImpromptError(known.code, known.message, {
      where: opened.name,
      hint: "Its metadata is readable all the same: imprompt read prints the prompt that it carries.",
      cause: error,
    });
  }
}

function sourcesOf(
  opened: OpenedInput,
  reading: Reading,
  measured: readonly Observation[],
  vocabulary: Vocabulary | undefined,
): Observation[][] {
  const known = vocabulary === undefined ? {} : { vocabulary };
  const recalled = reading.recovered === null ? [] : recall(reading.recovered, vocabulary);
  const others = [
    ...phraseCamera(reading.camera),
    ...phraseHints({ ...reading.description, fileName: opened.name }, (phrase) => classify(phrase, known)),
    ...measured,
  ];
  return [recalled, fillIn(recalled, others)];
}

/**
 * One picture, described: the true prompt if the file carries it, the measured blueprint, and a prompt for each
 * target.
 *
 * @throws ImpromptError `input-*` when it cannot be read, `unknown-target`
 */
export async function describe(
  input: ImageInput,
  options: DescribeOptions,
  services: Services,
  onStage: OnStage = () => {},
): Promise<Description> {
  const opened = await services.open(input);
  const reading = await services.readMetadata(opened);
  const { recovered, provenance } = reading;
  onStage({ stage: "read", file: opened.name, recovered, provenance, warnings: reading.warnings });
  const decoded = await decodeOr(opened, reading, services);
  const { width, height, format } = decoded;
  onStage({ stage: "decoded", image: { width, height, format } });
  const seen = observe(new Picture(decoded.raster, decoded));
  onStage({ stage: "measured", palette: seen.palette, terms: seen.observations.length });
  const fused = fuse(sourcesOf(opened, reading, seen.observations, options.vocabulary), {
    frame: { width, height },
    palette: seen.palette,
    ...(recovered === null ? {} : { recovered: essence(recovered) }),
  });
  const blueprint = edit(fused.blueprint, options);
  onStage({ stage: "fused", terms: blueprint.terms.length });
  const prompts = await compileAll(
    blueprint,
    expandTargets(options.targets ?? []),
    options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence },
  );
  return {
    file: opened.name,
    image: { width, height, format },
    recovered,
    provenance,
    blueprint,
    measurements: seen.measurements,
    prompts,
    warnings: [...reading.warnings, ...decoded.warnings, ...fused.warnings],
  };
}

function essence({ tool, prompt, negative, parameters, confidence }: Recovered): Blueprint["recovered"] & {} {
  return { tool, prompt, negative, parameters, confidence };
}
