import type { GenerationParameters, Lora } from "../../blueprint/types.js";
import { isRecord } from "../lenient-json.js";

/** Values under keys without case, blanks and underscores: "CFG scale", "cfg_scale", "cfgScale" are one. */
export type NamedFields = ReadonlyMap<string, unknown>;

/** Of equal keys the first that is not empty stands. */
export function namedFields(source: { readonly [key: string]: unknown }): NamedFields {
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(source)) {
    const name = key.toLowerCase().replace(/[^a-z0-9]/g, "");
    const known = fields.get(name);
    if (known === undefined || known === null || known === "") fields.set(name, value);
  }
  return fields;
}

/** The first of these fields that holds text, to the letter; numbers are written out. */
export function textField(fields: NamedFields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** The first of these fields that holds a finite number, also one written as text. */
export function numberField(fields: NamedFields, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value === "string" && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) {
      const number = Number(value);
      if (Number.isFinite(number)) return number;
    }
  }
  return undefined;
}

const MODEL = [
  "model",
  "modelname",
  "basemodel",
  "basemodelname",
  "usestablediffusionmodel",
  "stablediffusionmodel",
  "sdmodelname",
  "checkpoint",
  "sdmodelcheckpoint",
];
const MODEL_HASH = ["modelhash", "basemodelhash"];

/**
 * The usual settings among a tool's fields, whatever it calls them. Fields that are missing, empty or of another
 * kind are left out.
 */
export function parametersOf(fields: NamedFields): GenerationParameters {
  const model = named(fields, MODEL);
  const modelHash = textField(fields, ...MODEL_HASH) ?? hashOf(fields);
  const vae = named(fields, ["vae", "vaemodel", "usevaemodel", "sdvae"]);
  const sampler = textField(fields, "sampler", "samplername", "ksamplername", "samplermode");
  const scheduler = textField(
    fields,
    "scheduler",
    "scheduletype",
    "schedulername",
    "schedule",
    "noiseschedule",
  );
  const seed = textField(fields, "seed", "noiseseed");
  const version = textField(fields, "version", "appversion", "swarmversion");
  return compact({
    model,
    modelHash: nonEmpty(modelHash),
    vae,
    sampler: nonEmpty(sampler),
    scheduler: nonEmpty(scheduler),
    steps: numberField(fields, "steps", "numinferencesteps", "numberofinferencesteps", "samplingsteps"),
    cfgScale: numberField(
      fields,
      "cfgscale",
      "guidancescale",
      "cfg",
      "scale",
      "guidance",
      "distilledcfgscale",
    ),
    seed: seed !== undefined && /^-?\d+$/.test(seed.trim()) ? seed.trim() : undefined,
    size: sizeOf(fields),
    clipSkip: numberField(fields, "clipskip"),
    denoisingStrength: numberField(fields, "denoisingstrength", "denoise", "strength", "promptstrength"),
    loras: lorasOf(fields),
    version: nonEmpty(version),
  });
}

/** Without the members that are undefined. */
export function compact(
  parameters: {
    readonly [Key in keyof GenerationParameters]: GenerationParameters[Key] | undefined;
  },
): GenerationParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === "" ? undefined : trimmed;
}

/** A name that stands as text or inside an object that describes the model. */
function named(fields: NamedFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    const text = typeof value === "string" ? value : nameInside(value);
    if (nonEmpty(text) !== undefined) return nonEmpty(text);
  }
  return undefined;
}

function nameInside(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  return textField(namedFields(value), "modelname", "modelfilename", "name", "model", "label", "key");
}

function hashOf(fields: NamedFields): string | undefined {
  for (const name of MODEL) {
    const value = fields.get(name);
    if (isRecord(value) && typeof value["hash"] === "string") return value["hash"];
  }
  return undefined;
}

function sizeOf(fields: NamedFields): { readonly width: number; readonly height: number } | undefined {
  const width = numberField(fields, "width");
  const height = numberField(fields, "height");
  if (width !== undefined && height !== undefined) return validSize(width, height);
  const text = textField(fields, "size", "resolution");
  const match = text === undefined ? null : /(\d{1,6})\s*(?:[x×*,]|\s)\s*(\d{1,6})/i.exec(text);
  return match === null ? undefined : validSize(Number(match[1]), Number(match[2]));
}

function validSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } | undefined {
  return width >= 1 && height >= 1 ? { width, height } : undefined;
}

/** Lists of objects, of [name, weight], of names beside a list of weights, and Fooocus's "LoRA 1": "name : weight". */
function lorasOf(fields: NamedFields): readonly Lora[] | undefined {
  const listed = fields.get("loras") ?? fields.get("lora");
  const weights = fields.get("loraweights");
  const loras: Lora[] = [];
  if (Array.isArray(listed)) {
    listed.forEach((entry: unknown, index) => {
      const lora = loraOf(entry, Array.isArray(weights) ? weights[index] : undefined);
      if (lora !== null) loras.push(lora);
    });
  }
  for (const [name, value] of fields) {
    const match = /^lora(?:combined)?\d+$/.test(name) && typeof value === "string" ? value : null;
    const parts = match === null ? null : /^(.*?)\s*:\s*(-?[\d.]+)\s*$/.exec(match);
    if (parts !== null) loras.push(makeLora(parts[1] ?? "", parts[2]));
  }
  return loras.length === 0 ? undefined : loras;
}

function loraOf(entry: unknown, weight: unknown): Lora | null {
  if (typeof entry === "string") return entry === "" ? null : makeLora(entry, weight);
  if (Array.isArray(entry)) return typeof entry[0] === "string" ? makeLora(entry[0], entry[1]) : null;
  if (!isRecord(entry)) return null;
  const fields = namedFields(entry);
  const name = named(fields, ["lora", "model", "name", "modelname", "file", "filename"]);
  return name === undefined ? null : makeLora(name, fields.get("weight") ?? fields.get("strength"));
}

/** Weights that are no number are left out. */
export function makeLora(name: string, weight: unknown): Lora {
  const number = typeof weight === "string" && weight.trim() !== "" ? Number(weight) : weight;
  return typeof number === "number" && Number.isFinite(number) ? { name, weight: number } : { name };
}
