import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { parseFacet, parseSetting, refuseOption, splitList } from "../../../app/describe-options.js";
import type { DescriberOptions, FetchPicture, Upload } from "../../../app/describer.js";
import { impliedEngine } from "../../../app/engine-choice.js";
import { engineOptionsOf } from "../../../app/engine-look.js";
import { chooseTargets } from "../../../app/targets.js";
import { ImpromptError } from "../../../base/error.js";
import { formOf } from "../../guard/body.js";
import type { FormFile, FormPart } from "../../guard/multipart.js";
import { MAX_NAMES, MAX_WORDS } from "../../schemas/limits.js";
import type { PictureFields } from "../../schemas/picture.js";
import { pictureBytes } from "./base64.js";
import { check } from "./check.js";
import { readJson } from "./read-json.js";

/** A picture to come, and how it is to be described. */
export interface PictureRequest {
  /** At once for an upload; an address is fetched. */
  readonly picture: (signal: AbortSignal) => Promise<Upload>;
  readonly fields: PictureFields;
}

const MAX_NAME = 100;
const HINT = "Send the picture as image, or its address as url.";

/** The last part of a file's name, without what could disturb a line of text. */
function plainName(name: string | undefined): string {
  const last = (name ?? "").split(/[/\\]/u).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return plain === "" ? "image" : plain.slice(0, MAX_NAME);
}

function yesOrNo(name: string, value: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  throw refuseOption(name, value, "Write true or false.");
}

function numberIn(name: string, value: string): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw refuseOption(name, value, "Write a number.");
  return number;
}

/** A form's fields as JSON would have them; the file itself aside. */
function fieldsOfForm(form: readonly FormPart[]): { readonly [name: string]: unknown } {
  const fields: { [name: string]: unknown } = {};
  for (const name of new Set(form.map(({ field }) => field))) {
    const values = form.flatMap((part) => (part.field === name && "text" in part ? [part.text] : []));
    const [first] = values;
    if (first === undefined) continue;
    if (name === "styleOnly" || name === "preview" || name === "detector")
      fields[name] = yesOrNo(name, first);
    else if (name === "minConfidence") fields[name] = numberIn(name, first);
    else fields[name] = name === "targets" || name === "set" || name === "drop" ? values : first;
  }
  return fields;
}

function fileOf(form: readonly FormPart[]): FormFile | undefined {
  const part = form.find((each) => "file" in each);
  if (part === undefined || !("file" in part)) return undefined;
  if (part.field === "image") return part.file;
  throw new ImpromptError(
    "invalid-option",
    `a file has to be in the field image, not in "${part.field.slice(0, 40)}"`,
  );
}

function uploadOfFile(file: FormFile, name: string | undefined): Upload {
  const upload = { name: plainName(name ?? file.name), bytes: file.bytes };
  if (upload.bytes.length === 0)
    throw new ImpromptError("input-empty", "the file is empty", { where: upload.name });
  return upload;
}

/**
 * What a request about a picture asks, from JSON or a form.
 *
 * @throws ImpromptError `input-empty`, `input-unsupported`, `invalid-option`, `usage`, `input-too-large`
 */
export async function readPictureRequest(
  c: Context,
  schema: z.ZodType<PictureFields>,
  fetchPicture: FetchPicture,
): Promise<PictureRequest> {
  const form = formOf(c);
  const fields = check(schema, form === undefined ? await readJson(c) : fieldsOfForm(form));
  const file = form === undefined ? undefined : fileOf(form);
  const { image, url, name } = fields;
  const given = [image, url, file].filter((source) => source !== undefined).length;
  if (given === 0)
    throw new ImpromptError("input-empty", "there is no picture in the request", { hint: HINT });
  if (given > 1) throw new ImpromptError("invalid-option", "give one of image and url", { hint: HINT });
  if (url !== undefined) return { fields, picture: (signal) => fetchPicture(url, signal) };
  const upload =
    file === undefined
      ? { name: plainName(name), bytes: pictureBytes(image ?? "", "image") }
      : uploadOfFile(file, name);
  return { fields, picture: () => Promise.resolve(upload) };
}

const listOf = (value: string | readonly string[] | undefined): string[] =>
  splitList(typeof value === "string" ? [value] : value);

function checkedList(name: string, list: string[]): string[] {
  if (list.length <= MAX_NAMES) return list;
  throw new ImpromptError("invalid-option", `has more than ${MAX_NAMES} entries`, { where: name });
}

function words(name: string, value: string): string {
  const text = value.trim();
  if (text !== "" && text.length <= MAX_WORDS) return text;
  throw new ImpromptError("invalid-option", `has to have 1 to ${MAX_WORDS} characters`, { where: name });
}

function settingsOf({ set }: PictureFields): NonNullable<DescriberOptions["set"]> {
  const settings = set === undefined ? [] : typeof set === "string" ? [set] : set;
  if (settings.length > MAX_NAMES)
    throw new ImpromptError("invalid-option", "has too many entries", { where: "set" });
  return settings
    .map((setting) => (typeof setting === "string" ? parseSetting("set", setting) : setting))
    .map(({ facet, text }) => ({ facet, text: words("set", text) }));
}

/**
 * How the picture is to be described, by the rules of the command line.
 *
 * @throws ImpromptError `invalid-option`, `unknown-target`
 */
export async function describerOptions(fields: PictureFields): Promise<DescriberOptions> {
  const { subject, styleOnly, minConfidence, preview, detector } = fields;
  const named = checkedList("targets", listOf(fields.targets));
  const { lists: _, ...engine } = engineOptionsOf(fields);
  return {
    ...engine,
    engine: fields.engine ?? impliedEngine(engine),
    targets: await chooseTargets(named),
    ...(named.length === 0 ? {} : { modelFor: named }),
    ...(subject === undefined ? {} : { subject: words("subject", subject) }),
    ...(styleOnly === undefined ? {} : { styleOnly }),
    set: settingsOf(fields),
    drop: checkedList("drop", listOf(fields.drop)).map((name) => parseFacet("drop", name)),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(detector === undefined ? {} : { detector }),
    ...(preview === undefined ? {} : { preview }),
  };
}
