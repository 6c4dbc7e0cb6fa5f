import { ImpromptError } from "../../base/error.js";
import type { Warning } from "../../base/warning.js";
import type { LocatedModel } from "../../models/store/located.js";
import type { Generation, KnownModel } from "../../models/store/manifest.js";
import { KNOWN_MODELS } from "../../models/store/manifest.js";
import { findKnown, refuseName } from "../../models/store/names.js";
import type { EngineOptions } from "../types.js";

/** What works on a question: the models that are here, or those that are not and ought to be. */
export interface Chosen {
  readonly clip?: LocatedModel;
  readonly captioner?: LocatedModel;
  /** Half a sentence: why this CLIP. */
  readonly why: string;
  /** Asked for or needed, and not here. */
  readonly missing: readonly KnownModel[];
  readonly warnings: readonly Warning[];
}

/** Best first, as clip-interrogator's users know them; Florence speaks at more length than CLIP reads. */
const CAPTIONERS: readonly string[] = ["blip-large", "blip-base", "florence-2-large", "florence-2-base"];

/** What to pull when nothing is here: for Stable Diffusion 1.5, and of a size that most machines hold. */
const FIRST_CLIP = "ViT-L-14/openai";
const FIRST_CAPTIONER = "blip-large";

type Found = { readonly model: LocatedModel } | { readonly missing: KnownModel };

/** @throws ImpromptError `model-unknown`, `invalid-option` for a model of another kind */
function findNamed(
  present: readonly LocatedModel[],
  name: string,
  fits: (kind: LocatedModel["kind"]) => boolean,
  option: "model" | "captioner",
): Found {
  const known = findKnown(KNOWN_MODELS, name);
  const here = present.find((model) => model.name === (known?.name ?? name));
  const found = here ?? known;
  if (found === undefined) return refuseName(KNOWN_MODELS, name);
  if (!fits(found.kind)) {
    const what = option === "model" ? "is no CLIP model" : "is no captioner";
    throw new ImpromptError("invalid-option", `${found.name} ${what}`, { where: option });
  }
  return here === undefined ? { missing: known as KnownModel } : { model: here };
}

const isClip = (kind: LocatedModel["kind"]): boolean => kind === "clip";

const knownOf = (name: string): KnownModel | undefined => KNOWN_MODELS.find((known) => known.name === name);

function isGeneration(target: string): target is Generation {
  return KNOWN_MODELS.some(({ suits }) => suits.some((generation) => generation === target));
}

/** The generations among the targets that read prompts with a CLIP that is known, each once. */
function generationsOf(targets: readonly string[] = []): Generation[] {
  const ids = targets.map((target) => target.trim().toLowerCase().split("@")[0] ?? "");
  return [...new Set(ids)].filter(isGeneration);
}

function suiting(generation: Generation): KnownModel | undefined {
  return KNOWN_MODELS.find(({ suits }) => suits.includes(generation));
}

/** The more accurate first; those that are not known, which their user has brought, before all others. */
function byAccuracy(models: readonly LocatedModel[]): LocatedModel[] {
  const accuracy = ({ name }: LocatedModel): number => {
    const known = knownOf(name);
    return known === undefined ? Number.POSITIVE_INFINITY : (known.zeroShot ?? 0);
  };
  return [...models].sort((x, y) => accuracy(y) - accuracy(x));
}

/** Each of the targets' generations that reads prompts with another CLIP than the one that ranks. */
function mismatches(clip: LocatedModel, generations: readonly Generation[]): Warning[] {
  return generations.flatMap((generation): Warning[] => {
    const own = suiting(generation);
    if (own === undefined || own.name === clip.name) return [];
    const message = `${generation} reads prompts with ${own.name}, and ${clip.name} ranked these phrases`;
    return [{ code: "model-mismatch", message, where: generation }];
  });
}

function chooseClip(
  present: readonly LocatedModel[],
  { model, targets }: EngineOptions,
): Pick<Chosen, "clip" | "why" | "missing"> {
  if (model !== undefined) {
    const found = findNamed(present, model, isClip, "model");
    const why = "the model that was asked for";
    return "model" in found ? { clip: found.model, why, missing: [] } : { why, missing: [found.missing] };
  }
  const clips = present.filter(({ kind }) => kind === "clip");
  for (const generation of generationsOf(targets)) {
    const own = clips.find(({ name }) => name === suiting(generation)?.name);
    if (own !== undefined) {
      return { clip: own, why: `the CLIP that ${generation} reads prompts with`, missing: [] };
    }
  }
  const [best] = byAccuracy(clips);
  if (best !== undefined) return { clip: best, why: "the best CLIP that is here", missing: [] };
  const [generation] = generationsOf(targets);
  const wanted = generation === undefined ? knownOf(FIRST_CLIP) : suiting(generation);
  return { why: "", missing: wanted === undefined ? [] : [wanted] };
}

function chooseCaptioner(
  present: readonly LocatedModel[],
  { captioner, caption }: EngineOptions,
): Pick<Chosen, "captioner" | "missing"> {
  if (caption !== undefined) return { missing: [] };
  if (captioner !== undefined) {
    const found = findNamed(present, captioner, (kind) => !isClip(kind), "captioner");
    return "model" in found ? { captioner: found.model, missing: [] } : { missing: [found.missing] };
  }
  const others = present.filter(({ kind }) => !isClip(kind));
  const best =
    CAPTIONERS.map((name) => others.find((model) => model.name === name)).find(
      (model) => model !== undefined,
    ) ?? others[0];
  return best === undefined ? { missing: [] } : { captioner: best, missing: [] };
}

/**
 * The models for a question. A CLIP that is asked for; else the one that a target reads prompts with; else the most
 * accurate that is here. A captioner that is asked for, else BLIP large, BLIP base, Florence-2; none where the caption
 * is given.
 *
 * @throws ImpromptError `model-unknown`, `invalid-option` for a model of the wrong kind
 */
export function chooseModels(present: readonly LocatedModel[], options: EngineOptions): Chosen {
  const captioning = options.mode === "caption";
  const { captioner, missing: missingCaptioner } = chooseCaptioner(present, options);
  if (captioning) {
    const first = knownOf(FIRST_CAPTIONER);
    const needed = captioner === undefined && options.caption === undefined && first !== undefined;
    const missing = missingCaptioner.length === 0 && needed ? [first] : missingCaptioner;
    return {
      ...(captioner === undefined ? {} : { captioner }),
      why: "only a caption was asked for",
      missing,
      warnings: [],
    };
  }
  const { clip, why, missing } = chooseClip(present, options);
  return {
    ...(clip === undefined ? {} : { clip }),
    ...(captioner === undefined ? {} : { captioner }),
    why,
    missing: [...missing, ...missingCaptioner],
    warnings: clip === undefined ? [] : mismatches(clip, generationsOf(options.targets)),
  };
}

const size = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** How to get what is missing, and how large it is, without a full stop; a captioner is added where there is none. */
export function pullHint(
  { missing, captioner }: Chosen,
  { caption, captioner: asked }: EngineOptions,
): string {
  const first = knownOf(FIRST_CAPTIONER);
  const wantsCaptioner = captioner === undefined && caption === undefined && asked === undefined;
  const wanted = [...missing, ...(wantsCaptioner && first !== undefined ? [first] : [])];
  const models = [...new Set(wanted)];
  const bytes = models.reduce((sum, model) => sum + model.bytes, 0);
  const names = models.map(({ name }) => name).join(" ");
  return `Get them with imprompt models pull ${names} (${size(bytes)}, once)`;
}
